import type { Act } from '@yiwang/kernel'
import { getOwnCaseForUpdate } from './case-store.ts'
import { closeCase } from './close-case.ts'
import type { CaseMoved, WithdrawInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Withdrawing the application (撤回申请): the applicant may at any time before the decision, without giving a reason. */
export async function withdraw(act: Act, caseNumber: string, input: WithdrawInput): Promise<CaseMoved> {
  const found = await getOwnCaseForUpdate(act, caseNumber)
  requireLawful('withdraw', found)
  const by = { id: act.by.id, name: found.contactName }
  const reason = input.reason ?? '申请人撤回申请'
  const closed = await closeCase(act, found, 'withdrawn', { reason, by })
  await noteStep(act, found, { name: '撤回', act: 'withdraw', by, ...(input.reason === undefined ? {} : { opinion: input.reason }) })
  await act.publish('case.withdrawn', factsOf(closed))
  return movedOf(closed)
}
