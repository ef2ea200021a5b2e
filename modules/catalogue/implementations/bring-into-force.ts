import type { Act, Work } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { putListing } from '../public/listing-store.ts'
import { getRevision } from './get-implementation.ts'
import { findItem, updateItem } from './item-store.ts'
import { listDue } from './published-store.ts'
import { stepRevision } from './revision-store.ts'

/** From now on the revision is the one in force; running cases keep theirs. */
export async function bringIntoForce(act: Act, implementationCode: string, revisionId: string): Promise<void> {
  const item = await findItem(act.tx, implementationCode)
  if (!item || item.state === 'withdrawn') return
  if (item.currentRevision) await stepRevision(act, item.currentRevision, { state: 'superseded' })
  const state = item.state === 'suspended' ? 'suspended' : 'inForce'
  const revision = { ...(await getRevision(act.tx, revisionId)), state } as const
  await updateItem(act, implementationCode, { state, currentRevision: revisionId, bodyCode: revision.bodyCode })
  if (state === 'inForce') await putListing(act, revision)
  const { baseCode, name, bodyCode, division, version } = revision
  await act.publish('item.published', { implementationCode, baseCode, name, bodyCode, division, revisionId, version })
}

/** Daily: what was published for today. One act each, so that one fault does not hold up the others. */
export async function bringDueIntoForce(work: Work): Promise<void> {
  const due = await work.read((desk) => listDue(desk.tx, legalDay(desk.now)))
  for (const { id, implementationCode } of due) {
    await work.perform('catalogue.bringIntoForce', (act) => bringIntoForce(act, implementationCode, id))
  }
}
