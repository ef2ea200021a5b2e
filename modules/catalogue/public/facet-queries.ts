import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@yiwang/kernel'
import { corporateThemes, findItemType, nameOfCode, personThemes } from '@yiwang/standards'
import type { Facet, FacetName, ItemsPage } from '../contract.ts'

interface Count {
  name: FacetName
  value: string
  label: string | null
  count: number
}

/** How many of the items found have which value. `codes` yields at most `bound + 1` implementation codes, so that the cost is bounded too. */
export async function facetsOf(tx: Tx, codes: RawBuilder<unknown>, bound: number): Promise<Pick<ItemsPage, 'found' | 'facets'>> {
  const { rows } = await sql<Count>`
    with found as materialized (select l.audiences, l.themes, l.body_code, l.body_name, l.item_type, l.mode, l.case_kind, l.application_type, l.level
      from (${codes}) c join catalogue.listing l using (implementation_code))
    select 'total' as name, '' as value, null as label, count(*) as count from found
    union all select 'audience', value, null, count(*) from found, unnest(audiences) value group by value
    union all select 'theme', value, null, count(*) from found, unnest(themes) value group by value
    union all (select 'body', body_code, min(body_name), count(*) from found group by body_code order by 4 desc, 2 limit 30)
    union all select 'itemType', item_type, null, count(*) from found group by item_type
    union all select 'mode', mode, null, count(*) from found group by mode
    union all select 'caseKind', case_kind, null, count(*) from found group by case_kind
    union all select 'applicationType', application_type, null, count(*) from found group by application_type
    union all select 'level', level, null, count(*) from found group by level`.execute(tx)
  const total = rows.find(({ name }) => (name as string) === 'total')?.count ?? 0
  const found = { count: Math.min(total, bound), more: total > bound }
  return { found, facets: names.map((name) => facetOf(name, rows)) }
}

const names: readonly FacetName[] = ['audience', 'mode', 'itemType', 'body', 'theme', 'caseKind', 'applicationType', 'level']

function facetOf(name: FacetName, rows: readonly Count[]): Facet {
  const own = rows
    .filter((row) => row.name === name)
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  return { name, values: own.map(({ value, label, count }) => ({ value, label: label ?? labelOf(name, value), count })) }
}

const words: Readonly<Record<string, string>> = {
  person: '个人',
  organisation: '法人',
  preview: '原件预审',
  verify: '原件核验',
  full: '全程网办',
  counter: '窗口办理',
  instant: '即办件',
  committed: '承诺件',
  new: '新办',
  change: '变更',
  renewal: '延续',
  cancellation: '注销',
  other: '其他',
  nation: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
  village: '村级（代办）',
}

function labelOf(name: FacetName, value: string): string {
  if (name === 'theme') return nameOfCode(personThemes, value) ?? nameOfCode(corporateThemes, value) ?? value
  if (name === 'itemType') return findItemType(value)?.name ?? value
  return words[value] ?? value
}
