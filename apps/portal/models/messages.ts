import type { Message as ApiMessage } from '@yiwang/messages/contract'
import { type Api, isOk } from '../api.ts'
import type { Language } from '../i18n.ts'
import { dateTimeWords } from './dates.ts'

export type Message = { id: string; title: string; text: string; when: string; unread: boolean; href: string }

/** Where one can do something about it. */
function hrefOf(about: ApiMessage['about']): string {
  if (about?.kind === 'case') return `/my/cases/${encodeURIComponent(about.key)}`
  return about?.kind === 'appointment' ? `/my/appointments/${encodeURIComponent(about.key)}` : ''
}

export async function loadMessages(api: Api, after: string | null, language: Language): Promise<{ messages: Message[]; next?: string }> {
  const answer = await api.get<{ items: ApiMessage[]; next?: string }>('/my/messages', { query: { limit: 20, ...(after && { after }) } })
  if (!isOk(answer)) return { messages: [] }
  const { items, next } = answer.body
  const messages = items.map(({ id, title, text, sentAt, readAt, about }) => ({
    id,
    title,
    text,
    when: dateTimeWords(sentAt, language),
    unread: readAt === undefined,
    href: hrefOf(about),
  }))
  return { messages, ...(next && { next: `?after=${encodeURIComponent(next)}` }) }
}
