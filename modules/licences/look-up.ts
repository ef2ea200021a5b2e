import type { Act } from '@yiwang/kernel'
import { holderNumber } from './holder.ts'
import type { Holder } from './licence-store.ts'
import { insertLookUp } from './look-up-store.ts'
import { licencesOf, type HeldLicence } from './licences-of.ts'

export interface LicenceLookUp {
  holder: Holder
  purpose: string
  /** The matter it is for; whoever calls has made sure that it is the holder's and in the asker's hands. */
  caseNumber: string
}

/**
 * 调取证照 (the guide 五（二）1（4）⑤): the valid licences of a holder, for a stated purpose in a case of his; the asking is noted in the same
 * act, found or not, and the holder sees it. There is no way to it but through a case.
 */
export async function lookUpLicences(act: Act, input: LicenceLookUp): Promise<HeldLicence[]> {
  const holder = { kind: input.holder.kind, number: holderNumber(input.holder) }
  const found = await licencesOf(act, holder)
  await insertLookUp(act, { ...input, holder }, found.length)
  return found
}
