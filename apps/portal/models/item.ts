import type { ItemLine, OnlineMode } from '@yiwang/catalogue/contract'
import type { IconName } from '@yiwang/ui/icons'
import type { Translate } from '../i18n.ts'
import { limitWords } from './dates.ts'
import { type Mark, plain } from './marks.ts'

export type Badge = { text: string; icon: IconName; tone: 'blue' | 'green' | 'amber' | 'plain' }

/** One line of a list of services. */
export type ItemRow = {
  code: string
  href: string
  applyHref?: string
  name: Mark[]
  title: string
  summary: Mark[]
  body: string
  place: string
  badges: Badge[]
  limit: string
  visits: string
}

export const itemHref = (code: string): string => `/items/${encodeURIComponent(code)}`
export const applyHref = (code: string): string => `/apply/${encodeURIComponent(code)}`

export function itemRow(item: ItemLine, t: Translate): ItemRow {
  return {
    code: item.implementationCode,
    href: itemHref(item.implementationCode),
    ...(item.onlineMode && { applyHref: applyHref(item.implementationCode) }),
    name: item.nameSegments ?? plain(item.name),
    title: item.name,
    summary: item.foundIn ?? plain(item.summary),
    body: item.bodyName,
    place: item.divisionName,
    badges: [modeBadge(item.onlineMode, t)],
    limit: limitWords(item.committedLimit, t),
    visits: visitWords(item.visits, t),
  }
}

/** 全程网办 · 原件核验 · 原件预审 (五（一）2（4）①), or at the counter only. */
export function modeBadge(mode: OnlineMode | undefined, t: Translate): Badge {
  if (mode === 'full') return { text: t('mode.full'), icon: 'done', tone: 'green' }
  if (mode) return { text: t(`mode.${mode}`), icon: 'globe', tone: 'blue' }
  return { text: t('mode.counter'), icon: 'counter', tone: 'plain' }
}

export const visitWords = (visits: number, t: Translate): string => (visits === 0 ? t('visits.none') : t('visits.some', { visits }))
