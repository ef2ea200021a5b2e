import type { Act } from '@yiwang/kernel'
import type { PlatformOrder } from './events.ts'
import { judge, type Verdict } from './order-state.ts'
import { mendDiscrepancies, raiseDiscrepancy, type Raised } from './discrepancy-store.ts'
import { findOrderForUpdate, noteOpen, noteSettled, postponeInquiry, type OrderRow } from './order-store.ts'
import { book, changeNotice, getNoticeForUpdate } from './payment-store.ts'
import { returnSurplus } from './return-surplus.ts'
import { sayContradiction } from './say-contradiction.ts'

type Word = Pick<PlatformOrder, 'state' | 'amountFen'> & Partial<PlatformOrder>

/** What the platform says of an order, by callback or when asked, takes effect here and only here, once. */
export async function applyWord(act: Act, orderNumber: string, theirs: Word | undefined): Promise<Verdict> {
  const order = await findOrderForUpdate(act.tx, orderNumber)
  if (!order) {
    await contradicted(act, { kind: 'orderUnknown', about: orderNumber, why: sayContradiction(theirs, undefined) })
    return 'contradiction'
  }
  if (!theirs) return waitOn(act, orderNumber)
  const verdict = judge(order, theirs)
  const { noticeNumber } = order
  if (verdict === 'settle') await settle(act, order, theirs)
  else if (verdict === 'close') await noteSettled(act, orderNumber, 'closed', {})
  else if (verdict === 'keepOpen') await keepOpen(act, order, theirs)
  else if (verdict === 'shut') await act.enqueue('payments.closeOrder', { orderNumber })
  else if (verdict === 'contradiction') {
    await postponeInquiry(act, orderNumber)
    const why = sayContradiction(theirs, order)
    await contradicted(act, { kind: 'orderContradicted', about: orderNumber, noticeNumber, why })
  }
  if (verdict === 'settle' || verdict === 'close' || verdict === 'known') await mendDiscrepancies(act, orderNumber, { how: 'platform' })
  return verdict
}

/** 入账: the money moved from the payer to the platform. What nobody owed any more is booked all the same, and goes back. */
async function settle(act: Act, { orderNumber, noticeNumber, amountFen }: OrderRow, theirs: Word): Promise<void> {
  const notice = await getNoticeForUpdate(act.tx, noticeNumber)
  const { channel, transactionNumber } = theirs
  await noteSettled(act, orderNumber, 'paid', { ...(channel ? { channel } : {}), ...(transactionNumber ? { transactionNumber } : {}) })
  await book(act, noticeNumber, amountFen, 'receivable', 'platform')
  if (notice.state !== 'due') return returnSurplus(act, notice, orderNumber, amountFen)
  await changeNotice(act.tx, noticeNumber, { state: 'paid', paidAt: act.now })
  await act.publish('payment.settled', { number: noticeNumber, subject: notice.subject, amountFen: notice.amountFen })
}

/** Still to be paid; where nothing is owed any more it is to be closed, however often that failed before. */
async function keepOpen(act: Act, { orderNumber, noticeNumber }: OrderRow, theirs: Word): Promise<void> {
  if (theirs.platformNumber !== undefined && theirs.cashierUrl !== undefined) await noteOpen(act.tx, orderNumber, theirs as PlatformOrder)
  await postponeInquiry(act, orderNumber)
  const notice = await getNoticeForUpdate(act.tx, noticeNumber)
  if (notice.state !== 'due') await act.enqueue('payments.closeOrder', { orderNumber })
}

async function waitOn(act: Act, orderNumber: string): Promise<Verdict> {
  await postponeInquiry(act, orderNumber)
  return 'keepOpen'
}

async function contradicted(act: Act, raised: Raised): Promise<void> {
  await raiseDiscrepancy(act, raised)
  await act.publish('payment.contradicted', { orderNumber: raised.about, why: raised.why })
}
