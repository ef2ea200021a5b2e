import type { Act, Tx } from '@yiwang/kernel'

export interface RefundRow {
  refundNumber: string
  noticeNumber: string
  orderNumber: string
  amountFen: number
  reason: string
  /** `refused` by the platform; `otherwise`: given back past it. */
  state: 'asked' | 'refunded' | 'refused' | 'otherwise'
  /** Money that came though nothing was owed any more. */
  surplus: boolean
}

export async function insertRefund(act: Act, refund: Omit<RefundRow, 'state' | 'refundNumber'>): Promise<string> {
  const { count } = await refundsAsked(act.tx, refund.noticeNumber)
  const refundNumber = `${refund.noticeNumber}-R${count + 1}`
  await act.tx
    .insertInto('payments.refund')
    .values({
      refund_number: refundNumber,
      notice_number: refund.noticeNumber,
      order_number: refund.orderNumber,
      amount_fen: refund.amountFen,
      reason: refund.reason,
      state: 'asked',
      surplus: refund.surplus,
      asked_by: act.by.id,
      asked_at: act.now,
    })
    .execute()
  return refundNumber
}

export async function findRefund(tx: Tx, refundNumber: string, { lock = false } = {}): Promise<RefundRow | undefined> {
  const query = tx.selectFrom('payments.refund').selectAll().where('refund_number', '=', refundNumber)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      refundNumber,
      noticeNumber: row.notice_number,
      orderNumber: row.order_number,
      amountFen: row.amount_fen,
      reason: row.reason,
      state: row.state as RefundRow['state'],
      surplus: row.surplus,
    }
  )
}

export async function noteRefund(act: Act, refundNumber: string, state: RefundRow['state'], refusedWhy?: string): Promise<void> {
  const over = state === 'refunded' || state === 'otherwise'
  await act.tx
    .updateTable('payments.refund')
    .set({ state, ...(over ? { refunded_at: act.now } : {}), ...(refusedWhy === undefined ? {} : { refused_why: refusedWhy }) })
    .where('refund_number', '=', refundNumber)
    .execute()
}

export async function noteCarried(act: Act, refundNumber: string): Promise<void> {
  await act.tx.updateTable('payments.refund').set({ carried_at: act.now }).where('refund_number', '=', refundNumber).execute()
}

/** Refunds the platform has not answered, last asked about before `before`, oldest first. */
export async function refundsWaiting(tx: Tx, before: Date, most: number): Promise<{ refundNumber: string; askedAt: string }[]> {
  return tx
    .selectFrom('payments.refund')
    .select(['refund_number as refundNumber', 'asked_at as askedAt'])
    .where('state', '=', 'asked')
    .where('asked_at', '<', before.toISOString())
    .where((is) => is.or([is('carried_at', 'is', null), is('carried_at', '<', before.toISOString())]))
    .orderBy('asked_at')
    .limit(most)
    .execute()
}

/** What was asked back of the notice's own money and is not settled, refused or not; and how many refunds there were at all. */
export async function refundsAsked(tx: Tx, noticeNumber: string): Promise<{ pending: number; count: number }> {
  const rows = await tx
    .selectFrom('payments.refund')
    .select(['amount_fen', 'state', 'surplus'])
    .where('notice_number', '=', noticeNumber)
    .execute()
  const pending = rows.filter(({ state, surplus }) => !surplus && (state === 'asked' || state === 'refused'))
  return { count: rows.length, pending: pending.reduce((sum, row) => sum + row.amount_fen, 0) }
}
