import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { keyOf, toPage, within, type Desk, type Tx } from '@yiwang/kernel'
import { queryText } from '@yiwang/search'
import type { ItemFilters, ItemLine, ItemsPage, ItemsQuery } from '../contract.ts'
import { facetsOf } from './facet-queries.ts'
import { lineOf, type ListingRow } from './listing-rows.ts'
import { wantedTraits } from './traits.ts'

/** How far a search looks: beyond so many nobody pages. */
export const searchReach = 200
/** How far counts beside a list without a question go. */
const browseReach = 500
/** With fewer hits than this, those with some of the words are looked for too; with none, those that sound alike. */
const few = 5
type Predicate = RawBuilder<SqlBool>
/** What is looked for, and how far the asker reaches where not everybody may see it all. */
type Asked = ItemFilters & { reach?: Predicate }

export function filtersOf({ reach, ...filters }: Asked): Predicate {
  const { all, places } = wantedTraits(filters)
  const parts: Predicate[] = [
    ...(all.length > 0 ? [sql<SqlBool>`l.traits @> ${all}::text[]`] : []),
    ...(places.length > 0 ? [sql<SqlBool>`l.traits && ${places}::text[]`] : []),
    ...(reach ? [reach] : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

export const lineColumns = sql`l.implementation_code as "implementationCode", l.name, l.summary, l.body_code as "bodyCode", l.body_name as "bodyName",
  l.division, l.division_name as "divisionName", l.item_type as "itemType", l.audiences, l.themes, l.case_kind as "caseKind", l.mode,
  l.committed_limit as "committedLimit", l.charged, l.visits, l.rank, l.prose`

/** Looks for words, sounds and beginnings; without a question it lists what is used most first. */
export async function listItems(tx: Tx, query: ItemsQuery & { reach?: Predicate }): Promise<ItemsPage> {
  const { q, after, limit = 20, ...filters } = query
  const question = q?.trim() ?? ''
  return question === '' ? browse(tx, filters, after, limit) : search(tx, filters, question, after, limit)
}

async function browse(tx: Tx, asked: Asked, after: string | undefined, limit: number): Promise<ItemsPage> {
  const filters = filtersOf(asked)
  const key = after === undefined ? undefined : keyOf(after, 2)
  const beyond = key ? sql<SqlBool>`(l.rank, l.implementation_code) > (${Number(key[0])}::int, ${String(key[1])})` : sql<SqlBool>`true`
  const { rows } = await sql<ListingRow>`select ${lineColumns} from ${sourceFor(asked)} l where ${filters} and ${beyond}
    order by l.rank, l.implementation_code limit ${limit + 1}`.execute(tx)
  const page = toPage(
    rows,
    limit,
    (row) => [row.rank, row.implementationCode],
    (row) => lineOf(row),
  )
  if (after !== undefined) return { ...page, found: { count: page.items.length, more: true }, facets: [] }
  const found = sql`select l.traits, l.body_name from catalogue.listing l where ${filters} limit ${browseReach + 1}`
  return { ...page, ...(await facetsOf(tx, found, browseReach)) }
}

/** Those a permission of the asker reaches (权限范围内的事项), by body, division and item. */
export function listItemsInReach({ tx, by }: Desk, permission: string, query: ItemsQuery): Promise<ItemsPage> {
  const reach = within(by, permission, { body: 'l.body_code', division: 'l.division', item: 'l.implementation_code' })
  return listItems(tx, { ...query, reach })
}

/** What one place has is few rows, which are sorted faster than found along the order of all; `offset 0` keeps the planner from trying. */
const sourceFor = (asked: Asked) =>
  asked.division === undefined && asked.body === undefined
    ? sql`catalogue.listing`
    : sql`(select * from catalogue.listing l where ${filtersOf(asked)} offset 0)`

async function search(tx: Tx, asked: Asked, question: string, after: string | undefined, limit: number): Promise<ItemsPage> {
  const hits = await hitsOf(tx, asked, question)
  const key = after === undefined ? undefined : keyOf(after, 2)
  const rest = key ? hits.filter(({ score, code }) => score > Number(key[0]) || (score === key[0] && code > String(key[1]))) : hits
  const page = toPage(
    rest,
    limit,
    ({ score, code }) => [score, code],
    ({ code }) => code,
  )
  const items = await linesOf(tx, page.items, question)
  if (after !== undefined) return { ...page, items, found: { count: items.length, more: true }, facets: [] }
  const codes = hits.map(({ code }) => code)
  const found = sql`select l.traits, l.body_name from catalogue.listing l where l.implementation_code = any(${codes}::text[])`
  return { ...page, items, ...(await facetsOf(tx, found, searchReach - 1)) }
}

/** The lines of these items, in this order. */
async function linesOf(tx: Tx, codes: readonly string[], question: string): Promise<ItemLine[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<ListingRow>`select ${lineColumns} from catalogue.listing l
    where l.implementation_code = any(${[...codes]}::text[])`.execute(tx)
  const byCode = new Map(rows.map((row) => [row.implementationCode, row]))
  return codes.flatMap((code) => {
    const row = byCode.get(code)
    return row ? [lineOf(row, question)] : []
  })
}

export interface Hit {
  code: string
  /** Lower is better. */
  score: number
}

/**
 * The items in question, best first: those with all the words, in their names before elsewhere; where these are few also those with some of the
 * words, and those that sound alike. Each part is bounded, so that a common word costs no more than a rare one.
 */
export async function hitsOf(tx: Tx, filters: Asked, question: string, typing = false): Promise<Hit[]> {
  const { all, any, pinyin } = queryText(question, { typing })
  const narrow = filtersOf(filters)
  const named = (words: string) => sql<SqlBool>`l.name_words @@ ${words}::tsquery`
  const having = (words: string) => sql<SqlBool>`l.search_words @@ ${words}::tsquery`
  const score = sql`(l.search_words @@ ${all}::tsquery)::int * 2 + ts_rank(l.search_words, ${any}::tsquery)`
  const direct = await ranked(tx, narrow, [named(all), ...(typing ? [] : [having(all)])], score)
  if (direct.length >= few) return direct
  const loose = joined(direct, await ranked(tx, narrow, [typing ? named(any) : having(any)], score))
  if (loose.length > 0 || pinyin === '') return loose
  const sounding = sql`word_similarity(${pinyin}, l.search_pinyin)`
  return ranked(tx, narrow, [sql<SqlBool>`${pinyin} <% l.search_pinyin`], sounding)
}

function joined(direct: readonly Hit[], more: readonly Hit[]): Hit[] {
  const known = new Set(direct.map(({ code }) => code))
  return [...direct, ...more.filter(({ code }) => !known.has(code))].slice(0, searchReach).toSorted(byScore)
}

const byScore = (one: Hit, other: Hit) => one.score - other.score || (one.code < other.code ? -1 : 1)

async function ranked(tx: Tx, narrow: Predicate, ways: readonly Predicate[], score: RawBuilder<unknown>): Promise<Hit[]> {
  const parts = ways.map(
    (way) => sql`(select l.implementation_code as code, l.search_words, l.search_pinyin from catalogue.listing l
      where ${narrow} and ${way} limit ${searchReach})`,
  )
  const { rows } = await sql<Hit>`select code, (-round((${score})::numeric, 4) * 10000)::int as score
    from (select distinct on (code) * from (${sql.join(parts, sql` union all `)}) parts order by code) l
    order by score, code limit ${searchReach}`.execute(tx)
  return rows
}
