import type { Act } from '@yiwang/kernel'
import { peopleOf } from './case-people.ts'
import { getCase } from './case-store.ts'
import type { CheckedIdentity } from './contract.ts'

/** The identity check at the counter: the numbers whole, and in the trace who looked. Nothing changes. */
export async function checkIdentity(act: Act, caseNumber: string): Promise<CheckedIdentity> {
  const found = await getCase(act, caseNumber, 'cases.checkIdentity')
  return { caseNumber, applicant: peopleOf(act.settings, found), form: found.form }
}
