import type { Act } from '@yiwang/kernel'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { requireLawful } from './require-lawful.ts'
import { findOpenSpecial } from './special-store.ts'
import { restartClock, stopClock } from './standstill.ts'
import { noteStep } from './step-store.ts'

/** Suspension (挂起): the clock stands still, the applicant is told why. */
export async function suspend(act: Act, caseNumber: string, { reason }: { reason: string }): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.suspend')
  requireLawful('suspend', found)
  const due = await stopClock(act, found, reason)
  const changed = await changeCase(act, found, { state: 'suspended', ...due })
  await noteStep(act, found, { name: '挂起', act: 'suspend', by: await handlerOf(act), opinion: reason })
  await act.publish('case.suspended', { ...factsOf(changed), reason })
  return movedOf(changed)
}

/** Going on (恢复). What stands still for a special procedure goes on with its end and not before. */
export async function resume(act: Act, caseNumber: string): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.suspend')
  requireLawful('resume', found)
  if (await findOpenSpecial(act.tx, caseNumber)) throw problem.specialOpen()
  const due = await restartClock(act, found, '恢复办理')
  const changed = await changeCase(act, found, { state: 'accepted', ...due })
  await noteStep(act, found, { name: '恢复', act: 'resume', by: await handlerOf(act) })
  await act.publish('case.resumed', factsOf(changed))
  return movedOf(changed)
}
