import type { ItemLine } from '@yiwang/catalogue/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type ItemRow, itemRow } from './item.ts'

export type Suggested = ItemRow & { reason: string }

/** 智能推荐, each with its reason. */
export async function loadSuggested(api: Api, t: Translate): Promise<Suggested[]> {
  const answer = await api.get<{ items: (ItemLine & { reason: string })[] }>('/my/recommendations', { query: { limit: 4 } })
  return isOk(answer) ? answer.body.items.map((item) => ({ ...itemRow(item, t), reason: item.reason })) : []
}
