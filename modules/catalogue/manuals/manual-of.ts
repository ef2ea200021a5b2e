import type { Tx } from '@yiwang/kernel'
import type { ReviewManual } from '../contract.ts'
import { getImplementation, getRevision } from '../implementations/get-implementation.ts'
import { findManual, getManual } from './manual-store.ts'

/** The manual for an item as it now is. For staff: whoever calls this answers for who reads it. */
export async function manualOf(tx: Tx, implementationCode: string): Promise<ReviewManual> {
  return getManual(tx, await getImplementation(tx, implementationCode))
}

/** The manual for a case, by the revision it is pinned to; undefined while none is written. */
export async function findManualFor(tx: Tx, revisionId: string): Promise<ReviewManual | undefined> {
  const implementation = await getRevision(tx, revisionId)
  return (await findManual(tx, implementation.implementationCode)) ? getManual(tx, implementation) : undefined
}
