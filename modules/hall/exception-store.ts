import { beyond, keyOf, present, toPage, type Act, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { DayException, DayExceptionInput } from './contract.ts'
import type {} from './generated/tables.ts'

const columns = ['day', 'kind', 'as_weekday as asWeekday', 'reason'] as const

export async function exceptionsBetween(tx: Tx, hallId: string, from: string, to: string): Promise<DayException[]> {
  const query = tx.selectFrom('hall.day_exception').select(columns).where('hall_id', '=', hallId)
  const rows = await query.where('day', '>=', from).where('day', '<=', to).orderBy('day').execute()
  return rows.map((row) => present(row) as DayException)
}

export async function listExceptions(tx: Tx, hallId: string, from: string, { after, limit = 20 }: PageInput): Promise<Page<DayException>> {
  let query = tx.selectFrom('hall.day_exception').select(columns).where('hall_id', '=', hallId).where('day', '>=', from)
  if (after !== undefined) query = query.where(beyond(['day'], keyOf(after, 1), 'asc'))
  const rows = await query
    .orderBy('day')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.day],
    (row) => present(row) as DayException,
  )
}

export async function saveException({ tx, now, by }: Act, hallId: string, day: string, input: DayExceptionInput): Promise<void> {
  const as_weekday = input.kind === 'extra' ? input.asWeekday : null
  const rest = { kind: input.kind, as_weekday, reason: input.reason.trim(), set_at: now, set_by: by.id }
  const insert = tx.insertInto('hall.day_exception').values({ hall_id: hallId, day, ...rest })
  await insert.onConflict((conflict) => conflict.columns(['hall_id', 'day']).doUpdateSet(rest)).execute()
}

export async function deleteException(tx: Tx, hallId: string, day: string): Promise<boolean> {
  const done = await tx.deleteFrom('hall.day_exception').where('hall_id', '=', hallId).where('day', '=', day).executeTakeFirst()
  return done.numDeletedRows > 0n
}
