import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { allowedIn } from './allowed.ts'
import { findOpenRequest, insertRequest, noteAnswer, wasGranted } from './approval-store.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import { appendClock } from './clock.ts'
import type { CaseMoved, GrantInput, RequestExtensionInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { extensionBasis, issueCasePaper, sayLimit } from './papers.ts'
import { requireLawful } from './require-lawful.ts'
import { closeExtension, insertSpecial } from './special-store.ts'
import { noteStep } from './step-store.ts'

/** Asking for more time (申请延期). Once, and at most what the law allows. */
export async function requestExtension(act: Act, caseNumber: string, { workdays, reason }: RequestExtensionInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.requestExtension')
  requireLawful('requestExtension', found)
  requireWithin(await pinnedItem(act, found), found, workdays)
  if (await wasGranted(act.tx, caseNumber, 'extension')) throw problem.extensionOnce()
  const by = await handlerOf(act)
  if (!(await insertRequest(act, { caseNumber, kind: 'extension', workdays, reason, askedByName: by.name }))) throw problem.requestOpen()
  await insertSpecial(act, found, { kind: 'A', name: '延长审批', reason, plannedDays: workdays }, legalDay(act.now))
  await act.publish('case.extensionRequested', { ...factsOf(found), workdays })
  return movedOf(found)
}

/** @throws case.extensionTooLong, case.extensionTooManyDays, case.nothingToExtend */
function requireWithin(item: CaseItem, found: CaseRecord, days: number): void {
  const { extension } = allowedIn(item, found)
  if (!extension) throw problem.nothingToExtend()
  const tooLong = extension.unit === 'workday' ? problem.extensionTooLong : problem.extensionTooManyDays
  if (days > extension.most) throw tooLong({ most: extension.most })
}

/** The head of the body grants or refuses it (批准延期): the limit and every supervision point move, the applicant is told. */
export async function grantExtension(act: Act, caseNumber: string, { requestId, granted, note }: GrantInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.grantExtension')
  requireLawful('grantExtension', found)
  const request = await findOpenRequest(act.tx, caseNumber, 'extension', requestId)
  if (!request) throw problem.requestNotOpen({ requestId })
  if (request.askedBy === act.by.id) throw problem.ownRequest()
  await noteAnswer(act, requestId, granted, note)
  const by = await handlerOf(act)
  const outcome = granted ? '同意' : '不同意'
  await closeExtension(act, caseNumber, legalDay(act.now), outcome)
  await noteStep(act, found, { name: '延期审批', act: 'grantExtension', by, outcome, ...(note ? { opinion: note } : {}) })
  if (!granted) return movedOf(found)
  return extend(act, found, request.workdays ?? 0, request.reason, by)
}

async function extend(act: Act, found: CaseRecord, workdays: number, reason: string, by: Handler): Promise<CaseMoved> {
  const due = await appendClock(act, found, { kind: 'extend', day: legalDay(act.now), days: workdays, ground: reason })
  const changed = await changeCase(act, found, due)
  const [former, later] = [found.committedDue ?? found.statutoryDue, changed.committedDue ?? changed.statutoryDue]
  if (former !== undefined && later !== undefined) {
    const data = {
      reason,
      legalBasis: extensionBasis(await pinnedItem(act, changed)),
      extendedBy: sayLimit({ value: workdays, unit: (found.committedLimit ?? found.statutoryLimit)?.unit ?? 'workday' }),
      formerDueOn: former,
      dueOn: later,
      approvedBy: by.name,
    }
    await issueCasePaper(act, changed, 'extensionNotice', data, true)
  }
  await act.publish('case.extended', { ...factsOf(changed), workdays, reason })
  return movedOf(changed)
}
