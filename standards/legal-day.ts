import { Malformed } from './checked.ts'

/** A legal day (法定日) 'YYYY-MM-DD': the calendar day in Beijing time, whatever the zone of the machine. Days compare and sort as text. */
export type LegalDay = string

const DAY = 86_400_000
/** Beijing time is UTC+8 without summer time since 1991-09-15. Earlier instants are read at UTC+8 too; nothing the system records is that old. */
const BEIJING = 8 * 3_600_000

/** Days since 1970-01-01 of a civil date, by counting eras of 400 years from 1 March (no Date, no Intl: this is the hot path). */
function daysFromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

const LAST_DAY_NUMBER = daysFromCivil(9999, 12, 31)
const FIRST_DAY_NUMBER = daysFromCivil(1, 1, 1)

/** The inverse of `dayNumber`. */
export function dayFromNumber(number: number): LegalDay {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) throw new Malformed('legal day', 'range')
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function findDayNumber(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return daysFromCivil(year, month, date)
}

/** Is this a day that exists in the calendar, written YYYY-MM-DD? */
export function isLegalDay(day: string): boolean {
  return findDayNumber(day) !== undefined
}

/** Days since 1970-01-01. */
export function dayNumber(day: LegalDay): number {
  const number = findDayNumber(day)
  if (number === undefined) throw new Malformed('legal day', 'format')
  return number
}

function beijingMilliseconds(instant: Date): number {
  const milliseconds = instant.getTime()
  if (Number.isNaN(milliseconds)) throw new Malformed('instant', 'invalid')
  return milliseconds + BEIJING
}

/** The legal day on which an instant falls. */
export function legalDay(instant: Date): LegalDay {
  return dayFromNumber(Math.floor(beijingMilliseconds(instant) / DAY))
}

/** The wall clock in Beijing, 'HH:mm:ss'. */
export function legalTime(instant: Date): string {
  const local = beijingMilliseconds(instant)
  const seconds = Math.floor((local - Math.floor(local / DAY) * DAY) / 1000)
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

/** 'YYYY-MM-DD HH:mm:ss', the yyyy-mm-dd hh24:mi:ss of the exchange tables (appendix 3). */
export function legalDateTime(instant: Date): string {
  return `${legalDay(instant)} ${legalTime(instant)}`
}

/** Midnight in Beijing at which the day begins. */
export function startOfLegalDay(day: LegalDay): Date {
  return new Date(dayNumber(day) * DAY - BEIJING)
}

export function addDays(day: LegalDay, days: number): LegalDay {
  return dayFromNumber(dayNumber(day) + days)
}

/** Days from one day to another; negative when `to` is earlier. */
export function dayDiff(from: LegalDay, to: LegalDay): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: LegalDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** '2026年3月2日（周一）'. */
export function formatChinese(day: LegalDay): string {
  const name = '一二三四五六日'.charAt(weekday(day) - 1)
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（周${name}）`
}
