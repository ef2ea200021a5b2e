/** Everything one may filter by, as `kind:value` (guide 二: the classes of items). Pure. */
import { canonicalDivision, divisionLevel, divisionPath, findItemType } from '@yiwang/standards'
import type { FacetName, Implementation, ItemFilters } from '../contract.ts'

/** The letter that stands for each kind. */
const letters = {
  audience: 'a',
  theme: 't',
  body: 'b',
  division: 'd',
  level: 'l',
  itemType: 'y',
  nature: 'n',
  applicationType: 'p',
  mode: 'm',
  serviceForm: 's',
  range: 'r',
  caseKind: 'k',
  charged: 'c',
} satisfies Record<keyof ItemFilters, string>

const trait = (kind: keyof ItemFilters, value: string | boolean) => `${letters[kind]}:${value}`

/** The kind and the value of a trait that is a facet. */
export function facetOfTrait(text: string): { name: FacetName; value: string } | undefined {
  const name = facetNames.find((one) => text.startsWith(`${letters[one]}:`))
  return name && { name, value: text.slice(2) }
}

export const facetNames: readonly FacetName[] = ['audience', 'mode', 'itemType', 'body', 'theme', 'caseKind', 'applicationType', 'level']

const serviceFormOf = ({ handlingForms }: Pick<Implementation, 'handlingForms'>): string => {
  const online = handlingForms.includes('online')
  return online && handlingForms.includes('counter') ? 'both' : online ? 'online' : 'offline'
}

export function traitsOf(item: Implementation): string[] {
  return [
    ...item.audiences.map((audience) => trait('audience', audience)),
    ...item.themes.map((theme) => trait('theme', theme)),
    trait('body', item.bodyCode),
    trait('division', item.division),
    trait('level', divisionLevel(canonicalDivision(item.division))),
    trait('itemType', item.itemType),
    trait('nature', findItemType(item.itemType)?.nature ?? 'power'),
    trait('applicationType', item.applicationType),
    trait('mode', item.onlineMode ?? 'counter'),
    trait('serviceForm', serviceFormOf(item)),
    trait('range', item.crossRegionRange === undefined ? 'fixed' : 'crossRegion'),
    trait('caseKind', item.caseKind),
    trait('charged', item.fees.charged),
  ]
}

/** The codes that divisions are written by, from the nation to the place: what is handled there serves people there. */
export function pathOf(division: string): string[] {
  return divisionPath(division).map((code) => {
    const level = divisionLevel(canonicalDivision(code))
    return code.slice(0, level === 'village' ? 12 : level === 'township' ? 9 : 6)
  })
}

/** What an item must have all of, and where it must be one of. Each filter narrows what the others leave (服务引导). */
export function wantedTraits({ division, ...filters }: ItemFilters): { all: string[]; places: string[] } {
  const kinds = Object.keys(letters) as (keyof ItemFilters)[]
  const all = kinds.flatMap((kind) => {
    const value = kind === 'division' ? undefined : filters[kind]
    return value === undefined ? [] : [trait(kind, value)]
  })
  return { all, places: division === undefined ? [] : pathOf(division).map((code) => trait('division', code)) }
}
