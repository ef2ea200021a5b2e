import type { Desk } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { addDays, BeyondCalendar, legalDay, type LegalDay } from '@yiwang/standards'

export interface Days {
  today: LegalDay
  near: LegalDay
}

/** Today, and the day up to which something counts as due soon: two workdays ahead, or two days where the holidays are not announced. */
export async function daysOf(desk: Desk): Promise<Days> {
  const today = legalDay(desk.now)
  try {
    return { today, near: (await calendarAt(desk)).addWorkdays(today, 2) }
  } catch (error) {
    if (error instanceof BeyondCalendar) return { today, near: addDays(today, 2) }
    throw error
  }
}
