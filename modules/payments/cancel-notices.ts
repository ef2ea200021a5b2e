import type { Act, Work } from '@yiwang/kernel'
import { findLiveOrder, findOrderForUpdate, noteSettled } from './order-store.ts'
import { noticesOf } from './payment-queries.ts'
import { book, changeNotice, getNoticeForUpdate } from './payment-store.ts'
import { applyWord } from './settle.ts'

/** Cancelling what is still owed (撤销缴款单), when the case ends before it was paid; the cashier at the platform is shut after the commit. */
export async function cancelNotices(act: Act, subject: { kind: string; key: string }): Promise<void> {
  for (const { number } of await noticesOf(act.tx, subject)) {
    const notice = await getNoticeForUpdate(act.tx, number)
    if (notice.state !== 'due') continue
    await changeNotice(act.tx, number, { state: 'cancelled' })
    await book(act, number, notice.amountFen, 'receivable', 'revenue')
    const order = await findLiveOrder(act.tx, number)
    if (order) await act.enqueue('payments.closeOrder', { orderNumber: order.orderNumber })
  }
}

/** Closes the order at the platform (关闭订单). Who paid in that very moment gets it back (settle.ts). */
export async function closeOrder(work: Work, orderNumber: string): Promise<void> {
  const theirs = await work.outside.paymentPlatform.close(orderNumber)
  await work.perform('payments.noteClosed', async (act) => {
    if (theirs) return void (await applyWord(act, orderNumber, theirs))
    const order = await findOrderForUpdate(act.tx, orderNumber)
    if (order?.state === 'asked' || order?.state === 'open') await noteSettled(act, orderNumber, 'closed', {})
  })
}
