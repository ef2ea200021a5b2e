import { Malformed } from './checked.ts'
import { entriesUntil, requireClock, runsOf } from './clock-ledger.ts'
import type { ClockEntry, Run } from './clock-ledger.ts'
import { BeyondCalendar } from './holiday-calendar.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import { addDays, dayDiff } from './legal-day.ts'
import type { LegalDay } from './legal-day.ts'

/** A time limit (时限): 工作日 or 天, as the item says (appendix 1, element 11). */
export type Limit = { value: number; unit: 'workday' | 'calendarDay' }

/** The due day (到期日), or the honest reason why there is none to show. */
export type DueDay =
  | { kind: 'due'; day: LegalDay }
  /** The clock stands still: no due day until it is resumed. `remaining` days of the limit are left. */
  | { kind: 'paused'; remaining: number }
  /** The holidays of that year are not announced: certain is only that the limit does not end before `notBefore`. */
  | { kind: 'beyondCalendar'; notBefore: LegalDay; knownTo: LegalDay }

/** A count of days in the unit of the limit, or the honest reason why they cannot be counted. */
export type DayCount = { kind: 'days'; days: number } | { kind: 'beyondCalendar'; knownTo: LegalDay }

/** A limit is a whole number of workdays or days; longer than ten years is a slip of the keyboard. */
export function isLimit(limit: { value: unknown; unit: unknown }): limit is Limit {
  const { value, unit } = limit
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3650 && (unit === 'workday' || unit === 'calendarDay')
  )
}

/**
 * The last day of a limit that nothing interrupts. The day it starts on is not counted (民法典 201); a limit whose last day is a rest day
 * ends on the first workday after it (民法典 203). A limit of 0 ends on the day itself.
 */
export function lastDay(start: LegalDay, limit: Limit, calendar: HolidayCalendar): DueDay {
  return dueDay([{ kind: 'start', day: start, ground: '' }], limit, calendar)
}

/** The limit with every granted extension (延长); an extension counts in the unit of the limit it lengthens. */
export function extendedValue(entries: readonly ClockEntry[], limit: Limit): number {
  return entries.reduce((value, entry) => (entry.kind === 'extend' ? value + entry.days : value), limit.value)
}

/** One limit being counted over the runs of one ledger. */
type Count = { start: LegalDay; runs: Run[]; unit: Limit['unit']; calendar: HolidayCalendar }

function countOf(entries: readonly ClockEntry[], limit: Limit, calendar: HolidayCalendar): Count {
  if (!isLimit(limit)) throw new Malformed('time limit', 'value or unit')
  requireClock(entries)
  return { start: entries[0]?.day ?? '', runs: runsOf(entries), unit: limit.unit, calendar }
}

const earlier = (a: LegalDay, b: LegalDay): LegalDay => (a < b ? a : b)

/** The day after which a run counts: the day of the start is never counted. */
function countsAfter({ start }: Count, run: Run): LegalDay {
  return run.from <= start ? start : addDays(run.from, -1)
}

function countedDays(count: Count, run: Run, last: LegalDay): number {
  const after = countsAfter(count, run)
  if (last <= after) return 0
  return count.unit === 'workday' ? count.calendar.workdaysBetween(after, last) : dayDiff(after, last)
}

/** Days of the run that count, as far as the calendar reaches; calendar days need no calendar. */
function countWithinCalendar(count: Count, run: Run): number {
  if (count.unit === 'calendarDay') return run.to === undefined ? Infinity : countedDays(count, run, run.to)
  return countedDays(count, run, earlier(run.to ?? count.calendar.to, count.calendar.to))
}

const unknownFrom = (notBefore: LegalDay, calendar: HolidayCalendar): DueDay => ({
  kind: 'beyondCalendar',
  notBefore,
  knownTo: calendar.to,
})

