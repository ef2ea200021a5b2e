import {
  clockState,
  dueDay,
  elapsed,
  lastDay,
  remaining,
  type ClockEntry,
  type HolidayCalendar,
  type LegalDay,
  type Limit,
} from '@yiwang/standards'
import type { CaseClock, Deadline } from './contract.ts'

/** 行政许可法 32（四）, 82: five workdays to accept, refuse or say all that is missing; after them the application counts as accepted. */
export const answerLimit: Limit = { value: 5, unit: 'workday' }

/** 行政许可法 44: the decision is handed over within ten workdays (82) of its day. */
export const deliveryLimit: Limit = { value: 10, unit: 'workday' }

/** The law leaves the term for a correction to the body; without one of the item's own, fifteen workdays. */
export const correctionLimit: Limit = { value: 15, unit: 'workday' }
/** The same where the holidays ahead are not announced: the body sets the term, and it has to be a day. */
export const correctionDays = 21

export interface Limits {
  statutoryLimit?: Limit
  committedLimit?: Limit
}

/** Both due days of a case, read from its ledger; null while the clock stands or beyond the announced holidays. */
export function dueDays(
  entries: readonly ClockEntry[],
  limits: Limits,
  calendar: HolidayCalendar,
): { statutory_due: LegalDay | null; committed_due: LegalDay | null } {
  const dayOf = (limit: Limit | undefined): LegalDay | null => {
    if (!limit || entries.length === 0) return null
    const due = dueDay(entries, limit, calendar)
    return due.kind === 'due' ? due.day : null
  }
  return { statutory_due: dayOf(limits.statutoryLimit), committed_due: dayOf(limits.committedLimit) }
}

/** The last day of a term that begins today; undefined where its holidays are not announced. */
export function termEnd(today: LegalDay, limit: Limit, calendar: HolidayCalendar): LegalDay | undefined {
  const end = lastDay(today, limit, calendar)
  return end.kind === 'due' ? end.day : undefined
}

/** The clock as people read it: used, left, due, and what moved it. */
export function clockAsOf(entries: readonly ClockEntry[], limits: Limits, today: LegalDay, calendar: HolidayCalendar): CaseClock {
  const show = (limit: Limit | undefined): Deadline | undefined => limit && deadline(entries, limit, today, calendar)
  const statutory = show(limits.statutoryLimit)
  const committed = show(limits.committedLimit)
  return {
    running: clockState(entries) === 'running',
    ...(statutory ? { statutory } : {}),
    ...(committed ? { committed } : {}),
    entries: entries.map(({ kind, day, ground, ...more }) => ({ kind, day, ground, ...('days' in more ? { days: more.days } : {}) })),
  }
}

function deadline(entries: readonly ClockEntry[], limit: Limit, today: LegalDay, calendar: HolidayCalendar): Deadline {
  if (entries.length === 0) return { ...limit }
  const due = dueDay(entries, limit, calendar)
  const used = elapsed(entries, limit, today, calendar)
  const left = remaining(entries, limit, today, calendar)
  return {
    ...limit,
    ...(due.kind === 'due' ? { dueOn: due.day } : {}),
    ...(used.kind === 'days' ? { elapsed: used.days } : {}),
    ...(left.kind === 'days' ? { remaining: left.days } : {}),
  }
}
