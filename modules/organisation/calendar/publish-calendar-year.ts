import type { Act } from '@yiwang/kernel'
import { holidayCalendar, Malformed, type HolidayCalendar, type HolidayYears } from '@yiwang/standards'
import type { CalendarYear, PublishedCalendar } from '../contract.ts'
import { calendarProblem as problem } from '../problems.ts'
import { yearsOf } from './calendar-at.ts'
import { insertCalendarYear, lockCalendar, newestVersions } from './calendar-store.ts'

/**
 * The State Council's notice for a year is published (国务院办公厅节假日安排通知). A correction is a new version: what was counted by the old
 * one keeps its due day and the name of the calendar that gave it.
 */
export async function publishCalendarYear(act: Act, year: number, input: CalendarYear): Promise<PublishedCalendar> {
  const outside = daysOutside(year, input)
  if (outside.length > 0) throw problem.dayOutside({ days: outside })
  await lockCalendar(act.tx)
  const versions = await newestVersions(act.tx)
  const calendar = calendarOf({ ...(await yearsOf(act.tx, versions)), [year]: input })

  const version = (versions.find((one) => one.year === year)?.version ?? 0) + 1
  await insertCalendarYear(act, year, version, input)
  const published = { year, version, calendar: calendar.version }
  await act.publish('calendar.published', published)
  return published
}

/** A notice speaks of its year, and may begin with the last days of the one before. */
export function daysOutside(year: number, { off, work }: Pick<CalendarYear, 'off' | 'work'>): string[] {
  const days = [...off, ...work].map(([day]) => day)
  return days.filter((day) => !day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`))
}

function calendarOf(years: HolidayYears): HolidayCalendar {
  try {
    return holidayCalendar({ years })
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw error.fault === 'years' ? problem.gap() : problem.totalWrong({ fault: error.fault })
  }
}
