import type { Revision } from '../contract.ts'
import type { ItemNews } from '../events.ts'
import type { Item } from './item-store.ts'

export function newsOf({ implementationCode, baseCode, bodyCode, division }: Item, revision: Pick<Revision, 'elements'>): ItemNews {
  return { implementationCode, baseCode, name: revision.elements.name ?? '', bodyCode, division }
}
