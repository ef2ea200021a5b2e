import type { Definition, FlowNode, Trigger } from '@yiwang/workflow'
import {
  addDays,
  BeyondCalendar,
  dayDiff,
  legalDay,
  startOfLegalDay,
  weekday,
  type HolidayCalendar,
  type LegalDay,
} from '@yiwang/standards'

export function atSameTime(moment: Date, day: LegalDay): Date {
  return new Date(startOfLegalDay(day).getTime() + moment.getTime() - startOfLegalDay(legalDay(moment)).getTime())
}

/**
 * A timer has to stand on some day. Where the holidays are not announced it stands later than they would put it, so that nobody's time is cut short; a
 * due day, by contrast, is never guessed.
 */
export function workdaysLater(day: LegalDay, count: number, calendar: HolidayCalendar): LegalDay {
  try {
    return calendar.addWorkdays(day, count)
  } catch (error) {
    if (error instanceof BeyondCalendar) return workdaysLaterAtMost(day, count)
    throw error
  }
}

/** A holiday takes nine days at the most (春节 2026), and no two of the long ones are within a month of workdays. */
const longestHoliday = 9
const monthOfWorkdays = 20

/** By weekdays alone, and a whole holiday for every month begun: not earlier than any calendar would have it. */
export function workdaysLaterAtMost(day: LegalDay, count: number): LegalDay {
  let later = day
  for (let left = count; left > 0;) {
    later = addDays(later, 1)
    if (weekday(later) <= 5) left -= 1
  }
  return addDays(later, longestHoliday * Math.ceil((count + 1) / monthOfWorkdays))
}

/** The event a timer belongs to, by its number in the state of the flow (`token:node`). */
export function nodeOf({ nodes }: Definition, timerId: string): FlowNode | undefined {
  return nodes.find(({ id }) => id === timerId.slice(timerId.indexOf(':') + 1))
}

export function triggerOf(definition: Definition, timerId: string): Trigger | undefined {
  const node = nodeOf(definition, timerId)
  return node && 'trigger' in node ? node.trigger : undefined
}

/**
 * When a timer goes off after the clock of its case stood still from one day (included) to another (not included): by so many workdays later
 * where it counts workdays, by so many days where it is a length of time, and when it was to where it is a date.
 */
export function shifted(
  fires: Date,
  trigger: Trigger | undefined,
  { from, to }: { from: LegalDay; to: LegalDay },
  calendar: HolidayCalendar,
): Date {
  if (trigger?.kind === 'duration') return atSameTime(fires, addDays(legalDay(fires), dayDiff(from, to)))
  if (trigger?.kind !== 'workdays') return fires
  return atSameTime(fires, workdaysLater(legalDay(fires), workdaysIn(from, to, calendar), calendar))
}

function workdaysIn(from: LegalDay, to: LegalDay, calendar: HolidayCalendar): number {
  try {
    return calendar.workdaysBetween(addDays(from, -1), addDays(to, -1))
  } catch (error) {
    if (error instanceof BeyondCalendar) return dayDiff(from, to)
    throw error
  }
}
