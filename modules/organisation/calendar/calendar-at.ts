import { onceAnAct, type Desk, type Tx } from '@yiwang/kernel'
import { holidayCalendar, officialCalendar, officialYears, type HolidayCalendar, type HolidayYears } from '@yiwang/standards'
import { daysOf, newestVersions, type YearVersion } from './calendar-store.ts'

/** Published versions never change, so that a calendar once made of them may be kept; by digest, since a process may serve two databases. */
const made = new Map<string, HolidayCalendar>()

/**
 * The calendar by which workdays are counted now: the notices published here over those the standards bring. Its `version` is to be stored
 * beside every day it was used for.
 */
export function calendarAt(desk: Pick<Desk, 'tx'>): Promise<HolidayCalendar> {
  return onceAnAct(desk, 'organisation.calendar', () => newestCalendar(desk.tx))
}

async function newestCalendar(tx: Tx): Promise<HolidayCalendar> {
  const versions = await newestVersions(tx)
  if (versions.length === 0) return officialCalendar
  const key = versions.map(({ year, version, digest }) => `${year}.${version}.${digest}`).join()
  const known = made.get(key)
  if (known) return known
  const calendar = holidayCalendar({ years: await yearsOf(tx, versions) })
  made.set(key, calendar)
  return calendar
}

export async function yearsOf(tx: Tx, versions: readonly YearVersion[]): Promise<HolidayYears> {
  const years: HolidayYears = { ...officialYears }
  for (const { year, version } of versions) years[year] = await daysOf(tx, year, version)
  return years
}
