import type { Act } from '@yiwang/kernel'
import type { NoticeRow } from './payment-store.ts'
import { insertRefund } from './refund-store.ts'

/**
 * Money for a notice that is cancelled or paid already (重复缴费、撤销后缴费) goes back by itself: it was never owed, so that the payer need not ask.
 * The notice must be locked.
 */
export async function returnSurplus(act: Act, notice: NoticeRow, orderNumber: string, amountFen: number): Promise<void> {
  const reason = notice.state === 'cancelled' ? '缴款单已撤销，原路退回' : '重复缴费，原路退回'
  const refund = { noticeNumber: notice.number, orderNumber, amountFen, reason, surplus: true }
  await act.enqueue('payments.refund', { refundNumber: await insertRefund(act, refund) })
  await act.publish('payment.surplus', { number: notice.number, subject: notice.subject, amountFen: notice.amountFen, orderNumber })
}
