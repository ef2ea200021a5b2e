import type { Facet as FoundFacet, ItemsPage } from '@yiwang/catalogue/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { nameIn } from './english-names.ts'
import { type ItemRow, itemRow } from './item.ts'

export const filterNames = ['audience', 'theme', 'body', 'itemType', 'applicationType', 'mode', 'caseKind', 'level'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>

export type FacetValue = { label: string; count: number; href: string; chosen: boolean }
export type Facet = { name: FilterName; title: string; values: FacetValue[] }
export type SearchPage = {
  question: string
  heading: string
  rows: ItemRow[]
  /** Where nothing is offered here: who offers it elsewhere in the same city. */
  elsewhere: ItemRow[]
  facets: Facet[]
  chosen: { label: string; href: string }[]
  found: string
  next?: string
  first?: string
  failed: boolean
}

export type Asked = { question: string; filters: Filters; after?: string }

export function readAsked(url: URL): Asked {
  const filters: Filters = {}
  for (const name of filterNames) {
    const value = url.searchParams.get(name)?.trim()
    if (value) filters[name] = value.slice(0, 60)
  }
  const after = url.searchParams.get('after')
  return { question: (url.searchParams.get('q') ?? '').trim().slice(0, 100), filters, ...(after && { after }) }
}

export function searchHref({ question, filters, after }: Asked): string {
  const query = new URLSearchParams()
  if (question) query.set('q', question)
  for (const name of filterNames) if (filters[name]) query.set(name, filters[name])
  if (after) query.set('after', after)
  return `/search${query.size > 0 ? `?${query}` : ''}`
}

export async function loadSearch(api: Api, asked: Asked, place: string, t: Translate, language: Language = 'zh'): Promise<SearchPage> {
  const { question, filters, after } = asked
  const query = { ...(question && { q: question }), division: place, ...filters, ...(after && { after }), limit: 20 }
  const answer = await api.get<ItemsPage>('/items', { query })
  if (!isOk(answer)) return { ...emptyPage(asked, [], t), failed: true }
  const { items, facets, found, next } = answer.body
  const shown = order(facets).map((facet) => facetOf(inLanguage(facet, language), asked, t))
  return {
    ...emptyPage(asked, shown, t),
    rows: items.map((item) => itemRow(item, t)),
    elsewhere: items.length === 0 && question && !after ? await offeredNearby(api, asked, place, t) : [],
    facets: shown.filter((facet) => narrows(facet, found)),
    found: t(found.more ? 'search.foundMore' : 'search.found', { count: found.count }),
    ...(next && { next: searchHref({ ...asked, after: next }) }),
    ...(after && { first: searchHref({ question, filters }) }),
  }
}

const cityOf = (division: string): string => division.slice(0, 4)

/** 全市: the same question without the place, kept to the city the visitor is in. */
async function offeredNearby(api: Api, { question, filters }: Asked, place: string, t: Translate): Promise<ItemRow[]> {
  const answer = await api.get<ItemsPage>('/items', { query: { q: question, ...filters, limit: 20 } })
  if (!isOk(answer)) return []
  const near = answer.body.items.filter(({ division }) => cityOf(division) === cityOf(place))
  return near.slice(0, 5).map((item) => itemRow(item, t))
}

const order = (facets: readonly FoundFacet[]): FoundFacet[] => filterNames.flatMap((name) => facets.filter((facet) => facet.name === name))

function emptyPage(asked: Asked, facets: Facet[], t: Translate): SearchPage {
  const chosen = chosenOf(facets, asked)
  const theme = facets.find(({ name }) => name === 'theme')?.values.find((value) => value.chosen)?.label
  const heading = asked.question ? t('search.headingFor', { question: asked.question }) : (theme ?? t('search.headingAll'))
  return { question: asked.question, heading, rows: [], elsewhere: [], facets: [], chosen, found: '', failed: false }
}

/** A filter whose one value all results carry would change nothing. */
const narrows = ({ values }: Facet, found: ItemsPage['found']): boolean =>
  values.length > 1 || values.some(({ chosen, count }) => chosen || found.more || count < found.count)

function facetOf(facet: FoundFacet, asked: Asked, t: Translate): Facet {
  const values = facet.values.map(({ value, label, count }) => {
    const chosen = asked.filters[facet.name] === value
    return {
      label: facet.name === 'theme' ? themeLabel(value, label, facet, t) : label,
      count,
      chosen,
      href: toggled(asked, facet.name, chosen ? undefined : value),
    }
  })
  return { name: facet.name, title: t(`facet.${facet.name}`), values }
}

/** Bodies keep the name they have; all else is a classification. */
function inLanguage(facet: FoundFacet, language: Language): FoundFacet {
  if (facet.name === 'body') return facet
  return { ...facet, values: facet.values.map((one) => ({ ...one, label: nameIn(language, one.label) })) }
}

/** Some themes of people and of organisations have the same name. */
function themeLabel(code: string, label: string, { values }: FoundFacet, t: Translate): string {
  const twice = values.filter((one) => one.label === label).length > 1
  return twice ? t('facet.themeOf', { theme: label, audience: t(`audience.${code.startsWith('P') ? 'person' : 'organisation'}`) }) : label
}

/** A filter may be set that no result carries any more; it must still be possible to take it back. */
function chosenOf(facets: readonly Facet[], asked: Asked): { label: string; href: string }[] {
  const label = (name: FilterName) => facets.find((facet) => facet.name === name)?.values.find((value) => value.chosen)?.label
  return filterNames
    .filter((name) => asked.filters[name])
    .map((name) => ({ label: label(name) ?? asked.filters[name] ?? '', href: toggled(asked, name, undefined) }))
}

function toggled({ question, filters }: Asked, name: FilterName, value: string | undefined): string {
  const { [name]: _, ...others } = filters
  return searchHref({ question, filters: value === undefined ? others : { ...others, [name]: value } })
}
