import type { Act } from '@yiwang/kernel'
import type { PlatformCallback } from './contract.ts'
import { noteCallback } from './order-store.ts'
import { noteRefunded } from './carry-refund.ts'
import { applyWord } from './settle.ts'

/**
 * A callback of the platform (支付结果通知), its signature already checked. A repeated one changes nothing and is answered as
 * the first was; amounts are only compared, never taken over.
 */
export async function receiveCallback(act: Act, callback: PlatformCallback, nonce: string): Promise<void> {
  const { callbackId, event, merchantOrderNo: orderNumber, amount: amountFen } = callback
  if (!(await noteCallback(act, { callbackId, nonce, event, orderNumber, verdict: 'received' }))) return
  if (event === 'refund.refunded') {
    await noteRefunded(act, callback.merchantRefundNo ?? '', amountFen)
    return
  }
  const { channel, transactionNo: transactionNumber } = callback
  await applyWord(act, orderNumber, {
    state: 'paid',
    amountFen,
    ...(channel ? { channel } : {}),
    ...(transactionNumber ? { transactionNumber } : {}),
  })
}
