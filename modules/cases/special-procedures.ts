import type { Act } from '@yiwang/kernel'
import { legalDay, specialProcedureKind } from '@yiwang/standards'
import { changeCase, getCaseForUpdate, type CaseRecord } from './case-store.ts'
import { appendClock } from './clock.ts'
import type { CaseMoved, EndSpecialInput, StartSpecialInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { issueCasePaper, sayBasis } from './papers.ts'
import { requireLawful } from './require-lawful.ts'
import { closeSpecial, findOpenSpecials, insertSpecial } from './special-store.ts'
import { noteStep } from './step-store.ts'

/**
 * A special procedure begins (特别程序, 行政许可法 45, appendix 3-5). Kind B stops the clock until it ends; kind A lengthens the
 * limit by what is planned for it. The applicant is told in writing how long it takes.
 */
export async function startSpecial(act: Act, caseNumber: string, input: StartSpecialInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.startSpecial')
  requireLawful('startSpecial', found)
  const item = await pinnedItem(act, found)
  requireAllowed(item, input)
  if ((await findOpenSpecials(act.tx, caseNumber)).length > 0) throw problem.specialOpen()
  const today = legalDay(act.now)
  await insertSpecial(act, found, input, today)
  const changed = await moveClock(act, found, input)
  const by = await handlerOf(act)
  await noteStep(act, found, { name: `特别程序：${input.name}`, act: 'startSpecial', by, opinion: input.reason })
  await issueNotice(act, changed, item, input, by)
  const { kind, name, plannedDays } = input
  await act.publish('case.specialStarted', { ...factsOf(changed), kind, name, ...(plannedDays ? { plannedDays } : {}) })
  return movedOf(changed)
}

/** What the item itself allows by name, or what the exchange format knows as such; the kind is fixed by the name. */
function requireAllowed({ procedures }: CaseItem, { kind, name, plannedDays }: StartSpecialInput): void {
  const allowed = procedures.find((procedure) => procedure.name === name)
  const right = allowed?.kind ?? specialProcedureKind(name)
  if ((procedures.length > 0 && !allowed) || right !== kind)
    throw problem.procedureNotAllowed({ name, kind, allowed: procedures.map((one) => one.name) })
  if (kind === 'A' && plannedDays === undefined) throw problem.procedureDaysNeeded({ name })
}

async function moveClock(act: Act, found: CaseRecord, { kind, name, plannedDays = 0 }: StartSpecialInput): Promise<CaseRecord> {
  const day = legalDay(act.now)
  if (kind === 'A')
    return changeCase(act, found, await appendClock(act, found, { kind: 'extend', day, days: plannedDays, ground: `特别程序：${name}` }))
  return changeCase(act, found, {
    state: 'suspended',
    ...(await appendClock(act, found, { kind: 'pause', day, ground: `特别程序：${name}` })),
  })
}

async function issueNotice(act: Act, changed: CaseRecord, item: CaseItem, input: StartSpecialInput, by: Handler): Promise<void> {
  const allowed = item.procedures.find(({ name }) => name === input.name)
  const dueOn = changed.committedDue ?? changed.statutoryDue
  const data = {
    procedure: input.name,
    reason: input.reason,
    legalBasis: allowed?.basis ?? sayBasis(item),
    startsOn: legalDay(act.now),
    expectedLimit: input.plannedDays === undefined ? '以实际办理时间为准' : `${input.plannedDays}个工作日`,
    clerk: by.name,
    ...(dueOn ? { dueOn } : {}),
  }
  await issueCasePaper(act, changed, 'specialProcedureNotice', data, true)
}

/** A special procedure ends (特别程序结束): with kind B the clock goes on from here. */
export async function endSpecial(act: Act, caseNumber: string, id: string, { result }: EndSpecialInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.startSpecial')
  requireLawful('endSpecial', found)
  const special = (await findOpenSpecials(act.tx, caseNumber)).find((one) => one.id === id)
  if (!special) throw problem.specialNotOpen({ id })
  const day = legalDay(act.now)
  await closeSpecial(act, id, day, result)
  const resumed =
    special.kind === 'B'
      ? { state: 'accepted' as const, ...(await appendClock(act, found, { kind: 'resume', day, ground: `${special.name}结束` })) }
      : {}
  const changed = await changeCase(act, found, resumed)
  await noteStep(act, found, { name: `${special.name}结束`, act: 'endSpecial', by: await handlerOf(act), opinion: result })
  await act.publish('case.specialEnded', { ...factsOf(changed), kind: special.kind, name: special.name })
  return movedOf(changed)
}
