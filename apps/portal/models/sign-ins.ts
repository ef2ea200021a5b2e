import type { SignInLine } from '@yiwang/identity/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateTimeWords } from './dates.ts'

export type SignInRow = { device: string; where: string; when: string; failed: boolean }

/** 登录记录: when and from where somebody signed in, or tried to, in one's own name. */
export async function loadSignIns(
  api: Api,
  after: string | null,
  t: Translate,
  language: Language,
): Promise<{ rows: SignInRow[]; next?: string }> {
  const answer = await api.get<{ items: SignInLine[]; next?: string }>('/me/sign-ins', { query: { limit: 20, ...(after && { after }) } })
  if (!isOk(answer)) return { rows: [] }
  const { items, next } = answer.body
  const rows = items.map(({ device, channel, at, outcome }) => ({
    device,
    where: t(`signIns.channel.${channel}`),
    when: dateTimeWords(at, language),
    failed: outcome === 'failed',
  }))
  return { rows, ...(next && { next: `?after=${encodeURIComponent(next)}` }) }
}
