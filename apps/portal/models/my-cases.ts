import type { CaseLine, Draft } from '@yiwang/cases/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type CaseRow, caseRow, draftRow } from './case-row.ts'

export type CaseList = { rows: CaseRow[]; next?: string }
type Page = { items: CaseLine[]; next?: string }

const closed: readonly CaseLine['state'][] = ['delivered', 'archived', 'refused', 'withdrawn', 'lapsed', 'aborted', 'rescinded']

/** What is still going on, first what waits for me. */
export async function loadOpenCases(api: Api, limit: number, t: Translate, language: Language): Promise<CaseRow[]> {
  const answer = await api.get<Page>('/my/cases', { query: { limit: 50 } })
  if (!isOk(answer)) return []
  const rows = answer.body.items.filter(({ state }) => !closed.includes(state)).map((one) => caseRow(one, t, language))
  return rows.sort((a, b) => Number(b.asked) - Number(a.asked)).slice(0, limit)
}

/** What is over, the latest first. */
export async function loadDoneCases(api: Api, limit: number, t: Translate, language: Language): Promise<CaseRow[]> {
  const answer = await api.get<Page>('/my/cases', { query: { limit: 50 } })
  if (!isOk(answer)) return []
  const done = answer.body.items.filter(({ state }) => closed.includes(state))
  return done.slice(0, limit).map((one) => caseRow(one, t, language))
}

export async function loadCases(api: Api, after: string | null, t: Translate, language: Language): Promise<CaseList> {
  const answer = await api.get<Page>('/my/cases', { query: { limit: 20, ...(after && { after }) } })
  if (!isOk(answer)) return { rows: [] }
  const rows = answer.body.items.map((one) => caseRow(one, t, language))
  return answer.body.next ? { rows, next: `?after=${encodeURIComponent(answer.body.next)}` } : { rows }
}

export async function loadDrafts(api: Api, t: Translate, language: Language): Promise<CaseRow[]> {
  const answer = await api.get<{ items: Draft[] }>('/drafts')
  return isOk(answer) ? answer.body.items.map((one) => draftRow(one, t, language)) : []
}

/** Drafts of one service, so that nobody begins twice by mistake. */
export async function loadDraftsFor(api: Api, code: string, t: Translate, language: Language): Promise<CaseRow[]> {
  const answer = await api.get<{ items: Draft[] }>('/drafts')
  const drafts = isOk(answer) ? answer.body.items.filter(({ implementationCode }) => implementationCode === code) : []
  return drafts.map((one) => draftRow(one, t, language))
}
