import { language, t } from './words/index.ts'

/** Days and moments of the law are those of Asia/Shanghai, wherever the browser stands. */
const timeZone = 'Asia/Shanghai'

const dayParts = new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short' })
const clockParts = new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false })
const englishDay = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' })

/** 2026年3月2日（周一）. */
export function sayDay(value: string): string {
  const at = new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value)
  if (Number.isNaN(at.getTime())) return value
  if (language() === 'en') return englishDay.format(at)
  const parts = Object.fromEntries(dayParts.formatToParts(at).map(({ type, value: text }) => [type, text]))
  return `${parts['year']}年${parts['month']}月${parts['day']}日（${parts['weekday']}）`
}

/** 3月2日 09:30 this year, with the year otherwise. */
export function sayMoment(value: string, now: Date = new Date()): string {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return value
  const day = legalDayOf(at)
  const [year, month, date] = day.split('-')
  const time = clockParts.format(at)
  if (day === legalDayOf(now)) return `${t('date.today')} ${time}`
  const short = language() === 'en' ? `${Number(date)}/${Number(month)}` : `${Number(month)}月${Number(date)}日`
  if (year === legalDayOf(now).slice(0, 4)) return `${short} ${time}`
  return language() === 'en' ? `${short}/${year} ${time}` : `${year}年${short}`
}

/** The legal day of a moment, YYYY-MM-DD. */
export function legalDayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}

/** ¥1,234.50 of an amount in fen. */
export function sayYuan(fen: number): string {
  return new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(fen / 100)
}

/** 20 个工作日, 30 天, 当场办结. */
export function sayLimit(limit: { value: number; unit: 'workday' | 'calendarDay' } | undefined): string {
  if (!limit) return t('shell.none')
  return limit.value === 0 ? t('limit.atOnce') : `${limit.value} ${t(`unit.${limit.unit}`)}`
}
