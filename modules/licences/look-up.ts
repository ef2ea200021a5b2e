import type { Act } from '@yiwang/kernel'
import type { LookUpInput } from './contract.ts'
import { holderNumber } from './holder.ts'
import { insertLookUp } from './look-up-store.ts'
import { licencesOf, type HeldLicence } from './licences-of.ts'

/**
 * 按持证人调取证照 (the guide 五（二）1（4）⑤): the valid licences of a holder, for a stated purpose; the asking is noted in the same act,
 * found or not, and the holder sees it.
 */
export async function lookUpLicences(act: Act, input: LookUpInput): Promise<HeldLicence[]> {
  const holder = { kind: input.holder.kind, number: holderNumber(input.holder) }
  const found = await licencesOf(act, holder)
  await insertLookUp(act, { ...input, holder }, found.length)
  return found
}
