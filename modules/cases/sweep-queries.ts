import { sql } from 'kysely'
import { beyond, type Tx } from '@yiwang/kernel'
import type {} from './generated/tables.ts'

const batch = 200
export interface Due {
  caseNumber: string
  day: string
}

/** Applications whose day of answer has passed, oldest first, after the given one. */
export async function unanswered(tx: Tx, today: string, after?: Due): Promise<Due[]> {
  let query = tx
    .selectFrom('cases.service_case')
    .select(['case_number as caseNumber', 'accept_by as day'])
    .where('state', '=', 'submitted')
    .where('accept_by', '<', today)
  if (after) query = query.where(beyond(['accept_by', 'case_number'], [after.day, after.caseNumber], 'asc'))
  return (await query.orderBy('accept_by').orderBy('case_number').limit(batch).execute()) as Due[]
}

/** Corrections whose day has passed, oldest first, after the given one. */
export async function uncorrected(tx: Tx, today: string, after?: Due): Promise<Due[]> {
  let query = tx
    .selectFrom('cases.service_case')
    .select(['case_number as caseNumber', 'correct_by as day'])
    .where('state', '=', 'correcting')
    .where('correct_by', '<', today)
  if (after) query = query.where(beyond(['correct_by', 'case_number'], [after.day, after.caseNumber], 'asc'))
  return (await query.orderBy('correct_by').orderBy('case_number').limit(batch).execute()) as Due[]
}

/** Cases without a day because the holidays were not announced when it was counted. */
export async function undated(tx: Tx, _today: string, after?: Due): Promise<Due[]> {
  let query = tx
    .selectFrom('cases.service_case')
    .select(['case_number as caseNumber'])
    .where(
      sql<boolean>`((state = 'submitted' and accept_by is null) or (state = 'correcting' and correct_by is null)
        or (state = 'accepted' and (committed_value is not null and committed_due is null or statutory_value is not null and statutory_due is null)))`,
    )
  if (after) query = query.where('case_number', '>', after.caseNumber)
  const rows = await query.orderBy('case_number').limit(batch).execute()
  return rows.map(({ caseNumber }) => ({ caseNumber, day: '' }))
}
