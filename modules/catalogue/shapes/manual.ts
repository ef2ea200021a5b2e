import { Type, type Static } from 'typebox'
import { FeeStandard } from './fee.ts'
import { Day, ImplementationCode, Key, LegalBasis, TimeLimit, text } from './words.ts'

const Texts = Type.Array(text(1000), { maxItems: 50 })

/** 收件人, 受理人, 审查人, 决定人, 送件人; one person may be several. */
export const ManualRole = Type.Enum(['receiver', 'accepter', 'examiner', 'decider', 'deliverer'])
export type ManualRole = Static<typeof ManualRole>

/** 审查方式 (guide 四（二）3（2）审查); `other` needs its basis. */
export const ExaminationMethod = Type.Enum([
  'written',
  'siteVisit',
  'tender',
  'inspection',
  'expertReview',
  'technicalReview',
  'hearing',
  'interestedParties',
  'collective',
  'other',
])
export type ExaminationMethod = Static<typeof ExaminationMethod>

/** A post on the way through the body: what it does and how long it may take; `step` is the outer step it carries out. */
export const ManualPost = Type.Object({
  step: Type.String({ maxLength: 40 }),
  post: text(60),
  role: ManualRole,
  duty: text(500),
  limit: TimeLimit,
  /** Members of staff by number. */
  staff: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50 }),
})
export type ManualPost = Static<typeof ManualPost>

/** What to look at in one material (审查要点). */
export const ReviewPoints = Type.Object({ material: Key, points: Type.Array(text(500), { minItems: 1, maxItems: 30 }) })
/** 自由裁量: what weighs, and what follows from it. */
export const Discretion = Type.Object({
  factor: text(200),
  grades: Type.Array(Type.Object({ when: text(300), outcome: text(300) }), { minItems: 1, maxItems: 20 }),
})

/**
 * The parts somebody writes of a review manual (审查工作细则). The first part, 基本信息, and the fees are taken from the implementation and
 * cannot differ from it.
 */
export const ManualContent = Type.Object({
  staff: Type.Object({ legal: Texts, skills: Texts, special: Texts }),
  posts: Type.Array(ManualPost, { minItems: 1, maxItems: 60 }),
  application: Type.Object({ number: text(500), materials: text(1000), reception: text(1000), receipt: text(500) }),
  acceptance: Type.Object({
    check: text(1000),
    correction: text(1000),
    decision: text(1000),
    methods: text(1000),
    transfer: text(1000),
  }),
  examination: Type.Object({
    methods: Type.Array(Type.Object({ method: ExaminationMethod, demand: text(1000), basis: Type.Optional(LegalBasis) }), {
      minItems: 1,
      maxItems: 10,
    }),
    points: Type.Array(ReviewPoints, { maxItems: 100 }),
    discretion: Type.Array(Discretion, { maxItems: 30 }),
    grounds: Type.Array(Type.Object({ code: Key, text: text(300), basis: Type.Optional(LegalBasis) }), { maxItems: 50 }),
  }),
  decision: Type.Object({
    /** 受理人, 审查人 or 决定人 decides (guide 四（二）3（2）决定). */
    by: Type.Enum(['accepter', 'examiner', 'decider']),
    points: Texts,
  }),
  production: Type.Object({
    content: text(1000),
    duty: text(1000),
    making: text(1000),
    ways: text(500),
    limit: TimeLimit,
    undeliverable: text(1000),
    papers: text(500),
    archiving: Type.Object({ content: text(1000), demand: text(1000), limit: TimeLimit }),
    together: Type.Optional(Type.Boolean()),
  }),
  publicity: Type.Object({ way: text(500), duty: text(500), content: text(500), limit: TimeLimit, papers: text(500) }),
  consultation: Type.Object({ duty: text(500), ways: text(500), procedure: text(1000), reply: TimeLimit, hours: text(200) }),
})
export type ManualContent = Static<typeof ManualContent>

/** 基本信息: the ten elements, always those of the implementation. */
export const ManualBasics = Type.Object({
  name: Type.String(),
  implementingCode: Type.String(),
  bodyName: Type.String(),
  jointBodies: Type.Array(Type.String()),
  audiences: Type.Array(Type.String()),
  statutoryLimit: Type.Optional(TimeLimit),
  committedLimit: Type.Optional(TimeLimit),
  consultationPhone: Type.String(),
  complaintPhone: Type.String(),
  handlingForms: Type.Array(Type.String()),
})

/** 收费: as the implementation has it; an item free of charge says 本事项不收费. */
export const ManualFees = Type.Object({
  charged: Type.Boolean(),
  words: Type.String(),
  stage: Type.Optional(Type.String()),
  standards: Type.Array(FeeStandard),
  basis: Type.Array(Type.String()),
  payAt: Type.Optional(Type.String()),
})

export const ReviewManual = Type.Object({
  implementationCode: ImplementationCode,
  version: Type.Integer({ minimum: 1 }),
  basics: ManualBasics,
  ...ManualContent.properties,
  fees: ManualFees,
  /** The implementation has changed since this was written (待调整). */
  behind: Type.Boolean(),
  publishedOn: Day,
})
export type ReviewManual = Static<typeof ReviewManual>
