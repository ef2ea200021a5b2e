import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import { closeRequests } from './approval-store.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMaterial, CaseMoved, DecideInput } from './contract.ts'
import { contradicts, didItAll, flowSaid } from './desk-facts.ts'
import { factsOf, movedOf } from './facts.ts'
import { charge, owedFor } from './fees.ts'
import { findFlow, type RunningFlow } from './flow-store.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { originalsToSee } from './materials.ts'
import { listMaterials } from './material-store.ts'
import { bodyOf, decisionBasis, decisionWords, issueCasePaper, sayDelivery } from './papers.ts'
import { remediesOf } from './remedies.ts'
import { requireLawful } from './require-lawful.ts'
import { mayBeOpen } from './send-off.ts'
import { closeExtension } from './special-store.ts'
import { examinersOf, noteStep } from './step-store.ts'
import { doersOf } from './task-store.ts'
import { deliveryLimit, termEnd } from './time-limits.ts'

/** The decision (决定): granted, denied with reasons and the way to appeal, or forwarded to who decides. */
export async function decide(act: Act, caseNumber: string, input: DecideInput): Promise<CaseMoved> {
  const [found, flow, done] = await Promise.all([
    getCaseForUpdate(act, caseNumber, 'cases.decide'),
    findFlow(act.tx, caseNumber),
    doersOf(act.tx, caseNumber),
    calendarAt(act),
  ])
  requireLawful('decide', found)
  await requireExamined(act, found, { flow, done }, input)
  const decided = await decideCase(act, found, input)
  await closeRequests(act, caseNumber, '已作出决定')
  await closeExtension(act, caseNumber, legalDay(act.now), '已作出决定')
  return movedOf(decided)
}

interface Examination {
  flow: RunningFlow | undefined
  /** Who did which step of it. */
  done: Awaited<ReturnType<typeof doersOf>>
}

/** What a decision is in law, whoever may take it: everything that had to be in is in, the paper is issued under seal. */
export async function decideCase(act: Act, found: CaseRecord, input: DecideInput): Promise<CaseRecord> {
  const materials = await requireComplete(act, found)
  const item = await pinnedItem(act, found)
  const { decision, reasons } = input
  const deliverBy = termEnd(legalDay(act.now), deliveryLimit, await calendarAt(act)) ?? null
  const change = { decision, decision_reasons: reasons, decided_by: act.by.id, decided_at: act.now, deliver_by: deliverBy } as const
  const moved = changeCase(act, found, { state: 'decided', ...change })
  const [changed] = await Promise.all([moved, bodyOf(act, found)])
  const outcome = { approved: '准予', denied: '不予', forwarded: '转报' }[decision]
  await noteStep(act, found, { name: '决定', act: 'decide', by: await handlerOf(act), opinion: reasons, outcome, points: input.points })
  const pending = mayBeOpen(changed) && originalsToSee(materials).length > 0
  await issueDecision(act, changed, item, input, pending)
  if (decision === 'approved') await charge(act, changed, 'atDelivery')
  await act.publish('case.decided', { ...factsOf(changed), decision })
  return changed
}

/**
 * 未经审查不得决定 (R5A-144), 审查与决定分离: the body's own flow has come to its end and agrees, or what the department's own system came to is
 * noted; and it was not all the work of who decides. An instant case without a flow is examined by deciding it.
 */
async function requireExamined(act: Act, found: CaseRecord, { flow, done }: Examination, { decision }: DecideInput): Promise<void> {
  const { caseNumber, handling } = found
  if (!flow && handling === 'instant') return
  if (flow && !flow.ended) throw problem.flowNotEnded()
  const said = flow && flowSaid(flow)
  if (contradicts(said, decision)) throw problem.flowSaysOtherwise({ said })
  const examiners = flow ? done.map(({ by }) => by) : await examinersOf(act.tx, caseNumber)
  if (examiners.length === 0) throw problem.notExamined()
  if (didItAll(examiners, act.by.id)) throw problem.deciderExamined()
}

/** @returns the materials. @throws case.deferredMissing, case.notPaid */
async function requireComplete(act: Act, found: CaseRecord): Promise<CaseMaterial[]> {
  const [materials, owed] = await Promise.all([listMaterials(act.tx, found.caseNumber), owedFor(act, found)])
  const deferred = materials.filter(({ source }) => source === 'deferred')
  if (deferred.length > 0) throw problem.deferredMissing({ names: deferred.map(({ name }) => name) })
  if (owed.length > 0) throw problem.notPaid({ notices: owed })
  return materials
}

/** Sealed now; what waits for originals is handed over, and has effect, only then (原件核验). Who is denied is told how to fight it (行政许可法 38). */
async function issueDecision(
  act: Act,
  changed: CaseRecord,
  item: CaseItem,
  { decision, reasons, forwardTo }: DecideInput,
  pending: boolean,
): Promise<void> {
  const head = { acceptedOn: legalDay(new Date(changed.acceptedAt ?? changed.submittedAt)), legalBasis: decisionBasis(item, decision) }
  if (decision === 'approved') {
    const { name, validity } = item.result
    const result = { licence: name, deliveryMode: sayDelivery(changed), ...(validity ? { validity } : {}) }
    const data = { ...head, ...decisionWords(item, '准予'), content: reasons, ...result }
    await issueCasePaper(act, changed, 'approvalDecision', data, true, pending)
  } else if (decision === 'denied') {
    const data = { ...head, ...decisionWords(item, '不予'), reasons: [reasons], remedies: await remediesOf(act, changed) }
    await issueCasePaper(act, changed, 'denialDecision', data, true)
  } else {
    const to = forwardTo ?? item.forwardTo
    if (to === undefined) throw problem.forwardToMissing()
    await issueCasePaper(act, changed, 'forwardingDecision', { ...head, forwardedTo: to, opinion: reasons }, true)
  }
}
