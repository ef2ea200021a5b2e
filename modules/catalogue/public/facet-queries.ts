import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@yiwang/kernel'
import { corporateThemes, findItemType, nameOfCode, personThemes } from '@yiwang/standards'
import type { Facet, FacetName, ItemsPage } from '../contract.ts'
import { facetNames, facetOfTrait } from './traits.ts'

interface Count {
  trait: string
  label: string
  count: number
}

/** How many of the items found have which value. `found` yields at most `bound + 1` rows of traits, so that the cost is bounded too. */
export async function facetsOf(tx: Tx, found: RawBuilder<unknown>, bound: number): Promise<Pick<ItemsPage, 'found' | 'facets'>> {
  const { rows } = await sql<Count>`select trait, min(body_name) as label, count(*) as count from (${found}) found,
    unnest(found.traits || 'total'::text) trait group by trait`.execute(tx)
  const total = rows.find(({ trait }) => trait === 'total')?.count ?? 0
  const counts = rows.flatMap(({ trait, label, count }) => {
    const facet = facetOfTrait(trait)
    return facet ? [{ ...facet, label, count }] : []
  })
  return { found: { count: Math.min(total, bound), more: total > bound }, facets: facetNames.map((name) => facetOf(name, counts)) }
}

const mostBodies = 30

function facetOf(name: FacetName, counts: readonly { name: FacetName; value: string; label: string; count: number }[]): Facet {
  const own = counts
    .filter((one) => one.name === name)
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  const values = own.map(({ value, label, count }) => ({ value, label: name === 'body' ? label : labelOf(name, value), count }))
  return { name, values: values.slice(0, name === 'body' ? mostBodies : values.length) }
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
