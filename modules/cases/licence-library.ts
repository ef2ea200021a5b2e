import type { Desk } from '@yiwang/kernel'
import type { CasePeople } from './case-store.ts'

export interface HeldLicence {
  identifier: string
  type: string
  name: string
}

/** Where licences come from, until the licence library is in the house. */
export interface CaseLicences {
  validOf(desk: Desk, holder: { kind: 'person' | 'organisation'; number: string }): Promise<HeldLicence[]>
}

declare module '@yiwang/kernel' {
  interface Outside {
    caseLicences: CaseLicences
  }
}

/** The valid licences of the applicant (免提交): not expired, reported lost or revoked, and nobody else's. */
export function ownLicences(desk: Desk, { kind, number }: Pick<CasePeople, 'kind' | 'number'>): Promise<HeldLicence[]> {
  return desk.outside.caseLicences.validOf(desk, { kind, number })
}
