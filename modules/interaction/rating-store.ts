import { hide, reveal, within, type Act, type Desk, type Tx } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { AnswerInput, AssignInput, BadRating, FollowUpCategory, FollowUpState, Rating } from './contract.ts'
import { isLate } from './follow-up-rules.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

const commentPlace = (caseNumber: string) => `interaction.rating/comment/${caseNumber}`

export interface NewRating {
  caseNumber: string
  implementationCode: string
  itemName: string
  bodyCode: string
  division: string
  score: number
  tags: Rating['tags']
  comment?: string
}

/** @throws rating.alreadyRated: of two at once one is told */
export async function insertRating(act: Act, rating: NewRating): Promise<void> {
  const { caseNumber, comment } = rating
  const done = await act.tx
    .insertInto('interaction.rating')
    .values({
      case_number: caseNumber,
      implementation_code: rating.implementationCode,
      item_name: rating.itemName,
      body_code: rating.bodyCode,
      division: rating.division,
      account_id: act.by.id,
      score: rating.score,
      tags: rating.tags,
      comment: comment === undefined ? null : hide(act.settings, comment, commentPlace(caseNumber)),
      channel: act.by.channel ?? null,
      rated_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.alreadyRated()
}

export async function insertFollowUp(act: Act, { caseNumber, bodyCode, division }: NewRating, dueOn: string): Promise<void> {
  await act.tx
    .insertInto('interaction.follow_up')
    .values({ case_number: caseNumber, body_code: bodyCode, division, state: 'open', due_on: dueOn, opened_at: act.now })
    .execute()
}

/** The rating its own author gave. */
export async function findOwnRating({ tx, by, settings }: Desk, caseNumber: string): Promise<Rating | undefined> {
  const row = await joined(tx).select(columns).where('r.case_number', '=', caseNumber).where('r.account_id', '=', by.id).executeTakeFirst()
  return row && toRating(settings, row)
}

export interface FollowUp {
  rating: BadRating
  /** Who rated. */
  accountId: string
  /** Where the body that answers is, as of when it was given the work. */
  division: string
}

/** Locked, in reach of the permission. @throws rating.notFound also out of reach */
export async function getFollowUpForUpdate(act: Act, caseNumber: string, permission: string): Promise<FollowUp> {
  const locked = await act.tx
    .selectFrom('interaction.follow_up as f')
    .select('f.division')
    .where('f.case_number', '=', caseNumber)
    .where(within(act.by, permission, { body: 'f.body_code', division: 'f.division' }))
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw problem.notFound({ caseNumber })
  const row = await joined(act.tx).select(columns).where('r.case_number', '=', caseNumber).executeTakeFirstOrThrow()
  return { rating: toBadRating(act, row), accountId: row.accountId, division: locked.division }
}

export async function noteAssigned(
  act: Act,
  caseNumber: string,
  { category }: AssignInput,
  body: { code: string; division: string },
): Promise<void> {
  await act.tx
    .updateTable('interaction.follow_up')
    .set({ state: 'assigned', category, body_code: body.code, division: body.division, assigned_by: act.by.id, assigned_at: act.now })
    .where('case_number', '=', caseNumber)
    .execute()
}

export async function noteAnswered(act: Act, caseNumber: string, category: FollowUpCategory, input: AnswerInput): Promise<void> {
  const { verdict, answer, calledBack } = input
  await act.tx
    .updateTable('interaction.follow_up')
    .set({ state: 'answered', category, verdict, answer, called_back: calledBack, answered_by: act.by.id, answered_at: act.now })
    .where('case_number', '=', caseNumber)
    .execute()
}

export const joined = (tx: Tx) =>
  tx.selectFrom('interaction.rating as r').leftJoin('interaction.follow_up as f', 'f.case_number', 'r.case_number')

export const columns = [
  'r.case_number as caseNumber',
  'r.implementation_code as implementationCode',
  'r.item_name as itemName',
  'r.account_id as accountId',
  'r.score',
  'r.tags',
  'r.comment',
  'r.rated_at as ratedAt',
  'f.body_code as bodyCode',
  'f.state',
  'f.category',
  'f.due_on as dueOn',
  'f.verdict',
  'f.answer',
  'f.called_back as calledBack',
  'f.answered_at as answeredAt',
] as const

const whole = (tx: Tx) => joined(tx).select(columns)
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirst']>>>

function toRating(settings: Desk['settings'], row: Row): Rating {
  const { caseNumber, score, comment, ratedAt, state, dueOn, answer, answeredAt } = row
  return {
    caseNumber,
    score,
    tags: row.tags as Rating['tags'],
    ratedAt,
    ...(comment === null ? {} : { comment: reveal(settings, comment, commentPlace(caseNumber)) }),
    ...(state === null || dueOn === null
      ? {}
      : {
          followUp: {
            state: state as FollowUpState,
            dueOn,
            ...(answer === null ? {} : { answer }),
            ...(answeredAt === null ? {} : { answeredAt }),
          },
        }),
  }
}

/** For the staff in whose reach it is. The row has a follow-up: bad ratings only. */
export function toBadRating(desk: Pick<Desk, 'settings' | 'now'>, row: Row): BadRating {
  const { category, verdict, answer, answeredAt, comment } = row
  const dueOn = row.dueOn ?? ''
  return {
    caseNumber: row.caseNumber,
    itemName: row.itemName,
    implementationCode: row.implementationCode,
    bodyCode: row.bodyCode ?? '',
    score: row.score,
    tags: row.tags as BadRating['tags'],
    comment: comment === null ? '' : reveal(desk.settings, comment, commentPlace(row.caseNumber)),
    ratedAt: row.ratedAt,
    state: (row.state ?? 'open') as FollowUpState,
    dueOn,
    overdue: isLate(dueOn, legalDay(answeredAt === null ? desk.now : new Date(answeredAt))),
    calledBack: row.calledBack ?? false,
    ...(category === null ? {} : { category: category as FollowUpCategory }),
    ...(verdict === null ? {} : { verdict: verdict as NonNullable<BadRating['verdict']> }),
    ...(answer === null ? {} : { answer }),
    ...(answeredAt === null ? {} : { answeredAt }),
  }
}
