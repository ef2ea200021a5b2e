/** Ways into the catalogue besides search: themes, departments, what is used most. */
import { sql, type SqlBool } from 'kysely'
import { fold, highlight } from '@yiwang/search'
import { listBodies } from '@yiwang/organisation'
import type { Desk, Tx } from '@yiwang/kernel'
import { corporateThemes, personThemeNotes, personThemes } from '@yiwang/standards'
import type { Audience, DepartmentCount, HotItem, ItemFilters, Suggestion, ThemeCount } from '../contract.ts'
import { filtersOf, hitsOf, lineColumns } from './listing-queries.ts'
import { lineOf, type ListingRow } from './listing-rows.ts'
import { pathOf } from './traits.ts'

interface Place {
  division?: string | undefined
}

/** The 31 or 34 themes in the guide's order, that of a life (二（四）), with how many items each has and the most used of them. */
export async function listThemes(tx: Tx, audience: Audience, { division }: Place): Promise<ThemeCount[]> {
  const filters = filtersOf({ audience, ...(division ? { division } : {}) })
  const { rows } = await sql<{ code: string; count: number; items: ThemeCount['items'] }>`
    select code, count(*) as count, jsonb_agg(jsonb_build_object('implementationCode', implementation_code, 'name', name)
      order by place) filter (where place <= 4) as items
    from (select t.code, l.implementation_code, l.name, row_number() over (partition by t.code order by l.rank, l.implementation_code) as place
      from catalogue.listing l, unnest(l.themes) t (code) where ${filters}) ranked
    group by code`.execute(tx)
  const counted = new Map(rows.map((row) => [row.code, row]))
  const themes = audience === 'person' ? personThemes : corporateThemes
  return themes.entries.map(({ code, name }) => {
    const note = personThemeNotes[code as keyof typeof personThemeNotes]
    const { count = 0, items = [] } = counted.get(code) ?? {}
    return { code, name, ...(note ? { note } : {}), count, items }
  })
}

/** Bodies with items in force, most items first (按实施主体分类, guide 二（三）). */
export async function listDepartments(tx: Tx, { division }: Place): Promise<DepartmentCount[]> {
  const where = division ? sql<SqlBool>`division = any(${pathOf(division)}::text[])` : sql<SqlBool>`true`
  const { rows } =
    await sql<DepartmentCount>`select body_code as "bodyCode", min(body_name) as name, min(division) as division, count(*) as count
    from catalogue.listing where ${where} group by body_code order by count(*) desc, body_code limit 500`.execute(tx)
  return rows
}

/** 热点服务: ranked by applications of the last 30 days, nothing that nobody uses. */
export async function listHotItems(tx: Tx, filters: ItemFilters, limit: number): Promise<HotItem[]> {
  const { rows } = await sql<ListingRow>`select ${lineColumns} from catalogue.listing l where ${filtersOf(filters)} and l.rank < 0
    order by l.rank, l.implementation_code limit ${limit}`.execute(tx)
  return rows.map((row, place) => ({ place: place + 1, ...lineOf(row) }))
}

/** What somebody who is typing may mean: items by the beginning of their names, themes, departments. */
export async function suggest({ tx }: Desk, question: string, filters: ItemFilters): Promise<Suggestion[]> {
  const hits = await hitsOf(tx, filters, question, true)
  const places = new Map(hits.map(({ code }, place) => [code, place]))
  const { rows } = await sql<{
    name: string
    key: string
    rank: number
  }>`select name, implementation_code as key, rank from catalogue.listing l
    where implementation_code = any(${hits.map(({ code }) => code)}::text[])`.execute(tx)
  const best = rows.toSorted((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0))
  const named = [...new Map(best.toReversed().map((row) => [row.name, row])).values()].toReversed().slice(0, 8)
  const items = named.map(({ name, key }) => ({ kind: 'item' as const, text: name, segments: highlight(name, question), key }))
  const asked = fold(question).trim()
  const themes = [...personThemes.entries, ...corporateThemes.entries]
    .filter(({ name }) => asked.length > 1 && name.includes(asked))
    .slice(0, 2)
  const bodies = asked.length > 1 ? (await listBodies(tx, { q: asked, limit: 2 })).items : []
  return [
    ...items,
    ...themes.map(({ code, name }) => ({ kind: 'theme' as const, text: name, segments: highlight(name, question), key: code })),
    ...bodies.map(({ code, name }) => ({ kind: 'department' as const, text: name, segments: highlight(name, question), key: code })),
  ]
}
