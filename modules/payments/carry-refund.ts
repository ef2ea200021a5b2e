import { Problem, type Act, type Work } from '@yiwang/kernel'
import { mendDiscrepancies, raiseDiscrepancy } from './discrepancy-store.ts'
import { book, changeNotice, getNoticeForUpdate } from './payment-store.ts'
import { findRefund, noteCarried, noteRefund, refundsWaiting, type RefundRow } from './refund-store.ts'
import { sayContradiction } from './say-contradiction.ts'

/** Carries a refund to the platform; asked again it is the same refund. */
export async function carryRefund(work: Work, refundNumber: string): Promise<void> {
  const refund = await work.read(({ tx }) => findRefund(tx, refundNumber))
  if (refund?.state !== 'asked') return
  const word = await work.outside.paymentPlatform.refund(refund)
  if (word.outcome === 'refunded') await work.perform('payments.noteRefunded', (act) => noteRefunded(act, refundNumber, refund.amountFen))
  else if (word.outcome === 'refused') await work.perform('payments.noteRefused', (act) => noteRefused(act, refundNumber, word.why))
}

/** The money went back; booked once, whether told by answer or by callback. */
export async function noteRefunded(act: Act, refundNumber: string, amountFen: number): Promise<void> {
  const refund = await findRefund(act.tx, refundNumber, { lock: true })
  if (refund?.amountFen === amountFen && refund.state === 'refunded') return
  // a refund that was given back otherwise and now by the platform too went back twice
  if (refund?.amountFen !== amountFen || refund.state === 'otherwise') {
    await contradicted(act, refundNumber, refund, amountFen)
    return
  }
  await giveBack(act, refund, 'platform')
  await mendDiscrepancies(act, refundNumber, { how: 'platform' })
}

async function contradicted(act: Act, refundNumber: string, refund: RefundRow | undefined, amountFen: number): Promise<void> {
  const why = sayContradiction({ state: 'refunded', amountFen }, refund)
  const known = refund && { noticeNumber: refund.noticeNumber, refundNumber }
  await raiseDiscrepancy(act, { kind: 'refundContradicted', about: refundNumber, why, ...known })
  await act.publish('payment.contradicted', { orderNumber: refundNumber, why })
}

/** The platform will not give it back (退款被拒): it waits for somebody, with the platform's reason. */
async function noteRefused(act: Act, refundNumber: string, why: string): Promise<void> {
  const refund = await findRefund(act.tx, refundNumber, { lock: true })
  if (refund?.state !== 'asked') return
  await noteRefund(act, refundNumber, 'refused', why)
  const { noticeNumber } = refund
  await mendDiscrepancies(act, refundNumber, { kind: 'refundUnanswered', how: 'platform' })
  await raiseDiscrepancy(act, { kind: 'refundRefused', about: refundNumber, noticeNumber, refundNumber, why })
  const { subject, amountFen } = await getNoticeForUpdate(act.tx, noticeNumber)
  await act.publish('payment.refundRefused', { number: noticeNumber, subject, amountFen, refundNumber, why })
}

/**
 * The one place where money given back is booked, from the platform's account or from the body's own. What was paid too much was never revenue: it
 * goes against what is owed, and leaves the notice as it is.
 */
export async function giveBack(act: Act, refund: RefundRow, from: 'platform' | 'treasury'): Promise<void> {
  const { refundNumber, noticeNumber, amountFen, surplus } = refund
  const notice = await getNoticeForUpdate(act.tx, noticeNumber)
  await noteRefund(act, refundNumber, from === 'platform' ? 'refunded' : 'otherwise')
  const refundedFen = notice.refundedFen + amountFen
  if (!surplus)
    await changeNotice(act.tx, notice.number, { state: refundedFen === notice.amountFen ? 'refunded' : notice.state, refundedFen })
  await book(act, notice.number, amountFen, from, surplus ? 'receivable' : 'refunded')
  const { number, subject } = notice
  await act.publish('payment.refunded', { number, subject, amountFen: notice.amountFen, refundedFen: amountFen })
}

const askAgainAfter = 10 * 60_000
const raiseAfter = 24 * 3_600_000

/** Asks about refunds that were never answered; one that stays unanswered for a day is put before somebody. One that fails does not stop the others. */
export async function carryWaiting(work: Work): Promise<void> {
  const now = work.now().getTime()
  for (const { refundNumber, askedAt } of await work.read(({ tx }) => refundsWaiting(tx, new Date(now - askAgainAfter), 200))) {
    const late = now - new Date(askedAt).getTime() >= raiseAfter
    await work.perform('payments.noteCarried', async (act) => {
      await noteCarried(act, refundNumber)
      if (late) await raiseUnanswered(act, refundNumber)
    })
    try {
      await carryRefund(work, refundNumber)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}

async function raiseUnanswered(act: Act, refundNumber: string): Promise<void> {
  const refund = await findRefund(act.tx, refundNumber, { lock: true })
  if (refund?.state !== 'asked') return
  const { noticeNumber } = refund
  await raiseDiscrepancy(act, { kind: 'refundUnanswered', about: refundNumber, noticeNumber, refundNumber, why: '平台超过一天没有答复' })
}
