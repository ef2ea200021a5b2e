import type { Act } from '@yiwang/kernel'
import type { PlatformOrder } from './events.ts'
import { judge, type Verdict } from './order-state.ts'
import { findOrderForUpdate, noteOpen, noteSettled, postponeInquiry } from './order-store.ts'
import { book, changeNotice, getNoticeForUpdate } from './payment-store.ts'

type Word = Pick<PlatformOrder, 'state' | 'amountFen'> & Partial<PlatformOrder>

/** What the platform says of an order, by callback or when asked, takes effect here and only here, once. */
export async function applyWord(act: Act, orderNumber: string, theirs: Word | undefined): Promise<Verdict> {
  const order = await findOrderForUpdate(act.tx, orderNumber)
  if (!order) return contradicted(act, orderNumber, 'unknown order')
  if (!theirs) return waitOn(act, orderNumber)
  const verdict = judge(order, theirs)
  if (verdict === 'settle') await settle(act, orderNumber, order.noticeNumber, theirs)
  else if (verdict === 'close') await noteSettled(act, orderNumber, 'closed', {})
  else if (verdict === 'keepOpen') await keepOpen(act, orderNumber, theirs)
  else if (verdict === 'contradiction') await contradicted(act, orderNumber, `amount ${theirs.amountFen}, state ${theirs.state}`)
  return verdict
}

/** 入账: the money moved from the payer to the platform. */
async function settle(act: Act, orderNumber: string, noticeNumber: string, theirs: Word): Promise<void> {
  const notice = await getNoticeForUpdate(act.tx, noticeNumber)
  const { channel, transactionNumber } = theirs
  await noteSettled(act, orderNumber, 'paid', { ...(channel ? { channel } : {}), ...(transactionNumber ? { transactionNumber } : {}) })
  if (notice.state !== 'due') {
    await contradicted(act, orderNumber, `paid again, notice is ${notice.state}`)
    return
  }
  await changeNotice(act.tx, noticeNumber, { state: 'paid', paidAt: act.now })
  await book(act, noticeNumber, notice.amountFen, 'receivable', 'platform')
  await act.publish('payment.settled', { number: noticeNumber, subject: notice.subject, amountFen: notice.amountFen })
}

async function keepOpen(act: Act, orderNumber: string, theirs: Word): Promise<void> {
  if (theirs.platformNumber !== undefined && theirs.cashierUrl !== undefined) await noteOpen(act.tx, orderNumber, theirs as PlatformOrder)
  await postponeInquiry(act, orderNumber)
}

async function waitOn(act: Act, orderNumber: string): Promise<Verdict> {
  await postponeInquiry(act, orderNumber)
  return 'keepOpen'
}

async function contradicted(act: Act, orderNumber: string, why: string): Promise<Verdict> {
  await act.publish('payment.contradicted', { orderNumber, why })
  return 'contradiction'
}
