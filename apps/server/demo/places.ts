import { readFileSync } from 'node:fs'
import type { Act } from '@yiwang/kernel'
import { loadDivisions } from '@yiwang/organisation'
import { parseDivisionRows } from '@yiwang/standards'

const read = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')

export interface Place {
  code: string
  name: string
}

/** Province, cities and counties of Zhejiang; groupings of the statistics that are no division are left out. */
export function placesOfZhejiang(): Place[] {
  return parseDivisionRows(read('divisions-zhejiang.csv'))
    .filter((row) => row.official && !row.grouping)
    .map(({ code, name }) => ({ code: code.slice(0, 6), name }))
}

/** The nation, Zhejiang down to its streets, and the communities of Hangzhou. */
export async function seedDivisions(act: Act): Promise<void> {
  const streets = parseDivisionRows(read('streets-zhejiang.csv'))
  const villages = parseDivisionRows(read('villages-hangzhou.csv'))
  const all = [{ code: '000000', name: '中国' }, ...placesOfZhejiang(), ...streets, ...villages]
  await loadDivisions(
    act,
    all.map(({ code, name }) => ({ code, name })),
  )
}
