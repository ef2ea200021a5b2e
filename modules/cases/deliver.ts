import type { Act } from '@yiwang/kernel'
import { changeCase, getCaseForUpdate, type CaseRecord } from './case-store.ts'
import type { CaseMoved, DeliverInput } from './contract.ts'
import { insertDelivery } from './delivery-store.ts'
import { factsOf, movedOf } from './facts.ts'
import { requirePaid } from './fees.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { listPapers } from '@yiwang/documents'
import { originalsToSee } from './materials.ts'
import { listMaterials, noteOriginalsSeen } from './material-store.ts'
import { issueCasePaper } from './papers.ts'
import { problem as caseProblem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'
import { afterVisit } from './visits.ts'

/** Delivery at the counter (送达): with 原件核验 the originals are seen now; who received it signs (送达回证). */
export async function deliver(act: Act, caseNumber: string, input: DeliverInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.deliver')
  requireLawful('deliver', found)
  if (found.delivery.method === 'courier' && input.method === 'electronic') throw problem.deliveryOtherwise({ wish: found.delivery.method })
  if (input.method !== 'electronic' && input.signedBy === undefined) throw problem.signatureNeeded()
  const visits = input.method === 'counter' ? await seeOriginals(act, found, input.originalsSeen) : found.visits
  return movedOf(await deliverCase(act, found, { method: input.method, visits, ...(input.signedBy ? { signedBy: input.signedBy } : {}) }))
}

/** @returns the visits after this one. @throws case.originalsMissing, case.tooManyVisits */
async function seeOriginals(act: Act, found: CaseRecord, seen: readonly string[]): Promise<number> {
  if (found.onlineMode === 'verify') {
    const missing = originalsToSee(await listMaterials(act.tx, found.caseNumber)).filter(({ code }) => !seen.includes(code))
    if (missing.length > 0)
      throw caseProblem.originalsMissing({ missing: missing.map(({ code }) => code), names: missing.map(({ name }) => name) })
    await noteOriginalsSeen(act, found.caseNumber, seen)
  }
  const visits = afterVisit(found)
  if (visits === undefined) throw caseProblem.tooManyVisits({ onlineMode: found.onlineMode })
  return visits
}

const modes = { electronic: '电子送达', courier: '物流递送', counter: '直接送达' } as const

/** What delivery is, whoever notes it: fees are paid, the receipt says who, when and what. */
export async function deliverCase(
  act: Act,
  found: CaseRecord,
  how: { method: DeliverInput['method']; signedBy?: string; visits: number; waybill?: string },
): Promise<CaseRecord> {
  await requirePaid(act, found)
  const changed = await changeCase(act, found, { state: 'delivered', delivered_at: act.now, visits: how.visits })
  await insertDelivery(act, found.caseNumber, how)
  const by = await handlerOf(act)
  await noteStep(act, found, { name: '送达', act: 'deliver', by, outcome: modes[how.method] })
  await issueReceipt(act, changed, how, by.name)
  await act.publish('case.delivered', { ...factsOf(changed), method: how.method })
  return changed
}

async function issueReceipt(
  act: Act,
  changed: CaseRecord,
  how: { method: DeliverInput['method']; signedBy?: string; waybill?: string },
  deliveredBy: string,
): Promise<void> {
  const handed = (await listPapers(act.tx, { kind: 'case', key: changed.caseNumber })).filter(({ kind }) => kind.endsWith('Decision'))
  const documents = handed.map(({ title, number }) => ({ name: title, number }))
  const address = changed.delivery.recipient?.address ?? '—'
  const data = {
    documents: documents.length > 0 ? documents : [{ name: changed.itemName, number: changed.caseNumber }],
    recipient: changed.applicantName,
    address,
    mode: modes[how.method],
    deliveredAt: act.now.toISOString(),
    deliveredBy,
    receivedBy: how.signedBy ?? changed.applicantName,
    ...(how.waybill ? { waybill: how.waybill } : {}),
  }
  await issueCasePaper(act, changed, 'deliveryReceipt', data, false)
}
