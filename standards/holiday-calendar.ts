import { Malformed } from './checked.ts'
import { addDays, dayDiff, dayFromNumber, dayNumber, weekday } from './legal-day.ts'
import type { LegalDay } from './legal-day.ts'
import holidays from './data/holidays.json' with { type: 'json' }

/** One year of the State Council's holiday notice (国务院办公厅关于部分节假日安排的通知): days off, moved workdays, total. */
export type HolidayYear = { notice: string[]; off: string[][]; work: string[][]; workdays: number }
export type HolidayYears = Record<string, HolidayYear>

export type HolidayCalendar = {
  /** Which calendar counted: stored beside every due day, so that a later notice shows what it moves. */
  readonly version: string
  readonly from: LegalDay
  readonly to: LegalDay
  isWorkday(day: LegalDay): boolean
  /** The n-th workday after the day (before it for negative n); 0 is the day itself. */
  addWorkdays(day: LegalDay, count: number): LegalDay
  /** Workdays after `from` up to and including `to`; negative when `to` is earlier. */
  workdaysBetween(from: LegalDay, to: LegalDay): number
  /** The first workday after the day. */
  nextWorkday(day: LegalDay): LegalDay
  /** The day itself when it is a workday, otherwise the first one after it (民法典 203). */
  workdayOnOrAfter(day: LegalDay): LegalDay
  /** The holiday's name when the notice gives the day off. */
  holidayName(day: LegalDay): string | undefined
}

/** A day whose holidays are not announced yet, or were before our data begins: nobody may guess whether people work on it. */
export class BeyondCalendar extends Error {
  readonly code = 'standards.beyondCalendar'
  readonly side: 'before' | 'after'
  readonly from: LegalDay
  readonly to: LegalDay

  constructor(side: 'before' | 'after', known: { from: LegalDay; to: LegalDay }) {
    super(`the holiday calendar is known from ${known.from} to ${known.to} only`)
    this.name = 'BeyondCalendar'
    this.side = side
    this.from = known.from
    this.to = known.to
  }
}

type Known = {
  from: LegalDay
  to: LegalDay
  first: number
  names: Map<LegalDay, string>
  works: Uint8Array
  before: Int32Array
  workdays: Int32Array
}

function span(years: HolidayYears): { from: LegalDay; to: LegalDay } {
  const sorted = Object.keys(years).sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined || Number(last) - Number(first) !== sorted.length - 1)
    throw new Malformed('holiday calendar', 'years')
  return { from: `${first}-01-01`, to: `${last}-12-31` }
}

/** Marks every known day; a notice may also reach into the last days of the year before it (2022-12-31), outside which it is ignored. */
function know(years: HolidayYears): Known {
  const { from, to } = span(years)
  const off = new Map<LegalDay, string>()
  const moved = new Set<LegalDay>()
  for (const year of Object.values(years)) {
    for (const [day = '', name = ''] of year.off) off.set(day, name)
    for (const [day = ''] of year.work) moved.add(day)
  }
  const length = dayDiff(from, to) + 1
  const works = new Uint8Array(length)
  const before = new Int32Array(length + 1)
  const workdays: number[] = []
  for (let index = 0; index < length; index += 1) {
    const day = addDays(from, index)
    if (moved.has(day) || (weekday(day) <= 5 && !off.has(day))) {
      works[index] = 1
      workdays.push(index)
    }
    before[index + 1] = workdays.length
  }
  return { from, to, first: dayNumber(from), names: off, works, before, workdays: Int32Array.from(workdays) }
}

/** The notice's own total guards against a mistyped day. */
function requireTotals(calendar: HolidayCalendar, years: HolidayYears): void {
  for (const [year, { workdays }] of Object.entries(years)) {
    const first = `${year}-01-01`
    const counted = calendar.workdaysBetween(first, `${year}-12-31`) + (calendar.isWorkday(first) ? 1 : 0)
    if (counted !== workdays) throw new Malformed(`holiday calendar ${year}`, `${counted} workdays instead of ${workdays}`)
  }
}

/** A short fingerprint of the marked days (FNV-1a), so that two calendars with one name cannot be confused. */
function fingerprint(works: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const value of works) hash = Math.imul(hash ^ value, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

export function holidayCalendar({ years }: { years: HolidayYears }): HolidayCalendar {
  const known = know(years)
  const { from, to, first, works, before, workdays, names } = known
  const indexOf = (day: LegalDay): number => {
    const index = dayNumber(day) - first
    if (index < 0) throw new BeyondCalendar('before', known)
    if (index >= works.length) throw new BeyondCalendar('after', known)
    return index
  }
  const workdayAt = (rank: number): LegalDay => {
    const index = workdays[rank]
    if (index === undefined) throw new BeyondCalendar(rank < 0 ? 'before' : 'after', known)
    return dayFromNumber(first + index)
  }
  const upTo = (index: number): number => before[index] ?? 0
  const calendar: HolidayCalendar = {
    version: `${from.slice(0, 4)}-${to.slice(0, 4)}/${fingerprint(works)}`,
    from,
    to,
    isWorkday: (day) => works[indexOf(day)] === 1,
    addWorkdays: (day, count) => {
      if (!Number.isSafeInteger(count)) throw new Malformed('workdays', 'integer')
      const index = indexOf(day)
      if (count === 0) return day
      return workdayAt(count > 0 ? upTo(index + 1) + count - 1 : upTo(index) + count)
    },
    workdaysBetween: (start, end) => upTo(indexOf(end) + 1) - upTo(indexOf(start) + 1),
    nextWorkday: (day) => workdayAt(upTo(indexOf(day) + 1)),
    workdayOnOrAfter: (day) => workdayAt(upTo(indexOf(day))),
    holidayName: (day) => (works[indexOf(day)] === 1 ? undefined : names.get(day)),
  }
  requireTotals(calendar, years)
  return calendar
}

/** The notices themselves, so that a later one can be laid over them. */
export const officialYears: HolidayYears = holidays

/**
 * The calendar of the State Council's notices, 2023 to 2026. The next year's is announced each November; it may still move the last days of
 * December, which then changes the version.
 */
export const officialCalendar: HolidayCalendar = holidayCalendar({ years: officialYears })
