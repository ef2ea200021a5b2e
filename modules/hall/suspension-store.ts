import { beyond, hide, keyOf, newId, present, reveal, toPage, within } from '@yiwang/kernel'
import type { Act, Desk, Page, Tables, Tx } from '@yiwang/kernel'
import type { Selectable } from 'kysely'
import { holderOf, type AppointmentRow } from './appointment-store.ts'
import type { Suspension, SuspensionQuery } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

type SuspensionRow = Selectable<Tables['hall.suspension']>
const place = (id: string) => `hall.suspension/name/${id}`
const columns = { body: 'body_code', division: 'division' }

/** The one in force now, if any. */
export async function findSuspension(tx: Tx, holderIndex: string, now: Date): Promise<{ misses: number; endsAt: string } | undefined> {
  const query = tx.selectFrom('hall.suspension').select(['misses', 'ends_at as endsAt']).where('holder_index', '=', holderIndex)
  return query.where('ends_at', '>', now.toISOString()).where('lifted_at', 'is', null).orderBy('made_at', 'desc').executeTakeFirst()
}

/** Missed since the moment, and since the last suspension: what was atoned for counts no more. */
export async function countMisses(tx: Tx, holderIndex: string, since: Date): Promise<number> {
  const last = tx.selectFrom('hall.suspension').select('made_at').where('holder_index', '=', holderIndex)
  const before = await last.orderBy('made_at', 'desc').executeTakeFirst()
  let query = tx
    .selectFrom('hall.appointment')
    .select((build) => build.fn.countAll<string>().as('count'))
    .where('holder_index', '=', holderIndex)
  query = query.where('state', 'in', ['missed', 'unserved']).where('begins_at', '>=', since.toISOString())
  if (before) query = query.where('ended_at', '>', before.made_at)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

export async function insertSuspension(act: Act, row: AppointmentRow, misses: number, endsAt: Date): Promise<string> {
  const id = newId()
  const { holder_index, account_id, division, body_code } = row
  const name_hidden = hide(act.settings, holderOf(act.settings, row).name, place(id))
  const values = { id, holder_index, account_id, division, body_code, name_hidden, misses, made_at: act.now, ends_at: endsAt }
  await act.tx.insertInto('hall.suspension').values(values).execute()
  return id
}

export async function listSuspensions(desk: Desk, { after, limit = 20 }: SuspensionQuery): Promise<Page<Suspension>> {
  let query = desk.tx
    .selectFrom('hall.suspension')
    .selectAll()
    .where(within(desk.by, 'hall.liftSuspensions', columns))
  if (after !== undefined) query = query.where(beyond(['made_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.made_at, row.id],
    (row) => toSuspension(desk, row),
  )
}

/** Locked. @throws appointment.suspensionNotFound where none is in force within reach */
export async function getSuspensionForUpdate({ tx, by, now }: Act, id: string): Promise<SuspensionRow> {
  const query = tx
    .selectFrom('hall.suspension')
    .selectAll()
    .where('id', '=', id)
    .where(within(by, 'hall.liftSuspensions', columns))
  const row = await query.where('ends_at', '>', now.toISOString()).where('lifted_at', 'is', null).forUpdate().executeTakeFirst()
  if (!row) throw problem.suspensionNotFound({ id })
  return row
}

export async function noteLifted(act: Act, id: string, reason: string): Promise<SuspensionRow> {
  const update = act.tx.updateTable('hall.suspension').set({ lifted_at: act.now, lifted_by: act.by.id, lift_reason: reason })
  return update.where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export function toSuspension({ settings }: Pick<Desk, 'settings'>, row: SuspensionRow): Suspension {
  const { id, misses, made_at: madeAt, ends_at: endsAt, lifted_at: liftedAt, lift_reason: liftReason } = row
  return present({ id, holderName: reveal(settings, row.name_hidden, place(id)), misses, madeAt, endsAt, liftedAt, liftReason })
}
