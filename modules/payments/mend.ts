import type { Act } from '@yiwang/kernel'
import type { MendInput } from './contract.ts'
import { giveBack } from './carry-refund.ts'
import { getDiscrepancy, mendDiscrepancies, type FoundDiscrepancy } from './discrepancy-store.ts'
import { findOrderForUpdate, type OrderRow } from './order-store.ts'
import { problem } from './problems.ts'
import { findRefund, noteRefund, type RefundRow } from './refund-store.ts'

/**
 * Asking the platform again (重新申请、重新查单): a refund under the same number, so that it can never go back twice; an order for what it now says.
 * @throws payment.discrepancyNotFound, payment.discrepancyMended, payment.nothingToAsk
 */
export async function askAgain(act: Act, id: string): Promise<void> {
  const { about, refund, order } = await openOne(act, id)
  if (refund?.state === 'refused' || refund?.state === 'asked') {
    await noteRefund(act, about, 'asked')
    await act.enqueue('payments.refund', { refundNumber: about })
    return
  }
  if (!order) throw problem.nothingToAsk()
  await act.enqueue('payments.inquireOrder', { orderNumber: about })
}

/**
 * Mended past the platform (另行处理): a refund was paid out of the body's own account, or what the platform said was cleared up with it. Why and by which
 * voucher stands with it for good.
 * @throws payment.discrepancyNotFound, payment.discrepancyMended
 */
export async function mendOtherwise(act: Act, id: string, { reason, reference }: MendInput): Promise<void> {
  const { kind, about, refund } = await openOne(act, id)
  const unpaid = refund?.state === 'refused' || refund?.state === 'asked'
  if (refund && unpaid && kind !== 'refundContradicted') await giveBack(act, refund, 'treasury')
  await mendDiscrepancies(act, about, { how: 'otherwise', reason: reason.trim(), reference: reference.trim() })
  await act.publish('payment.mended', { discrepancyId: id, about })
}

interface Opened extends FoundDiscrepancy {
  refund: RefundRow | undefined
  order: OrderRow | undefined
}

/** What it is about is locked first, as everywhere else, so that nobody waits for another in a ring. */
async function openOne(act: Act, id: string): Promise<Opened> {
  const { about, refundNumber } = await getDiscrepancy(act, id)
  const refund = refundNumber === null ? undefined : await findRefund(act.tx, refundNumber, { lock: true })
  const order = refund ? undefined : await findOrderForUpdate(act.tx, about)
  const found = await getDiscrepancy(act, id, { lock: true })
  if (found.state !== 'open') throw problem.discrepancyMended()
  return { ...found, refund, order }
}