/** The first workday from `end` on, on which the clock does not stand still (民法典 203). */
function closingDay({ runs, calendar }: Count, end: LegalDay): DueDay {
  for (const { from, to } of runs) {
    const candidate = from > end ? from : end
    if (to !== undefined && to < candidate) continue
    const day = findWorkday(calendar, candidate)
    if (day === undefined) return unknownFrom(candidate, calendar)
    if (to === undefined || day <= to) return { kind: 'due', day }
  }
  return { kind: 'paused', remaining: 0 }
}

function findWorkday(calendar: HolidayCalendar, day: LegalDay): LegalDay | undefined {
  try {
    return calendar.workdayOnOrAfter(day)
  } catch (error) {
    if (error instanceof BeyondCalendar) return undefined
    throw error
  }
}

/** The due day of a limit, read from the ledger: pauses are left out, extensions added. The one function that knows. */
export function dueDay(entries: readonly ClockEntry[], limit: Limit, calendar: HolidayCalendar): DueDay {
  const count = countOf(entries, limit, calendar)
  let left = extendedValue(entries, limit)
  if (limit.unit === 'workday' && count.start < calendar.from) return unknownFrom(count.start, calendar)
  if (left === 0) return closingDay(count, count.start)
  for (const run of count.runs) {
    const counted = countWithinCalendar(count, run)
    if (counted >= left) {
      const after = countsAfter(count, run)
      return closingDay(count, limit.unit === 'workday' ? calendar.addWorkdays(after, left) : addDays(after, left))
    }
    if (limit.unit === 'workday' && (run.to ?? '9999-12-31') > calendar.to) return unknownFrom(addDays(calendar.to, 1), calendar)
    left -= counted
  }
  return { kind: 'paused', remaining: left }
}

/** Days of the limit used up (已用时限) at the end of a day, as the ledger then stood. */
export function elapsed(entries: readonly ClockEntry[], limit: Limit, asOf: LegalDay, calendar: HolidayCalendar): DayCount {
  const known = entriesUntil(entries, asOf)
  if (known.length === 0) return { kind: 'days', days: 0 }
  const count = countOf(known, limit, calendar)
  const stopped = known.find((entry) => entry.kind === 'stop')?.day ?? asOf
  return countDays(calendar, () => count.runs.reduce((days, run) => days + countedDays(count, run, earlier(run.to ?? stopped, stopped)), 0))
}

/**
 * Days left (剩余时限) at the end of a day: up to the due day, 0 on it, negative once it has passed. While the clock stands still, what is left
 * stands still too. Where the due day lies beyond the calendar the days of the limit not used yet are still certain.
 */
export function remaining(entries: readonly ClockEntry[], limit: Limit, asOf: LegalDay, calendar: HolidayCalendar): DayCount {
  const known = entriesUntil(entries, asOf)
  if (known.length === 0) return { kind: 'days', days: limit.value }
  const due = dueDay(known, limit, calendar)
  if (due.kind === 'paused') return { kind: 'days', days: due.remaining }
  const stop = known.find((entry) => entry.kind === 'stop')?.day ?? asOf
  if (due.kind === 'due') {
    return countDays(calendar, () => (limit.unit === 'workday' ? calendar.workdaysBetween(stop, due.day) : dayDiff(stop, due.day)))
  }
  const used = elapsed(known, limit, asOf, calendar)
  return used.kind === 'days' ? { kind: 'days', days: extendedValue(known, limit) - used.days } : used
}

function countDays(calendar: HolidayCalendar, days: () => number): DayCount {
  try {
    return { kind: 'days', days: days() }
  } catch (error) {
    if (error instanceof BeyondCalendar) return { kind: 'beyondCalendar', knownTo: calendar.to }
    throw error
  }
}

/** Overdue (超期): the due day has passed. What stands still or cannot be known is not called overdue. */
export function isOverdue(due: DueDay, asOf: LegalDay): boolean {
  return due.kind === 'due' && asOf > due.day
}
