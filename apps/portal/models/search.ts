import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type ApiItem, type ItemRow, itemRow } from './item.ts'

export const filterNames = ['audience', 'theme', 'body', 'itemType', 'applicationType', 'onlineMode', 'place'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>

type ApiFacet = { name: FilterName; values: { value: string; label?: string; count: number }[] }
type ApiSearch = {
  items: ApiItem[]
  nextCursor?: string
  /** Never an exact total on a long list: `more` says that there are at least so many. */
  found: { count: number; more: boolean }
  facets: ApiFacet[]
  meant?: string
  related?: string[]
}

export type FacetValue = { label: string; count: number; href: string; chosen: boolean }
export type Facet = { name: FilterName; title: string; values: FacetValue[] }
export type SearchPage = {
  question: string
  heading: string
  rows: ItemRow[]
  facets: Facet[]
  chosen: { label: string; href: string }[]
  found: string
  next?: string
  first?: string
  meant?: { question: string; href: string }
  related: { question: string; href: string }[]
  failed: boolean
}

export type Asked = { question: string; filters: Filters; cursor?: string }

export function readAsked(url: URL): Asked {
  const filters: Filters = {}
  for (const name of filterNames) {
    const value = url.searchParams.get(name)?.trim()
    if (value) filters[name] = value.slice(0, 60)
  }
  const cursor = url.searchParams.get('cursor')
  return { question: (url.searchParams.get('q') ?? '').trim().slice(0, 100), filters, ...(cursor && { cursor }) }
}

export function searchHref({ question, filters, cursor }: Asked): string {
  const query = new URLSearchParams()
  if (question) query.set('q', question)
  for (const name of filterNames) if (filters[name]) query.set(name, filters[name])
  if (cursor) query.set('cursor', cursor)
  return `/search${query.size > 0 ? `?${query}` : ''}`
}

export async function loadSearch(api: Api, asked: Asked, place: string, t: Translate): Promise<SearchPage> {
  const query = { q: asked.question, division: place, ...asked.filters, ...(asked.cursor && { cursor: asked.cursor }), limit: 20 }
  const answer = await api.get<ApiSearch>('/items', { query })
  if (!isOk(answer)) return nothing(asked, t)
  const { items, facets, found, nextCursor, meant, related } = answer.body
  const shown = facets.map((facet) => facetOf(facet, asked, t)).filter((facet) => facet.values.length > 0)
  return {
    ...nothing(asked, t),
    failed: false,
    rows: items.map((item) => itemRow(item, t, asked.question)),
    facets: shown,
    chosen: chosenOf(shown, asked, t),
    found: t(found.more ? 'search.foundMore' : 'search.found', { count: found.count }),
    related: (related ?? []).map((question) => ({ question, href: searchHref({ question, filters: {} }) })),
    ...(nextCursor && { next: searchHref({ ...asked, cursor: nextCursor }) }),
    ...(asked.cursor && { first: searchHref({ question: asked.question, filters: asked.filters }) }),
    ...(meant && { meant: { question: meant, href: searchHref({ question: meant, filters: asked.filters }) } }),
  }
}

function nothing(asked: Asked, t: Translate): SearchPage {
  const theme = asked.filters.theme && t('search.headingTheme', { theme: asked.filters.theme })
  const heading = asked.question ? t('search.headingFor', { question: asked.question }) : theme || t('search.headingAll')
  return { question: asked.question, heading, rows: [], facets: [], chosen: [], found: '', related: [], failed: true }
}

function facetOf(facet: ApiFacet, asked: Asked, t: Translate): Facet {
  const values = facet.values.map(({ value, label, count }) => {
    const chosen = asked.filters[facet.name] === value
    return { label: facetLabel(facet.name, value, label, t), count, chosen, href: toggled(asked, facet.name, chosen ? undefined : value) }
  })
  return { name: facet.name, title: t(`facet.${facet.name}`), values }
}

const facetLabel = (name: FilterName, value: string, label: string | undefined, t: Translate): string =>
  label ?? (name === 'audience' ? t(`audience.${value}`) : name === 'onlineMode' ? t(`mode.${value}`) : value)

/** A filter may be set that no result carries any more; it must still be possible to take it back. */
function chosenOf(facets: Facet[], asked: Asked, t: Translate): { label: string; href: string }[] {
  return filterNames
    .filter((name) => asked.filters[name])
    .map((name) => ({
      label:
        facets.find((facet) => facet.name === name)?.values.find((value) => value.chosen)?.label ??
        facetLabel(name, asked.filters[name] ?? '', undefined, t),
      href: toggled(asked, name, undefined),
    }))
}

function toggled({ question, filters }: Asked, name: FilterName, value: string | undefined): string {
  const { [name]: _, ...others } = filters
  return searchHref({ question, filters: value === undefined ? others : { ...others, [name]: value } })
}
