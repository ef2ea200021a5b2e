import type { Act, Work } from '@yiwang/kernel'
import { Problem } from '@yiwang/kernel'
import type { PlatformOrder } from './events.ts'
import { problem } from './problems.ts'
import { applyWord } from './settle.ts'
import { countOrders, findLiveOrder, insertOrder, type OrderRow } from './order-store.ts'
import { getNoticeForUpdate, getNoticeInReach, getOwnNotice, type NoticeRow } from './payment-store.ts'

const inquireAfter = 60_000

/**
 * Opens the cashier for a notice (在线缴费): an order at the public payment platform, noted before it is asked for, so that a
 * payment can never arrive for an order nobody knows.
 * @throws payment.notFound, payment.notDue, outside.noAnswer
 */
export function orderPayment(work: Work, number: string): Promise<string> {
  return openCashier(work, number, (act) => getOwnNotice(act.tx, number, act.by.id))
}

/**
 * The same at the counter (窗口缴费): the payer scans what the clerk shows him, who may have no account here at all. The money goes to the platform
 * and never through the clerk's hands.
 * @throws payment.notFound, payment.notDue, outside.noAnswer
 */
export function collectPayment(work: Work, number: string): Promise<string> {
  return openCashier(work, number, (act) => getNoticeInReach(act, number, 'payments.collect'))
}

async function openCashier(work: Work, number: string, reach: (act: Act) => Promise<unknown>): Promise<string> {
  const { notice, order } = await work.perform('payments.order', async (act) => {
    await reach(act)
    return noteOrder(act, number)
  })
  if (order.cashierUrl !== null) return order.cashierUrl
  const theirs = await work.outside.paymentPlatform.order(wordsOf(work, notice, order))
  await work.perform('payments.noteOrder', (act) => applyWord(act, order.orderNumber, theirs))
  return theirs.cashierUrl
}

async function noteOrder(act: Act, number: string): Promise<{ notice: NoticeRow; order: OrderRow }> {
  const notice = await getNoticeForUpdate(act.tx, number)
  if (notice.state !== 'due') throw problem.notDue({ state: notice.state })
  const live = await findLiveOrder(act.tx, number)
  if (live) return { notice, order: live }
  const orderNumber = `${number}-${(await countOrders(act.tx, number)) + 1}`
  await insertOrder(act, {
    orderNumber,
    noticeNumber: number,
    amountFen: notice.amountFen,
    nextInquiryAt: new Date(act.now.getTime() + inquireAfter),
  })
  return { notice, order: { orderNumber, noticeNumber: number, amountFen: notice.amountFen, state: 'asked', cashierUrl: null } }
}

function wordsOf(work: Work, notice: NoticeRow, order: OrderRow): Parameters<Work['outside']['paymentPlatform']['order']>[0] {
  return {
    orderNumber: order.orderNumber,
    amountFen: notice.amountFen,
    subject: notice.items
      .map((item) => item.name)
      .join('、')
      .slice(0, 100),
    division: notice.division.slice(0, 6),
    bodyCode: notice.bodyCode,
    items: notice.items,
    returnUrl: `${work.settings.publicUrl}/pay/${notice.number}?back=1`,
  }
}

/** Asks the platform about orders whose callback has not come (查单). One that does not answer does not stop the others. */
export async function inquire(work: Work, orderNumbers: readonly string[]): Promise<void> {
  for (const orderNumber of orderNumbers) {
    const theirs = await answerOrNothing(work.outside.paymentPlatform.find(orderNumber))
    await work.perform('payments.inquire', (act) => applyWord(act, orderNumber, theirs))
  }
}

async function answerOrNothing(asked: Promise<PlatformOrder | undefined>): Promise<PlatformOrder | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
