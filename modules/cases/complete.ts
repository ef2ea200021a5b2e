import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import { appendClock } from './clock.ts'
import type { CaseMoved } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { requireProduced } from './production.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Completion (办结): the result is there; the clock ends. */
export async function complete(act: Act, caseNumber: string): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.complete')
  requireLawful('complete', found)
  return movedOf(await completeCase(act, found))
}

/** What completion is, by whomever; what travels is sent off after the commit (send-off.ts). */
export async function completeCase(act: Act, found: CaseRecord): Promise<CaseRecord> {
  await requireProduced(act, found)
  await appendClock(act, found, { kind: 'stop', day: legalDay(act.now), ground: '办结' })
  const changed = await changeCase(act, found, { state: 'completed', completed_at: act.now })
  await noteStep(act, found, { name: '办结', act: 'complete', by: await handlerOf(act) })
  await act.publish('case.completed', { ...factsOf(changed), decision: changed.decision ?? 'approved' })
  return changed
}
