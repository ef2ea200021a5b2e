import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { allowedIn, procedureKind } from './allowed.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved, EndSpecialInput, StartSpecialInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { issueCasePaper, sayBasis } from './papers.ts'
import { requireLawful } from './require-lawful.ts'
import { closeSpecial, findOpenSpecial, insertSpecial } from './special-store.ts'
import { restartClock, stopClock } from './standstill.ts'
import { noteStep } from './step-store.ts'

/**
 * A special procedure begins (特别程序, 行政许可法 45, appendix 3-5): the clock stands still until it ends, and the applicant is told in writing how
 * long it takes. Kind A (延长审批) is no matter for the examiner alone: it is asked for and granted (extension.ts).
 */
export async function startSpecial(act: Act, caseNumber: string, input: StartSpecialInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.startSpecial')
  requireLawful('startSpecial', found)
  const item = await pinnedItem(act, found)
  requireAllowed(item, found, input)
  if (await findOpenSpecial(act.tx, caseNumber)) throw problem.specialOpen()
  const today = legalDay(act.now)
  await insertSpecial(act, found, input, today)
  const changed = await changeCase(act, found, { state: 'suspended', ...(await stopClock(act, found, `特别程序：${input.name}`)) })
  const by = await handlerOf(act)
  await noteStep(act, found, { name: `特别程序：${input.name}`, act: 'startSpecial', by, opinion: input.reason })
  await issueNotice(act, changed, item, input, by)
  const { kind, name, plannedDays } = input
  await act.publish('case.specialStarted', { ...factsOf(changed), kind, name, ...(plannedDays ? { plannedDays } : {}) })
  return movedOf(changed)
}

/** What the item itself allows by name, or what the exchange format knows as such; the kind is fixed by the name. */
function requireAllowed(item: CaseItem, found: CaseRecord, { kind, name }: StartSpecialInput): void {
  const right = procedureKind(item, name)
  if (right === 'A') throw problem.extensionByRequest({ name })
  if (right !== kind) throw problem.procedureNotAllowed({ name, kind, allowed: allowedIn(item, found).procedures })
}

async function issueNotice(act: Act, changed: CaseRecord, item: CaseItem, input: StartSpecialInput, by: Handler): Promise<void> {
  const allowed = item.procedures.find(({ name }) => name === input.name)
  const data = {
    procedure: input.name,
    reason: input.reason,
    legalBasis: allowed?.basis ?? sayBasis(item),
    startsOn: legalDay(act.now),
    expectedLimit: input.plannedDays === undefined ? '以实际办理时间为准' : `${input.plannedDays}个工作日`,
    clerk: by.name,
  }
  await issueCasePaper(act, changed, 'specialProcedureNotice', data, true)
}

/** A special procedure ends (特别程序结束), with what came of it: the clock goes on from here. */
export async function endSpecial(act: Act, caseNumber: string, id: string, { result }: EndSpecialInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.startSpecial')
  requireLawful('endSpecial', found)
  const special = await findOpenSpecial(act.tx, caseNumber)
  if (special?.id !== id) throw problem.specialNotOpen({ id })
  await closeSpecial(act, id, legalDay(act.now), result)
  const changed = await changeCase(act, found, { state: 'accepted', ...(await restartClock(act, found, `${special.name}结束`)) })
  await noteStep(act, found, { name: `${special.name}结束`, act: 'endSpecial', by: await handlerOf(act), opinion: result })
  await act.publish('case.specialEnded', { ...factsOf(changed), kind: 'B', name: special.name })
  return movedOf(changed)
}
