import type { Chance } from '@yiwang/sandbox'
import { BeyondCalendar, addDays, legalDay, startOfLegalDay, type HolidayCalendar, type LegalDay } from '@yiwang/standards'

const minute = 60_000
/** 8:30–12:00 and 13:30–17:00, in minutes of the day, as the demo's items say. */
const windows = [
  [510, 720],
  [810, 1020],
] as const
/** Where the holidays are not announced nobody can say when an office is open: after the end of everything that is told. */
const never = new Date('9999-01-01T00:00:00Z')

/** Moments at which things happen: staff in office hours on workdays, applicants when they have time. */
export interface OfficeHours {
  /** Some moment in office hours, so many workdays after; on the same day within the next hour or two, or on the next workday. */
  after(from: Date, workdays: number): Date
  /** The next moment in office hours, a few minutes from now. */
  soon(from: Date): Date
  /** When somebody at home finds the time, so many days after. */
  atHome(from: Date, days: number): Date
}

export function officeHours(calendar: HolidayCalendar, luck: Chance): OfficeHours {
  const on = (day: LegalDay, minutes: number) => new Date(startOfLegalDay(day).getTime() + (minutes * 60 + luck.below(60)) * 1000)
  const someTime = (day: LegalDay) => {
    const [from, to] = luck.happens(0.55) ? windows[0] : windows[1]
    return on(day, luck.between(from, to - 1))
  }
  const open = (at: Date) => {
    const minutes = Math.floor((at.getTime() - startOfLegalDay(legalDay(at)).getTime()) / minute)
    return calendar.isWorkday(legalDay(at)) && windows.some(([from, to]) => minutes >= from && minutes < to)
  }
  const known = (moment: () => Date): Date => {
    try {
      return moment()
    } catch (error) {
      if (error instanceof BeyondCalendar) return never
      throw error
    }
  }
  const within = (from: Date, minutes: number): Date =>
    known(() => {
      const wished = new Date(from.getTime() + minutes * minute + luck.below(60) * 1000)
      if (open(wished)) return wished
      const today = legalDay(wished)
      const noon = on(today, luck.between(811, 850))
      return calendar.isWorkday(today) && wished < noon ? later(wished, today) : someTime(calendar.nextWorkday(today))
    })
  const later = (wished: Date, today: LegalDay): Date => {
    const morning = on(today, luck.between(511, 560))
    return wished < morning ? morning : on(today, luck.between(851, 900))
  }
  return {
    soon: (from) => within(from, luck.between(3, 12)),
    after: (from, workdays) =>
      workdays < 1
        ? within(from, luck.between(20, 150))
        : known(() => someTime(calendar.addWorkdays(legalDay(from), Math.round(workdays)))),
    atHome: (from, days) => {
      const evening = on(addDays(legalDay(from), Math.max(0, Math.round(days))), luck.between(480, 1320))
      return evening > from ? evening : new Date(from.getTime() + luck.between(15, 240) * minute)
    },
  }
}
