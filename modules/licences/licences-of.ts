import { getAccount } from '@yiwang/identity'
import type { Desk } from '@yiwang/kernel'
import type { HolderKind } from './contract.ts'
import { validLicences } from './licence-queries.ts'

export interface HeldLicence {
  identifier: string
  /** Code of the licence type. */
  type: string
  name: string
  number: string
  issuerName: string
  validUntil?: string
}

export type HolderKey = { accountId: string } | { kind: HolderKind; number: string }

/**
 * The valid licences of a holder (免提交, the guide 五（一）2（4）①): not expired, suspended, reported lost or ended, with their file there, and
 * nobody else's. For what the platform itself needs in handling a case; who looks somebody up asks with a purpose (`lookUpLicences`).
 */
export async function licencesOf(desk: Desk, holder: HolderKey): Promise<HeldLicence[]> {
  return validLicences(desk, await holderOf(desk, holder))
}

/** The valid licences of a holder that stand for a material (免提交), by the types the material names. */
export async function licenceForMaterial(desk: Desk, holder: HolderKey, licenceTypes: readonly string[]): Promise<HeldLicence | undefined> {
  if (licenceTypes.length === 0) return undefined
  return (await licencesOf(desk, holder)).find((licence) => licenceTypes.includes(licence.type))
}

export async function holderOf(desk: Desk, holder: HolderKey): Promise<{ kind: HolderKind; number: string }> {
  if ('number' in holder) return holder
  const { kind, number } = await getAccount(desk, holder.accountId)
  return { kind, number }
}
