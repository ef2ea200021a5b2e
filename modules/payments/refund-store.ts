import type { Act, Tx } from '@yiwang/kernel'

export interface RefundRow {
  refundNumber: string
  noticeNumber: string
  orderNumber: string
  amountFen: number
  reason: string
  state: 'asked' | 'refunded'
}

export async function insertRefund(act: Act, refund: Omit<RefundRow, 'state'>): Promise<void> {
  await act.tx
    .insertInto('payments.refund')
    .values({
      refund_number: refund.refundNumber,
      notice_number: refund.noticeNumber,
      order_number: refund.orderNumber,
      amount_fen: refund.amountFen,
      reason: refund.reason,
      state: 'asked',
      asked_by: act.by.id,
      asked_at: act.now,
    })
    .execute()
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
    }
  )
}

export async function noteRefundDone(act: Act, refundNumber: string): Promise<void> {
  await act.tx
    .updateTable('payments.refund')
    .set({ state: 'refunded', refunded_at: act.now })
    .where('refund_number', '=', refundNumber)
    .execute()
}

/** What was asked back and not yet answered, and how many refunds there were at all. */
export async function refundsAsked(tx: Tx, noticeNumber: string): Promise<{ pending: number; count: number }> {
  const rows = await tx.selectFrom('payments.refund').select(['amount_fen', 'state']).where('notice_number', '=', noticeNumber).execute()
  return { count: rows.length, pending: rows.filter((row) => row.state === 'asked').reduce((sum, row) => sum + row.amount_fen, 0) }
}
