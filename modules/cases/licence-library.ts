import type { Desk } from '@yiwang/kernel'
import { licencesOf, type HeldLicence } from '@yiwang/licences'
import type { CasePeople } from './case-people.ts'

/** The valid licences of the applicant (免提交): not expired, reported lost or revoked, and nobody else's. */
export function ownLicences(desk: Desk, { kind, number }: Pick<CasePeople, 'kind' | 'number'>): Promise<HeldLicence[]> {
  return licencesOf(desk, { kind, number })
}
