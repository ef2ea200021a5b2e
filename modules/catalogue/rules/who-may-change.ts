/** Who maintains which element (appendix 1, 维护权限). */
import type { Actor } from '@yiwang/kernel'
import { divisionLevel } from '@yiwang/standards'
import type { Elements } from '../contract.ts'
import { elements, furtherFields, type Hat } from '../elements.ts'

/** Where an item belongs. */
export interface Whereabouts {
  bodyCode: string
  division: string
  implementationCode: string
}

const permissionOf: Record<Hat, string> = {
  keeper: 'catalogue.keep',
  administration: 'catalogue.administer',
  implementer: 'catalogue.draft',
}

/** Whether a grant of this permission reaches the item. */
export function reaches(by: Actor, permission: string, { bodyCode, division, implementationCode }: Whereabouts): boolean {
  if (by.kind === 'system') return true
  return by.grants.some(
    (grant) =>
      grant.permission === permission &&
      (grant.bodies === undefined || grant.bodies.includes(bodyCode)) &&
      (grant.items === undefined || grant.items.includes(implementationCode)) &&
      (grant.divisions === undefined || grant.divisions.some((prefix) => division.startsWith(prefix))),
  )
}

/** The implementing body is the actor's own; keepers and administrations reach by their grants. */
export function hatsOf(by: Actor, item: Whereabouts): Hat[] {
  const hats = (['keeper', 'administration', 'implementer'] as const).filter((hat) => reaches(by, permissionOf[hat], item))
  return by.kind === 'system' ? hats : hats.filter((hat) => hat !== 'implementer' || by.body === item.bodyCode)
}

const levelBelow: Record<string, string> = { township: 'county', village: 'county', nation: 'province' }

/** The level at which the actor's body stands, in the words of appendix 1. */
function levelOf(by: Actor): string {
  if (by.kind === 'system') return 'province'
  if (by.division === undefined) return 'none'
  const level = divisionLevel(by.division)
  return levelBelow[level] ?? level
}

/**
 * The fields somebody may change. Before the first publication the implementing body fills in whatever the directory does not fix, and
 * proposes all of it (编制, 五（二）1（1）②); what is published is changed element by element by those whom appendix 1 names (维护).
 */
export function fieldsOpenTo(by: Actor, item: Whereabouts & { everPublished: boolean }): (keyof Elements)[] {
  const hats = hatsOf(by, item)
  const level = levelOf(by)
  const drawsUp = hats.includes('implementer') && !item.everPublished
  const named = elements.filter(
    ({ inherited, made, maintainer, levels }) =>
      !inherited &&
      !made &&
      (drawsUp || (hats.includes(maintainer) && (maintainer === 'implementer' || levels.some((one) => one === level)))),
  )
  const further = Object.entries(furtherFields).filter(
    ([, { maintainer, levels }]) =>
      drawsUp || (hats.includes(maintainer) && (maintainer === 'implementer' || levels.some((one) => one === level))),
  )
  const open = new Set([...named.map(({ field }) => field), ...further.map(([field]) => field as keyof Elements)])
  if (!drawsUp || by.kind === 'system') return [...open]
  open.delete('bodyCode') // 不得转移行政权力: only the keepers name the body
  return [...open]
}

/** Whether a grant reaches a directory of this division, whatever body keeps it. */
export function reachesDivision(by: Actor, permission: string, division: string): boolean {
  if (by.kind === 'system') return true
  const covers = (prefix: string) => division.startsWith(prefix)
  return by.grants.some(
    (grant) => grant.permission === permission && !grant.bodies && !grant.items && (grant.divisions?.some(covers) ?? true),
  )
}
