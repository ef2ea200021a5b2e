import { addDays, type HolidayCalendar } from '@yiwang/standards'
import type { CalendarSpan } from '../contract.ts'
import { calendarProblem as problem } from '../problems.ts'

/** Every day of the year on which nobody works, weekends included, so that a page can mark it. */
export function offDays(calendar: HolidayCalendar, year: number): CalendarSpan {
  const first = `${year}-01-01`
  if (first < calendar.from || first > calendar.to) throw problem.unknownYear({ year })
  const off: CalendarSpan['off'] = []
  for (let day = first; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const holiday = calendar.holidayName(day)
    if (!calendar.isWorkday(day)) off.push({ day, ...(holiday === undefined ? {} : { holiday }) })
  }
  return { version: calendar.version, from: calendar.from, to: calendar.to, off }
}
