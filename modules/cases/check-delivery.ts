import { isServicePhone, parseMobilePhone } from '@yiwang/standards'
import type { DeliveryWish } from './contract.ts'
import { deliveryMethods, type CaseItem } from './item.ts'
import { handlingProblem } from './handling-problems.ts'
import { problem } from './problems.ts'

/**
 * A courier brings nothing whose originals must first be seen at the hall (原件核验): `originals` names them.
 * @throws case.deliveryNotOffered, case.courierBeforeOriginals, and case.recipientMissing, case.recipientInvalid where a courier needs name, telephone and address
 * (附录四一4（6）).
 */
export function checkDelivery(
  item: Pick<CaseItem, 'result' | 'logistics'>,
  wish: DeliveryWish | undefined,
  originals: readonly string[] = [],
): DeliveryWish {
  const offered = deliveryMethods(item)
  const first = offered.find((method) => method !== 'courier' || originals.length === 0)
  const chosen = wish ?? { method: first ?? 'counter' }
  if (!offered.includes(chosen.method)) throw problem.deliveryNotOffered({ offered })
  if (chosen.method === 'courier' && originals.length > 0) throw handlingProblem.courierBeforeOriginals({ names: originals })
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
