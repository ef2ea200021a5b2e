import type { HotItem, ItemLine } from '@yiwang/catalogue/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import type { CaseRow } from './case-row.ts'
import { type ItemRow, itemRow } from './item.ts'
import { loadOpenCases } from './my-cases.ts'

export type Home = { popular: ItemRow[]; cases: CaseRow[] }

/** Most used from real use; the signed-in additionally see where their cases stand. */
export async function loadHome(api: Api, place: string, signedIn: boolean, t: Translate, language: Language): Promise<Home> {
  const [popular, cases] = await Promise.all([
    api.get<HotItem[]>('/hot-items', { query: { division: place, limit: 8 } }),
    signedIn ? loadOpenCases(api, 3, t, language) : [],
  ])
  const lines: ItemLine[] = isOk(popular) && Array.isArray(popular.body) ? popular.body : []
  return { popular: lines.slice(0, 8).map((item) => itemRow(item, t)), cases }
}
