import type { Act } from '@yiwang/kernel'
import { reopenDelivery } from './delivery-store.ts'

/** A message that did not arrive is sent again (失败重试, guide 三（三）3). */
export async function resend(act: Act, deliveryId: string): Promise<void> {
  await reopenDelivery(act, deliveryId)
  await act.enqueue('messages.deliver', { deliveryId })
}
