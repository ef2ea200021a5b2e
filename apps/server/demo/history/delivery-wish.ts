import { hasOriginal } from '@yiwang/catalogue/rules'
import type { DeliveryWish } from '@yiwang/cases/contract'
import type { PlannedCase } from './plan.ts'

/** How the applicant wants the result; who came to the counter comes again, and no courier brings what waits for originals. */
export function deliveryFor({ item, where, luck, applicant }: PlannedCase): DeliveryWish {
  const originals = item.onlineMode === 'verify' && item.materials.some(hasOriginal)
  const offered = item.result.delivery.filter((method) => method !== 'courier' || (item.logistics.results && !originals))
  const counter = offered.includes('counter')
  if (where === 'counter' && counter) return { method: 'counter' }
  const method = counter && luck.happens(0.25) ? 'counter' : luck.pick(offered)
  if (method !== 'courier') return { method }
  return { method, recipient: { name: applicant.name.slice(0, 60), phone: applicant.phone, address: applicant.address } }
}
