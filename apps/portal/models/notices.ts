import { type Api, isOk } from '../api.ts'
import type { Language } from '../i18n.ts'
import { dateWords } from './dates.ts'

/** 静态信息: who published it and when is always said (四（一）2). */
export type Notice = { id: string; title: string; on: string; by: string; href: string; paragraphs: string[] }
type ApiNotice = { id: string; title: string; publishedOn: string; bodyName: string; text?: string }

export async function loadNotices(api: Api, language: Language, limit: number): Promise<Notice[]> {
  const answer = await api.get<{ items: ApiNotice[] }>('/notices', { query: { limit } })
  return isOk(answer) ? answer.body.items.map((one) => noticeOf(one, language)) : []
}

export async function loadNotice(api: Api, id: string, language: Language): Promise<Notice | undefined> {
  const answer = await api.get<ApiNotice>(`/notices/${encodeURIComponent(id)}`)
  return isOk(answer) ? noticeOf(answer.body, language) : undefined
}

const noticeOf = ({ id, title, publishedOn, bodyName, text = '' }: ApiNotice, language: Language): Notice => ({
  id,
  title,
  on: dateWords(publishedOn, language),
  by: bodyName,
  href: `/notices/${encodeURIComponent(id)}`,
  paragraphs: text.split(/\n+/).filter(Boolean),
})
