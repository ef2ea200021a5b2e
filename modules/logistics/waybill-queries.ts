import { beyond, keyOf, toPage, type Desk, type Page, type Tx } from '@yiwang/kernel'
import type { Waybill, WaybillState } from './contract.ts'

/** The waybills of a subject with their way so far. */
export async function waybillsOf(tx: Tx, subject: { kind: string; key: string }): Promise<Waybill[]> {
  const rows = await tx
    .selectFrom('logistics.waybill')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_key', '=', subject.key)
    .orderBy('ordered_at')
    .execute()
  return withMovements(tx, rows)
}

/** The caller's own, newest first. */
export async function listMyWaybills({ tx, by }: Desk, { after, limit = 20 }: { after?: string; limit?: number }): Promise<Page<Waybill>> {
  let query = tx.selectFrom('logistics.waybill').selectAll().where('account_id', '=', by.id)
  if (after) query = query.where(beyond(['ordered_at', 'number'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('ordered_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const whole = new Map((await withMovements(tx, rows)).map((waybill) => [waybill.number, waybill]))
  return toPage(
    rows,
    limit,
    (row) => [row.ordered_at, row.number],
    (row) => whole.get(row.number) as Waybill,
  )
}

interface WaybillRow {
  number: string
  subject_kind: string
  subject_key: string
  direction: string
  goods: string
  state: string
  courier_number: string | null
  fee_fen: number | null
  refused_why: string | null
  ordered_at: string
}

async function withMovements(tx: Tx, rows: readonly WaybillRow[]): Promise<Waybill[]> {
  if (rows.length === 0) return []
  const numbers = rows.map((row) => row.number)
  const movements = await tx.selectFrom('logistics.movement').selectAll().where('number', 'in', numbers).orderBy('sequence').execute()
  return rows.map((row) => ({
    number: row.number,
    subject: { kind: row.subject_kind, key: row.subject_key },
    direction: row.direction as Waybill['direction'],
    goods: row.goods,
    state: row.state as WaybillState,
    orderedAt: row.ordered_at,
    ...(row.courier_number === null ? {} : { courierNumber: row.courier_number }),
    ...(row.refused_why === null || row.state !== 'refused' ? {} : { refusedWhy: row.refused_why }),
    ...(row.fee_fen === null ? {} : { feeFen: row.fee_fen }),
    movements: movements
      .filter((one) => one.number === row.number)
      .map(({ state, place: where, remark, at }) => ({ state: state as WaybillState, place: where, remark, at })),
  }))
}
