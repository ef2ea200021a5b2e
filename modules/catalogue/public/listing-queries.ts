import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { keyOf, toPage, type Tx } from '@yiwang/kernel'
import { queryText } from '@yiwang/search'
import { divisionPath, divisionLevel, canonicalDivision } from '@yiwang/standards'
import type { ItemFilters, ItemsPage, ItemsQuery } from '../contract.ts'
import { facetsOf } from './facet-queries.ts'
import { lineOf, type ListingRow } from './listing-rows.ts'

/** How far a search looks: what lies beyond nobody pages to. */
export const reach = 500
const wideReach = 200
type Predicate = RawBuilder<SqlBool>

/** The codes that divisions are written by, from the nation to the place: what is handled there serves people there. */
export function pathOf(division: string): string[] {
  return divisionPath(division).map((code) => {
    const level = divisionLevel(canonicalDivision(code))
    return code.slice(0, level === 'village' ? 12 : level === 'township' ? 9 : 6)
  })
}

/** Each filter narrows what the others leave (服务引导: 逐步缩小范围). */
export function filtersOf(filters: ItemFilters): Predicate {
  const parts: Predicate[] = [sql<SqlBool>`true`]
  const equal = (column: string, value: string | boolean | undefined) => {
    if (value !== undefined) parts.push(sql<SqlBool>`${sql.ref(`l.${column}`)} = ${value}`)
  }
  if (filters.audience) parts.push(sql<SqlBool>`l.audiences @> ${[filters.audience]}::text[]`)
  if (filters.theme) parts.push(sql<SqlBool>`l.themes @> ${[filters.theme]}::text[]`)
  if (filters.division) parts.push(sql<SqlBool>`l.division = any(${pathOf(filters.division)}::text[])`)
  if (filters.range) parts.push(sql<SqlBool>`l.cross_region = ${filters.range === 'crossRegion'}`)
  equal('body_code', filters.body)
  equal('level', filters.level)
  equal('item_type', filters.itemType)
  equal('nature', filters.nature)
  equal('application_type', filters.applicationType)
  equal('mode', filters.mode)
  equal('service_form', filters.serviceForm)
  equal('case_kind', filters.caseKind)
  equal('charged', filters.charged)
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

export const lineColumns = sql`l.implementation_code as "implementationCode", l.name, l.summary, l.body_code as "bodyCode", l.body_name as "bodyName",
  l.division, l.division_name as "divisionName", l.item_type as "itemType", l.audiences, l.themes, l.case_kind as "caseKind", l.mode,
  l.committed_limit as "committedLimit", l.charged, l.visits, l.rank, l.prose`

/** Looks for words, sounds and beginnings; without a question it lists what is used most first. */
export async function listItems(tx: Tx, query: ItemsQuery): Promise<ItemsPage> {
  const question = query.q?.trim() ?? ''
  return question === '' ? browse(tx, query) : search(tx, query, question)
}

async function browse(tx: Tx, query: ItemsQuery): Promise<ItemsPage> {
  const { after, limit = 20 } = query
  const filters = filtersOf(query)
  const key = after === undefined ? undefined : keyOf(after, 2)
  const beyond = key ? sql<SqlBool>`(l.rank, l.implementation_code) > (${key[0]}, ${key[1]})` : sql<SqlBool>`true`
  const { rows } = await sql<ListingRow>`select ${lineColumns} from catalogue.listing l where ${filters} and ${beyond}
    order by l.rank, l.implementation_code limit ${limit + 1}`.execute(tx)
  const page = toPage(
    rows,
    limit,
    (row) => [row.rank, row.implementationCode],
    (row) => lineOf(row),
  )
  if (after !== undefined) return { ...page, found: { count: page.items.length, more: true }, facets: [] }
  const some = sql`select l.implementation_code from catalogue.listing l where ${filters} limit ${reach * 4 + 1}`
  return { ...page, ...(await facetsOf(tx, some, reach * 4)) }
}

async function search(tx: Tx, query: ItemsQuery, question: string): Promise<ItemsPage> {
  const { after, limit = 20 } = query
  const hits = await hitsOf(tx, query, question)
  const key = after === undefined ? undefined : keyOf(after, 2)
  const score = sql`(-round(((l.search_words @@ ${hits.all}::tsquery)::int * 2 + ts_rank(l.search_words, ${hits.any}::tsquery)
    + word_similarity(${hits.pinyin}, l.search_pinyin))::numeric, 4) * 10000)::int`
  const beyond = key ? sql<SqlBool>`(score, "implementationCode") > (${Number(key[0])}::int, ${String(key[1])})` : sql<SqlBool>`true`
  const { rows } = await sql<
    ListingRow & { score: number }
  >`select * from (select ${lineColumns}, ${score} as score from catalogue.listing l
      where l.implementation_code = any(${hits.codes}::text[])) found
    where ${beyond} order by score, "implementationCode" limit ${limit + 1}`.execute(tx)
  const page = toPage(
    rows,
    limit,
    (row) => [row.score, row.implementationCode],
    (row) => lineOf(row, question),
  )
  if (after !== undefined) return { ...page, found: { count: page.items.length, more: true }, facets: [] }
  return { ...page, ...(await facetsOf(tx, sql`select unnest(${hits.codes}::text[]) as implementation_code`, reach)) }
}

interface Hits {
  codes: string[]
  all: string
  any: string
  pinyin: string
}

/**
 * The items in question: those with all the words, first in their names; where these are few also those with some of the words or their sound.
 * Each part is bounded, so that a common word costs no more than a rare one.
 */
export async function hitsOf(tx: Tx, filters: ItemFilters, question: string, typing = false): Promise<Hits> {
  const { all, any, pinyin } = queryText(question, { typing })
  const narrow = filtersOf(filters)
  const take = (condition: Predicate, limit: number) =>
    sql`(select l.implementation_code as code from catalogue.listing l where ${narrow} and ${condition} limit ${limit})`
  const words = (text: string) => sql<SqlBool>`l.search_words @@ ${text}::tsquery`
  const codesOf = async (parts: RawBuilder<unknown>[]) =>
    (await sql<{ code: string }>`select distinct code from (${sql.join(parts, sql` union all `)}) parts`.execute(tx)).rows.map(
      ({ code }) => code,
    )
  const found = await codesOf([take(words(inNames(all)), reach), ...(typing ? [] : [take(words(all), reach)])])
  if (found.length >= 20) return { codes: found.slice(0, reach), all, any, pinyin }
  const wider = [take(words(typing ? inNames(any) : any), wideReach)]
  if (pinyin !== '') wider.push(take(sql<SqlBool>`${pinyin} <% l.search_pinyin`, wideReach))
  const more = await codesOf(wider)
  return { codes: [...new Set([...found, ...more])].slice(0, reach), all, any, pinyin }
}

/** The same question asked of the names alone: they carry weight A. */
function inNames(tsquery: string): string {
  return tsquery.replaceAll(/'([^']+)'(:\*)?/g, (_, word: string, beginning?: string) => `'${word}':${beginning ? '*' : ''}A`)
}
