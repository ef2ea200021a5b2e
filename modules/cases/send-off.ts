import type { Act } from '@yiwang/kernel'
import { waybillsOf } from '@yiwang/logistics'
import type { CaseRecord } from './case-record.ts'
import type { CaseMaterial, DeliveryWish } from './contract.ts'
import { orderResultDelivery } from './courier.ts'
import { deliverCase } from './deliver.ts'
import { isFailure } from './delivery-failure.ts'
import { owedFor } from './fees.ts'
import { can } from './lifecycle.ts'
import { originalsToSee } from './materials.ts'
import { listMaterials } from './material-store.ts'

/**
 * How the result goes: as the applicant wished. A courier carries what was granted; a refusal or a forwarding needs none. Who has no account has no
 * space of his own to find it in.
 */
export function wayOf({ decision, delivery, accountId }: Pick<CaseRecord, 'decision' | 'delivery' | 'accountId'>): DeliveryWish['method'] {
  const wished = delivery.method === 'courier' && decision !== 'approved' ? 'electronic' : delivery.method
  return wished === 'electronic' && accountId === undefined ? 'counter' : wished
}

/**
 * The ways a clerk may hand the result over now. Once a way was chosen the result goes no other (大厅自领、物流递送, R5A-174), save over the counter where the
 * originals have to be seen first. What travels is delivered when the courier says it was signed for, never by a clerk's word: none is left while
 * a parcel is under way, and where it failed another way is chosen first (choose-delivery.ts).
 */
export function waysToHandOver(
  found: Pick<CaseRecord, 'decision' | 'delivery' | 'accountId'>,
  { originals, journey }: { originals: boolean; journey: Journey },
): HandOverWay[] {
  if (journey === 'underWay' || journey === 'signed') return []
  const way = wayOf(found)
  const own: HandOverWay[] = way === 'courier' ? [] : [way]
  return originals && way !== 'counter' ? [...own, 'counter'] : own
}

type HandOverWay = Exclude<DeliveryWish['method'], 'courier'>

/** Originals nobody has seen yet: they are seen when the result is handed over (原件核验, 五（一）2（4）①). */
export async function originalsOpen(act: Pick<Act, 'tx'>, found: CaseRecord): Promise<CaseMaterial[]> {
  return mayBeOpen(found) ? originalsToSee(await listMaterials(act.tx, found.caseNumber)) : []
}

/** Whether originals can be seen as late as that at all: of what was granted, unless everything was verified beforehand. */
export const mayBeOpen = ({ onlineMode, decision }: Pick<CaseRecord, 'onlineMode' | 'decision'>): boolean =>
  onlineMode !== 'full' && decision === 'approved'

type Journey = 'none' | 'underWay' | 'signed' | 'failed'

/** What became of the parcel: of the one that was signed for, or of the last. */
export async function journeyOf(
  act: Pick<Act, 'tx'>,
  { caseNumber }: Pick<CaseRecord, 'caseNumber'>,
): Promise<{ state: Journey; parcel?: { number: string; courierNumber?: string } }> {
  const sent = (await waybillsOf(act.tx, { kind: 'case', key: caseNumber })).filter(({ direction }) => direction === 'delivery')
  const signed = sent.find(({ state }) => state === 'signed')
  if (signed) return { state: 'signed', parcel: signed }
  const last = sent.at(-1)
  if (!last) return { state: 'none' }
  return { state: isFailure(last.state) ? 'failed' : 'underWay', parcel: last }
}

/**
 * What can reach the applicant without anybody coming to the hall goes by itself (送达): into his space at once, with the courier as soon as the fees
 * are paid, and it is delivered when the courier says it was signed for. What still has to be paid, or whose originals are still to be seen, waits.
 */
export async function sendOff(act: Act, found: CaseRecord): Promise<void> {
  const way = wayOf(found)
  if (!can('deliver', found)) return
  const { state, parcel }: Awaited<ReturnType<typeof journeyOf>> =
    found.delivery.method === 'electronic' ? { state: 'none' } : await journeyOf(act, found)
  // also a parcel taken for refused, in whose stead the counter was chosen
  if (state === 'signed' && parcel)
    return void (await deliverCase(act, found, { method: 'courier', visits: found.visits, waybill: parcel.number }))
  if (way === 'counter') return
  if ((await owedFor(act, found)).length > 0 || (await originalsOpen(act, found)).length > 0) return
  if (way === 'electronic') return void (await deliverCase(act, found, { method: 'electronic', visits: found.visits }))
  if (state === 'none') await orderResultDelivery(act, found)
}
