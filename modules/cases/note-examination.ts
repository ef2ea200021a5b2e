import type { Act } from '@yiwang/kernel'
import { getCaseForUpdate, touchCase } from './case-store.ts'
import type { CaseMoved, NoteExaminationInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { findFlow } from './flow-store.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/**
 * Noting what an examination came to (登记审查意见, the guide 五（二）1（2）④): for a department that examines in a business system of its own.
 * Where a flow is drawn here, its steps are the examination.
 */
export async function noteExamination(act: Act, caseNumber: string, { opinion, points }: NoteExaminationInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.examine')
  requireLawful('noteExamination', found)
  if (await findFlow(act.tx, caseNumber)) throw problem.examinedByFlow()
  const changed = await touchCase(act, found)
  await noteStep(act, found, { name: '审查', act: 'noteExamination', by: await handlerOf(act), opinion, points })
  await act.publish('case.stepDone', { ...factsOf(changed), step: '审查', actorId: act.by.id })
  return movedOf(changed)
}
