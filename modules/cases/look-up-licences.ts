import type { Act } from '@yiwang/kernel'
import { lookUpLicences, type HeldLicence } from '@yiwang/licences'
import { getCaseToLookAt } from './case-reach-store.ts'
import { peopleOf } from './case-people.ts'
import type { LookUpInput } from './contract.ts'
import { requireLawful } from './require-lawful.ts'

/**
 * 辅助办理时调取证照 (the guide 五（二）1（4）⑤): the licences of the applicant of a case that is in the asker's hands and still under way; of
 * nobody else, and for nothing else. The holder reads who asked, in which case and why.
 */
export async function lookUpApplicantLicences(act: Act, caseNumber: string, { purpose }: LookUpInput): Promise<HeldLicence[]> {
  const found = await getCaseToLookAt(act, caseNumber, 'cases.lookUpLicences')
  requireLawful('lookUpLicences', found)
  const { kind, number } = peopleOf(act.settings, found)
  return lookUpLicences(act, { holder: { kind, number }, purpose, caseNumber })
}
