import type { Act } from '@yiwang/kernel'
import type { ChangeKind, ItemState } from '../contract.ts'
import { dropListing, putListing } from '../public/listing-store.ts'
import { getImplementation } from './get-implementation.ts'
import { listItemsOf, updateItem, type Item } from './item-store.ts'

/** What a change of the directory does to the items of its entries: which states it takes, and into which. */
const follows: Partial<Record<ChangeKind, { from: ItemState[]; to: ItemState }>> = {
  suspend: { from: ['inForce'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'inForce' },
  cancel: { from: ['inForce', 'suspended'], to: 'withdrawn' },
  split: { from: ['inForce', 'suspended'], to: 'withdrawn' },
  merge: { from: ['inForce', 'suspended'], to: 'withdrawn' },
}

/** Marks what the directory suspended, so that resuming it wakes these and no other. */
const byDirectory = '目录清单暂停'

/** Items follow their entry at once, everywhere (统一更新): no new applications for what the directory has suspended or ended. */
export async function followDirectory(act: Act, kind: ChangeKind, baseCodes: readonly string[], reason: string): Promise<void> {
  const rule = follows[kind]
  if (!rule) return
  for (const item of await listItemsOf(act, baseCodes, rule.from)) {
    if (kind === 'resume' && item.stateReason !== byDirectory) continue
    await follow(act, item, rule.to, reason)
  }
}

async function follow(act: Act, item: Item, state: ItemState, reason: string): Promise<void> {
  const { implementationCode, baseCode, bodyCode, division } = item
  await updateItem(act, implementationCode, { state, stateReason: state === 'suspended' ? byDirectory : reason })
  const implementation = await getImplementation(act.tx, implementationCode)
  const news = { implementationCode, baseCode, name: implementation.name, bodyCode, division }
  if (state === 'inForce') await putListing(act, implementation)
  else await dropListing(act, implementationCode)
  if (state === 'inForce') await act.publish('item.resumed', news)
  else await act.publish(state === 'suspended' ? 'item.suspended' : 'item.withdrawn', { ...news, reason })
}
