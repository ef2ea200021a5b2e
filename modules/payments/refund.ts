import type { Act, Work } from '@yiwang/kernel'
import type { RefundInput } from './contract.ts'
import { findPaidOrder } from './order-store.ts'
import { book, changeNotice, getNoticeForUpdate, getNoticeInReach, type NoticeRow } from './payment-store.ts'
import { noticesOf } from './payment-queries.ts'
import { problem } from './problems.ts'
import { findRefund, insertRefund, noteRefundDone, refundsAsked } from './refund-store.ts'

/** Asking for a refund (退款): what was asked for and not yet answered counts as gone. */
export async function askRefund(act: Act, number: string, { amountFen, reason }: RefundInput): Promise<NoticeRow> {
  const notice = await getNoticeInReach(act, number, 'payments.refund')
  const order = await findPaidOrder(act.tx, number)
  if (!order || notice.state === 'due' || notice.state === 'cancelled') throw problem.notPaid({ state: notice.state })
  const { pending, count } = await refundsAsked(act.tx, number)
  const left = notice.amountFen - notice.refundedFen - pending
  if (amountFen > left) throw problem.refundTooMuch({ left })
  const refundNumber = `${number}-R${count + 1}`
  await insertRefund(act, { refundNumber, noticeNumber: number, orderNumber: order.orderNumber, amountFen, reason })
  await act.enqueue('payments.refund', { refundNumber })
  return notice
}

/** Carries a refund to the platform; asked again it is the same refund. */
export async function carryRefund(work: Work, refundNumber: string): Promise<void> {
  const refund = await work.read(({ tx }) => findRefund(tx, refundNumber))
  if (!refund || refund.state === 'refunded') return
  const { refunded } = await work.outside.paymentPlatform.refund(refund)
  if (refunded) await work.perform('payments.noteRefunded', (act) => noteRefunded(act, refundNumber, refund.amountFen))
}

/** The money went back; booked once, whether told by answer or by callback. */
export async function noteRefunded(act: Act, refundNumber: string, amountFen: number): Promise<void> {
  const refund = await findRefund(act.tx, refundNumber, { lock: true })
  if (!refund || refund.amountFen !== amountFen) {
    await act.publish('payment.contradicted', { orderNumber: refundNumber, why: `refund of ${amountFen}` })
    return
  }
  if (refund.state === 'refunded') return
  const notice = await getNoticeForUpdate(act.tx, refund.noticeNumber)
  const refundedFen = notice.refundedFen + amountFen
  await noteRefundDone(act, refundNumber)
  await changeNotice(act.tx, notice.number, { state: refundedFen === notice.amountFen ? 'refunded' : notice.state, refundedFen })
  await book(act, notice.number, amountFen, 'platform', 'refunded')
  await act.publish('payment.refunded', { number: notice.number, subject: notice.subject, amountFen: notice.amountFen, refundedFen })
}

/** Cancelling what is still owed (撤销缴款单), when the case ends before it was paid. */
export async function cancelNotices(act: Act, subject: { kind: string; key: string }): Promise<void> {
  for (const { number } of await noticesOf(act.tx, subject)) {
    const notice = await getNoticeForUpdate(act.tx, number)
    if (notice.state !== 'due') continue
    await changeNotice(act.tx, number, { state: 'cancelled' })
    await book(act, number, notice.amountFen, 'receivable', 'revenue')
  }
}
