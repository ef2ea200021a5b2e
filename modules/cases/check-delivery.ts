import type { DeliveryWish } from './contract.ts'
import { deliveryMethods, type CaseItem } from './item.ts'
import { problem } from './problems.ts'

/** @throws case.deliveryNotOffered, and case.recipientMissing where a courier needs name, telephone and address (附录四一4（6）). */
export function checkDelivery(item: Pick<CaseItem, 'result' | 'logistics'>, wish: DeliveryWish | undefined): DeliveryWish {
  const offered = deliveryMethods(item)
  const chosen = wish ?? { method: offered[0] ?? 'counter' }
  if (!offered.includes(chosen.method)) throw problem.deliveryNotOffered({ offered })
  if (chosen.method === 'courier' && !chosen.recipient) throw problem.recipientMissing()
  // what the chosen way does not need is not kept
  return chosen.method === 'courier' ? chosen : { method: chosen.method }
}
