import { changeEffect } from '@yiwang/documents'
import type { Act } from '@yiwang/kernel'
import { comeIntoForce } from '@yiwang/licences'
import type { CaseRecord } from './case-record.ts'
import { getCaseForUpdate } from './case-store.ts'
import type { CaseMoved, DeliverInput } from './contract.ts'
import { deliverCase, type HandedOver } from './deliver.ts'
import { movedOf } from './facts.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { noteOriginalsSeen } from './material-store.ts'
import { problem as caseProblem } from './problems.ts'
import { grantedType, makeLicence } from './production.ts'
import { requireLawful } from './require-lawful.ts'
import { journeyOf, originalsOpen, wayOf, waysToHandOver } from './send-off.ts'
import { afterVisit } from './visits.ts'

/**
 * Delivery noted by a clerk (送达): the originals not seen yet are seen now, who received it over the counter signs (送达回证). What a courier carries
 * he cannot note: who signed for it is known from the courier alone (send-off.ts).
 */
export async function deliver(act: Act, caseNumber: string, input: DeliverInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.deliver')
  requireLawful('deliver', found)
  const open = await originalsOpen(act, found)
  const failed = await requireWay(act, found, input.method, open.length > 0)
  const how = handedOver(input)
  await seeOriginals(act, found, open, how.method === 'counter' ? input.originalsSeen : [])
  const inForce = open.length > 0 ? await bringIntoForce(act, found) : found
  const visits = how.method === 'counter' ? visitsAfter(found, failed) : found.visits
  return movedOf(await deliverCase(act, inForce, { ...how, visits }))
}

/** @throws case.signatureNeeded, case.courierDelivers */
function handedOver({ method, signedBy }: DeliverInput): HandedOver {
  if (method === 'electronic') return { method }
  if (method === 'courier') throw problem.courierDelivers()
  if (signedBy === undefined) throw problem.signatureNeeded()
  return { method, signedBy }
}

/**
 * Licence and decision have effect from now on. A licence that takes the place of one the applicant holds is made only now, so that the one he
 * holds stayed what it was.
 */
async function bringIntoForce(act: Act, found: CaseRecord): Promise<CaseRecord> {
  await changeEffect(act.tx, { kind: 'case', key: found.caseNumber }, 'pending', 'inForce')
  if (found.licenceIdentifier !== undefined) await comeIntoForce(act, found.licenceIdentifier)
  else if ((await grantedType(act, found)) !== undefined) return makeLicence(act, found)
  return found
}

/** @returns whether a courier failed before. @throws case.parcelFailed, case.deliveryOtherwise, case.parcelUnderWay, case.courierDelivers */
async function requireWay(act: Act, found: CaseRecord, method: DeliverInput['method'], originals: boolean): Promise<boolean> {
  const wish = wayOf(found)
  const { state: journey, parcel } = found.delivery.method === 'electronic' ? { state: 'none' as const } : await journeyOf(act, found)
  // by the number the courier's own people go by
  const waybill = parcel?.courierNumber ?? parcel?.number
  if (waysToHandOver(found, { originals, journey }).some((way) => way === method)) return journey === 'failed'
  if (wish === 'courier' && journey === 'failed' && method !== 'electronic') throw problem.parcelFailed({ waybill })
  if (method !== wish) throw problem.deliveryOtherwise({ wish })
  throw waybill === undefined ? problem.courierDelivers() : problem.parcelUnderWay({ waybill })
}

/** @throws case.originalsMissing */
async function seeOriginals(
  act: Act,
  { caseNumber }: CaseRecord,
  open: readonly { code: string; name: string }[],
  seen: readonly string[],
): Promise<void> {
  const missing = open.filter(({ code }) => !seen.includes(code))
  if (missing.length > 0)
    throw caseProblem.originalsMissing({ missing: missing.map(({ code }) => code), names: missing.map(({ name }) => name) })
  await noteOriginalsSeen(
    act,
    caseNumber,
    open.map(({ code }) => code),
  )
}

/** Who is to come for a parcel that came back, or chose the counter where he need not come at all, was not made to come. @throws case.tooManyVisits */
function visitsAfter(found: CaseRecord, failed: boolean): number {
  const chosen = found.onlineMode === 'full' && found.delivery.method === 'counter'
  if (failed || chosen) return found.visits
  const visits = afterVisit(found)
  if (visits === undefined) throw caseProblem.tooManyVisits({ onlineMode: found.onlineMode })
  return visits
}
