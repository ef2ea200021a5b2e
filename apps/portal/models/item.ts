import type { IconName } from '@yiwang/ui/icons'
import type { Translate } from '../i18n.ts'
import { type Limit, limitWords } from './dates.ts'
import { type Segment, markWords, plain, segments } from './marks.ts'

/** 全程网办 · 原件核验 · 原件预审 (guide 五（一）2（4）①). */
export type OnlineMode = 'full' | 'verify' | 'preview'
export type Audience = 'person' | 'organisation'
export type Badge = { text: string; icon: IconName; tone: 'blue' | 'green' | 'amber' | 'plain' }

export type ApiItem = {
  implementationCode: string
  name: string
  summary?: string
  bodyName: string
  divisionName: string
  audience: Audience[]
  onlineMode?: OnlineMode
  caseKind: 'instant' | 'committed'
  committedLimit?: Limit
  visits: number
  highlights?: { name?: [number, number][]; summary?: [number, number][] }
}

/** One line of a list of services. */
export type ItemRow = {
  code: string
  href: string
  applyHref?: string
  name: Segment[]
  title: string
  summary: Segment[]
  body: string
  place: string
  badges: Badge[]
  limit: string
  visits: string
}

export const itemHref = (code: string): string => `/items/${encodeURIComponent(code)}`
export const applyHref = (code: string): string => `/apply/${encodeURIComponent(code)}`

export function itemRow(item: ApiItem, t: Translate, question = ''): ItemRow {
  const mark = (text: string, ranges?: [number, number][]) =>
    ranges ? segments(text, ranges) : question ? markWords(text, question) : plain(text)
  return {
    code: item.implementationCode,
    href: itemHref(item.implementationCode),
    ...(item.onlineMode && { applyHref: applyHref(item.implementationCode) }),
    name: mark(item.name, item.highlights?.name),
    title: item.name,
    summary: item.summary ? mark(item.summary, item.highlights?.summary) : [],
    body: item.bodyName,
    place: item.divisionName,
    badges: [modeBadge(item.onlineMode, t)],
    limit: limitWords(item.committedLimit, t),
    visits: visitWords(item.visits, t),
  }
}

export function modeBadge(mode: OnlineMode | undefined, t: Translate): Badge {
  if (mode === 'full') return { text: t('mode.full'), icon: 'done', tone: 'green' }
  if (mode) return { text: t(`mode.${mode}`), icon: 'globe', tone: 'blue' }
  return { text: t('mode.counter'), icon: 'counter', tone: 'plain' }
}

export const visitWords = (visits: number, t: Translate): string => (visits === 0 ? t('visits.none') : t('visits.some', { visits }))
