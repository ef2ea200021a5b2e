/** What all others read: the item in the revision in force, or in the one a case is pinned to. */
import type { Tx } from '@yiwang/kernel'
import type { Implementation } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'
import { canOnItem } from '../rules/lifecycle.ts'
import { findItem } from './item-store.ts'
import { loadPublished, type Published } from './published-store.ts'

/** Revisions never change, so what was read once is right for ever; the oldest give way. */
const known = new Map<string, Published>()
const mostKnown = 2000

/** A revision by itself, whatever the item's state is now; read once, it costs nothing. */
export function getPinnedRevision(tx: Tx, revisionId: string): Promise<Published> {
  return publishedRevision(tx, revisionId)
}

async function publishedRevision(tx: Tx, revisionId: string): Promise<Published> {
  const before = known.get(revisionId)
  if (before) return before
  const loaded = await loadPublished(tx, revisionId)
  if (!loaded) throw problem.revisionNotFound({ revisionId })
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
  known.set(revisionId, loaded)
  return loaded
}

/** The implementation in the revision in force, whatever its state. @throws item.notFound when none was ever published. */
export async function getImplementation(tx: Tx, implementationCode: string): Promise<Implementation> {
  const item = await findItem(tx, implementationCode)
  if (!item?.currentRevision) throw problem.notFound({ implementationCode })
  return { ...(await publishedRevision(tx, item.currentRevision)), state: item.state }
}

/** For a new application. @throws item.suspended, item.withdrawn, item.notInForce. */
export async function getOpenImplementation(tx: Tx, implementationCode: string): Promise<Implementation> {
  const implementation = await getImplementation(tx, implementationCode)
  const { state, name } = implementation
  if (canOnItem('apply', state)) return implementation
  if (state === 'suspended') throw problem.suspended({ name })
  if (state === 'withdrawn') throw problem.withdrawn({ name })
  throw problem.notInForce({ name })
}

/** The revision a case is pinned to, whatever became of the item since. */
export async function getRevision(tx: Tx, revisionId: string): Promise<Implementation> {
  const revision = await publishedRevision(tx, revisionId)
  const item = await findItem(tx, revision.implementationCode)
  return { ...revision, state: item?.state ?? 'withdrawn' }
}
