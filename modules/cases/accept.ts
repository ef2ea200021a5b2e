import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import { appendClock } from './clock.ts'
import { deferredMaterials } from './deferral.ts'
import type { AcceptInput, CaseMaterial, CaseMoved } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { charge } from './fees.ts'
import { handlerOf, type Handler } from './handler.ts'
import { startFlow } from './flow.ts'
import { pinnedItem } from './item.ts'
import { originalsToSee } from './materials.ts'
import { listMaterials, noteOriginalsSeen, replaceMaterials } from './material-store.ts'
import { bodyOf, issueCasePaper, materialLines, noticeBasis, sayDelivery, sayLimit } from './papers.ts'
import { problem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'
import { afterVisit } from './visits.ts'

/** Acceptance (受理): formally taken in; from this moment the clock runs and the body's own flow begins. */
export async function accept(act: Act, caseNumber: string, input: AcceptInput): Promise<CaseMoved> {
  const [found, materials] = await Promise.all([
    getCaseForUpdate(act, caseNumber, 'cases.accept'),
    listMaterials(act.tx, caseNumber),
    calendarAt(act),
  ])
  return movedOf(await acceptCase(act, found, materials, input))
}

/** The same for a case that is loaded, with its materials. `atOnce`: what is decided on the spot has no flow to go through. */
export async function acceptCase(
  act: Act,
  found: CaseRecord,
  given: CaseMaterial[],
  input: AcceptInput,
  atOnce = false,
): Promise<CaseRecord> {
  requireLawful('accept', found)
  const { caseNumber } = found
  const materials = await deferSome(act, found, given, input.deferred)
  const visits = requireOriginals(found, materials, input.originalsSeen)
  await noteOriginalsSeen(act, caseNumber, input.originalsSeen)
  const by = await handlerOf(act)
  const accepted = await takeIn(act, found, materials, by, { since: act.now, visits, deemed: false, atOnce })
  const { opinion, points } = input
  await noteStep(act, found, { name: '受理', act: 'accept', by, outcome: '准予受理', points, ...(opinion ? { opinion } : {}) })
  return accepted
}

/** The item is asked only where something is deferred. */
async function deferSome(act: Act, found: CaseRecord, materials: CaseMaterial[], deferred: readonly string[]): Promise<CaseMaterial[]> {
  if (deferred.length === 0 && !materials.some(({ source }) => source === 'deferred')) return materials
  const fresh = deferredMaterials(found, await pinnedItem(act, found), materials, deferred)
  await replaceMaterials(act, found.caseNumber, fresh)
  return fresh.length === 0 ? materials : listMaterials(act.tx, found.caseNumber)
}

/**
 * 原件预审 accepts only with the originals on the counter; 原件核验 sees them at the pick-up, 全程网办 never (五（一）2（4）①).
 * @returns the visits after this one.
 */
function requireOriginals(found: CaseRecord, materials: readonly CaseMaterial[], seen: readonly string[]): number {
  const codes = materials.map(({ code }) => code)
  const strange = seen.filter((code) => !codes.includes(code))
  if (strange.length > 0) throw problem.materialUnknown({ codes: strange })
  if (found.onlineMode !== 'preview' && seen.length > 0) throw problem.noOriginalsHere({ onlineMode: found.onlineMode })
  if (found.onlineMode !== 'preview') return found.visits
  const missing = originalsToSee(materials).filter(({ code }) => !seen.includes(code))
  if (missing.length > 0)
    throw problem.originalsMissing({ missing: missing.map(({ code }) => code), names: missing.map(({ name }) => name) })
  return found.channel === 'counter' || seen.length === 0 ? found.visits : (afterVisit(found) ?? tooOften(found))
}

function tooOften({ onlineMode }: CaseRecord): never {
  throw problem.tooManyVisits({ onlineMode })
}

/** What acceptance is in law, by whomever: the clock starts, the notice is issued, the flow begins. */
export async function takeIn(
  act: Act,
  found: CaseRecord,
  materials: readonly CaseMaterial[],
  by: Handler,
  how: { since: Date; visits: number; deemed: boolean; atOnce?: boolean },
): Promise<CaseRecord> {
  const ground = how.deemed ? '逾期未告知，视为受理' : '受理'
  const due = await appendClock(act, found, { kind: 'start', day: legalDay(how.since), ground })
  const change = { state: 'accepted', accepted_at: how.since, accept_by: null, visits: how.visits, ...due } as const
  const [accepted] = await Promise.all([changeCase(act, found, change), bodyOf(act, found)])
  await issueAcceptanceNotice(act, accepted, materials, by, how.since)
  if (!how.atOnce) await startFlow(act, accepted)
  await charge(act, accepted, 'beforeDecision')
  const { committedDue } = accepted
  await act.publish('case.accepted', { ...factsOf(accepted), deemed: how.deemed, ...(committedDue ? { committedDue } : {}) })
  return accepted
}

/** 受理通知书, sealed (行政许可法 32). */
async function issueAcceptanceNotice(
  act: Act,
  accepted: CaseRecord,
  materials: readonly CaseMaterial[],
  by: Handler,
  acceptedAt: Date,
): Promise<void> {
  const deferred = materials.filter(({ source }) => source === 'deferred').map(({ name }) => name)
  const dueOn = accepted.committedDue ?? accepted.statutoryDue
  const data = {
    ...noticeBasis(accepted, '第三十二条'),
    acceptedAt: acceptedAt.toISOString(),
    department: accepted.bodyName,
    clerk: by.name,
    committedLimit: sayLimit(accepted.committedLimit),
    deliveryMode: sayDelivery(accepted),
    materials: materialLines(materials),
    ...(accepted.statutoryLimit ? { statutoryLimit: sayLimit(accepted.statutoryLimit) } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(deferred.length > 0 ? { deferred } : {}),
  }
  await issueCasePaper(act, accepted, 'acceptanceNotice', data, true)
}
