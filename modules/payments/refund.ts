import type { Act } from '@yiwang/kernel'
import type { RefundInput } from './contract.ts'
import { findPaidOrder } from './order-store.ts'
import { getNoticeInReach, type NoticeRow } from './payment-store.ts'
import { problem } from './problems.ts'
import { insertRefund, refundsAsked } from './refund-store.ts'

/** Asking for a refund (退款): what was asked for and has not come back counts as gone, refused or not. */
export async function askRefund(act: Act, number: string, { amountFen, reason }: RefundInput): Promise<NoticeRow> {
  const notice = await getNoticeInReach(act, number, 'payments.refund')
  const order = await findPaidOrder(act.tx, number)
  if (!order || notice.state === 'due' || notice.state === 'cancelled') throw problem.notPaid({ state: notice.state })
  const { pending } = await refundsAsked(act.tx, number)
  const left = notice.amountFen - notice.refundedFen - pending
  if (amountFen > left) throw problem.refundTooMuch({ left })
  const refund = { noticeNumber: number, orderNumber: order.orderNumber, amountFen, reason, surplus: false }
  await act.enqueue('payments.refund', { refundNumber: await insertRefund(act, refund) })
  return notice
}
