import { addDays, lastDay, type HolidayCalendar } from '@yiwang/standards'
import type { FollowUpState } from './contract.ts'

/** 差评十五个工作日内整改反馈. */
const limit = { value: 15, unit: 'workday' } as const

/** The last day for the answer to a bad rating; where the holidays of the year are not announced yet, three whole weeks. */
export function answerDueOn(today: string, calendar: HolidayCalendar): string {
  const due = lastDay(today, limit, calendar)
  if (due.kind === 'due') return due.day
  return addDays(today, 21)
}

/** Whether the answer came, or is still to come, after its last day. */
export function isLate(dueOn: string, day: string): boolean {
  return day > dueOn
}

/** A bad rating can be sorted and given to somebody until it is answered, and is answered once. */
export function isOpen({ state }: { state: FollowUpState }): boolean {
  return state !== 'answered'
}
