import { useQueries } from '@tanstack/react-query'
import type { CalendarSpan } from '@yiwang/organisation/contract'
import { useState } from 'react'
import { api } from '../api.ts'
import { legalDayOf } from '../dates.ts'

/** The days people do not work, as far as the calendar is known. */
export interface RestDays {
  off: ReadonlySet<string>
  to: string
}

/** The legal day it is, as of when the page was opened. */
export function useToday(): string {
  const [today] = useState(() => legalDayOf(new Date()))
  return today
}

/** This year's and next year's rest days; the server's calendar, not a guess of the browser. */
export function useRestDays(): RestDays | undefined {
  const year = Number(useToday().slice(0, 4))
  return useQueries({
    queries: [year, year + 1].map((one) => ({
      queryKey: ['calendar', one],
      queryFn: () => api.get('/calendar/{year}', { path: { year: one } }),
      staleTime: Infinity,
      retry: false,
    })),
    combine: (years) => joinYears(years.flatMap(({ data }) => (data ? [data] : []))),
  })
}

export function joinYears(years: readonly Pick<CalendarSpan, 'to' | 'off'>[]): RestDays | undefined {
  const [first] = years
  if (!first) return undefined
  return { off: new Set(years.flatMap(({ off }) => off.map(({ day }) => day))), to: first.to }
}

/** Workdays from tomorrow to the due day, 0 on it, negative once it has passed; undefined where the calendar does not reach. */
export function workdaysLeft(due: string, today: string, rest: RestDays): number | undefined {
  const [from, to] = due < today ? [due, today] : [today, due]
  if (to > rest.to) return undefined
  let count = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (!rest.off.has(day)) count += 1
  return due < today ? -count : count
}

/** The next workdays, today first even if nobody works; where the calendar does not reach, plain days. */
export function nextWorkdays(today: string, count: number, rest: RestDays | undefined): string[] {
  const days = [today]
  for (let day = dayAfter(today); days.length < count; day = dayAfter(day)) if (!rest?.off.has(day)) days.push(day)
  return days
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
