import { isServicePhone, parseMobilePhone } from '@yiwang/standards'
import type { DeliveryWish } from './contract.ts'
import { deliveryMethods, type CaseItem } from './item.ts'
import { problem } from './problems.ts'

/**
 * @throws case.deliveryNotOffered, and case.recipientMissing, case.recipientInvalid where a courier needs name, telephone and address
 * (附录四一4（6）).
 */
export function checkDelivery(item: Pick<CaseItem, 'result' | 'logistics'>, wish: DeliveryWish | undefined): DeliveryWish {
  const offered = deliveryMethods(item)
  const chosen = wish ?? { method: offered[0] ?? 'counter' }
  if (!offered.includes(chosen.method)) throw problem.deliveryNotOffered({ offered })
  if (chosen.method === 'courier' && !chosen.recipient) throw problem.recipientMissing()
  if (chosen.method === 'courier' && chosen.recipient) requireReachable(chosen.recipient)
  // what the chosen way does not need is not kept
  return chosen.method === 'courier' ? chosen : { method: chosen.method }
}

/** What a courier cannot find anybody by is told before it is kept. */
function requireReachable({ name, phone, address }: NonNullable<DeliveryWish['recipient']>): void {
  const errors = [
    ...(name.trim().length < 2 ? ['name'] : []),
    ...(parseMobilePhone(phone).ok || isServicePhone(phone.trim()) ? [] : ['phone']),
    ...(address.trim().length < 5 ? ['address'] : []),
  ]
  if (errors.length > 0) throw problem.recipientInvalid({ fields: errors })
}
