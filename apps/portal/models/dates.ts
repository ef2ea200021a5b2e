import type { TimeLimit } from '@yiwang/catalogue/contract'
import type { Language, Translate } from '../i18n.ts'

const zone = 'Asia/Shanghai'
const fullDate = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
}
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** 2026年3月2日（周一） */
export function dateWords(value: string | Date, language: Language = 'zh'): string {
  const parts = new Map(fullDate[language].formatToParts(asDate(value)).map(({ type, value }) => [type, value]))
  const [year, month, day, weekday] = ['year', 'month', 'day', 'weekday'].map((part) => parts.get(part as 'year') ?? '')
  return language === 'zh' ? `${year}年${month?.replace(/月$/, '')}月${day}日（${weekday}）` : `${weekday} ${day} ${month} ${year}`
}

const dayOnly = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'short', day: 'numeric' }),
}

/** 3月2日, where there is no room for more. */
export const shortDay = (value: string | Date, language: Language): string => dayOnly[language].format(asDate(value))

/** 09:00 */
export const timeWords = (value: string | Date): string => clock.format(asDate(value))

/** 2026年3月2日（周一）09:00 */
export const dateTimeWords = (value: string | Date, language: Language = 'zh'): string =>
  `${dateWords(value, language)}${language === 'zh' ? '' : ', '}${timeWords(value)}`

/** A day without a time is that day in China, whatever zone the machine is set to. */
const asDate = (value: string | Date): Date =>
  value instanceof Date ? value : new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value)

export type Limit = Pick<TimeLimit, 'value' | 'unit'>

/** 5 个工作日 · 20 天 · 当场办结 */
export function limitWords(limit: Limit | undefined, t: Translate): string {
  if (!limit) return t('limit.none')
  return limit.value === 0 ? t('limit.instant') : t(`limit.${limit.unit}`, { days: limit.value })
}

/** Division, day, sequence, check digit of a case number. */
export const numberGroups = [6, 8, 7, 1]

/** Numbers a person must read aloud, in groups: 330106 20260302 0000123 4. */
export function grouped(number: string, sizes: readonly number[]): string[] {
  const groups: string[] = []
  let rest = number
  for (const size of sizes) {
    if (rest.length === 0) break
    groups.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  while (rest.length > 0) {
    groups.push(rest.slice(0, 4))
    rest = rest.slice(4)
  }
  return groups
}
