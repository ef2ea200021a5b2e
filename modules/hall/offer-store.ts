import { beyond, keyOf, toPage, within, type Act, type Desk, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { Hall } from '@yiwang/organisation/contract'
import { sql } from 'kysely'
import type { Offer, OfferInput, Slot } from './contract.ts'
import type {} from './generated/tables.ts'

const columns = [
  'hall_id as hallId',
  'implementation_code as implementationCode',
  'item_name as itemName',
  'open',
  'counter_ids as counterIds',
] as const

export async function reaches({ tx, by }: Desk, hall: Pick<Hall, 'bodyCode' | 'division'>, permission: string): Promise<boolean> {
  const { rows } = await sql<{
    reached: boolean
  }>`select ${within(by, permission, { body: 'v.body_code', division: 'v.division' })} as reached
    from (values (${hall.bodyCode}::text, ${hall.division}::text)) as v (body_code, division)`.execute(tx)
  return rows[0]?.reached ?? false
}

/** Shared lock: while a booking counts on it, nobody sets it anew. */
export async function findOfferToBook(tx: Tx, hallId: string, code: string): Promise<Offer | undefined> {
  const row = await offerQuery(tx, hallId, code).forShare().executeTakeFirst()
  return row && { ...row, slots: (await slotsOf(tx, hallId, [code])).map(toSlot) }
}

export async function findOffer(tx: Tx, hallId: string, code: string): Promise<Offer | undefined> {
  const row = await offerQuery(tx, hallId, code).executeTakeFirst()
  return row && { ...row, slots: (await slotsOf(tx, hallId, [code])).map(toSlot) }
}

function offerQuery(tx: Tx, hallId: string, code: string) {
  return tx.selectFrom('hall.offer').select(columns).where('hall_id', '=', hallId).where('implementation_code', '=', code)
}

export async function listOffers(tx: Tx, hallId: string, { after, limit = 20 }: PageInput): Promise<Page<Offer>> {
  let query = tx.selectFrom('hall.offer').select(columns).where('hall_id', '=', hallId)
  if (after !== undefined) query = query.where(beyond(['implementation_code'], keyOf(after, 1), 'asc'))
  const rows = await query
    .orderBy('implementation_code')
    .limit(limit + 1)
    .execute()
  const slots = await slotsOf(
    tx,
    hallId,
    rows.map((row) => row.implementationCode),
  )
  const own = (code: string) => slots.filter((slot) => slot.implementationCode === code).map(toSlot)
  return toPage(
    rows,
    limit,
    (row) => [row.implementationCode],
    (row) => ({ ...row, slots: own(row.implementationCode) }),
  )
}

type SlotRow = Slot & { implementationCode: string }
const toSlot = ({ weekday, begins, ends, quota }: SlotRow): Slot => ({ weekday, begins, ends, quota })

async function slotsOf(tx: Tx, hallId: string, codes: readonly string[]): Promise<SlotRow[]> {
  if (codes.length === 0) return []
  const query = tx
    .selectFrom('hall.slot')
    .select(['implementation_code as implementationCode', 'weekday', 'begins', 'ends', 'quota'])
    .where('hall_id', '=', hallId)
    .where('implementation_code', 'in', codes)
  return query.orderBy('weekday').orderBy('begins').execute()
}

export async function hallsOffering(
  tx: Tx,
  code: string,
  { after, limit = 20 }: PageInput,
): Promise<Page<{ hallId: string; counterIds: string[] }>> {
  let query = tx.selectFrom('hall.offer').select(['hall_id as hallId', 'counter_ids as counterIds']).where('implementation_code', '=', code)
  if (after !== undefined) query = query.where(beyond(['hall_id'], keyOf(after, 1), 'asc'))
  const rows = await query
    .where('open', '=', true)
    .orderBy('hall_id')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.hallId],
    (row) => row,
  )
}

export async function saveOffer(act: Act, offer: Omit<Offer, keyof OfferInput>, input: OfferInput): Promise<void> {
  const { tx, now, by } = act
  const key = { hall_id: offer.hallId, implementation_code: offer.implementationCode }
  const rest = { item_name: offer.itemName, open: input.open, counter_ids: input.counterIds, set_at: now, set_by: by.id }
  const insert = tx.insertInto('hall.offer').values({ ...key, ...rest })
  await insert.onConflict((conflict) => conflict.columns(['hall_id', 'implementation_code']).doUpdateSet(rest)).execute()
  await tx.deleteFrom('hall.slot').where('hall_id', '=', key.hall_id).where('implementation_code', '=', key.implementation_code).execute()
  await tx
    .insertInto('hall.slot')
    .values(input.slots.map((slot) => ({ ...key, ...slot })))
    .execute()
}

/** Nobody books at this hall until the act is over. */
export async function lockOffers(tx: Tx, hallId: string): Promise<void> {
  await tx
    .selectFrom('hall.offer')
    .select('implementation_code')
    .where('hall_id', '=', hallId)
    .orderBy('implementation_code')
    .forUpdate()
    .execute()
}
