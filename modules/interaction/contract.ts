import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { Type, type Static } from 'typebox'
import { ratingTags } from './rating-tags.ts'

const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const Words = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

export const CaseKey = Type.Object({ caseNumber: Type.String({ minLength: 1, maxLength: 40 }) })
export const ItemKey = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const RatingTag = Type.Enum([...ratingTags.good, ...ratingTags.bad])

/** 非常满意 5, 满意 4, 基本满意 3, 不满意 2, 非常不满意 1. */
export const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const RatingInput = Type.Object({
  score: Score,
  tags: Type.Optional(Type.Array(RatingTag, { maxItems: 10, uniqueItems: true })),
  /** Has to be given with the two lowest scores: what was wrong. */
  comment: Type.Optional(Words),
})
export type RatingInput = Static<typeof RatingInput>

export const FollowUpState = Type.Enum(['open', 'assigned', 'answered'])
export type FollowUpState = Static<typeof FollowUpState>
/** How supervisors sort bad ratings before they give them to somebody (分类交办). */
export const FollowUpCategory = Type.Enum(['time', 'materials', 'conditions', 'attitude', 'skill', 'online', 'fee', 'other'])
export type FollowUpCategory = Static<typeof FollowUpCategory>

/** What the one who rated sees: his rating, and what came of it. */
export const Rating = Type.Object({
  caseNumber: Type.String(),
  score: Score,
  tags: Type.Array(RatingTag),
  comment: Type.Optional(Type.String()),
  ratedAt: Moment,
  followUp: Type.Optional(
    Type.Object({ state: FollowUpState, dueOn: Day, answer: Type.Optional(Type.String()), answeredAt: Type.Optional(Moment) }),
  ),
})
export type Rating = Static<typeof Rating>

/** Counts only: who rated and what was written is published nowhere. */
export const ItemRatings = Type.Object({
  implementationCode: Type.String(),
  count: Type.Integer(),
  average: Type.Optional(Type.Number()),
  scores: Type.Array(Type.Object({ score: Score, count: Type.Integer() })),
  tags: Type.Array(Type.Object({ tag: RatingTag, count: Type.Integer() })),
})
export type ItemRatings = Static<typeof ItemRatings>

export const BadRating = Type.Object({
  caseNumber: Type.String(),
  itemName: Type.String(),
  implementationCode: Type.String(),
  bodyCode: Type.String(),
  score: Score,
  tags: Type.Array(RatingTag),
  comment: Type.String(),
  ratedAt: Moment,
  state: FollowUpState,
  category: Type.Optional(FollowUpCategory),
  dueOn: Day,
  overdue: Type.Boolean(),
  verdict: Type.Optional(Type.Enum(['justified', 'unjustified'])),
  answer: Type.Optional(Type.String()),
  calledBack: Type.Boolean(),
  answeredAt: Type.Optional(Moment),
})
export type BadRating = Static<typeof BadRating>
export const BadRatingPage = pageOf(BadRating)
export const BadRatingQuery = Type.Object({ ...PageQuery, state: Type.Optional(FollowUpState), overdue: Type.Optional(Type.Boolean()) })
export type BadRatingQuery = Static<typeof BadRatingQuery>

export const AssignInput = Type.Object({ category: FollowUpCategory, bodyCode: Type.String({ minLength: 18, maxLength: 18 }) })
export type AssignInput = Static<typeof AssignInput>
export const AnswerInput = Type.Object({
  category: Type.Optional(FollowUpCategory),
  verdict: Type.Enum(['justified', 'unjustified']),
  answer: Words,
  /** 回访: whether the one who rated was spoken to. */
  calledBack: Type.Boolean(),
})
export type AnswerInput = Static<typeof AnswerInput>
