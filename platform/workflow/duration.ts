export type Duration = { years: number; months: number; days: number; milliseconds: number }

const shape = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/

/** An ISO 8601 duration in whole units; undefined when it is not one, or is empty. */
export function readDuration(text: string): Duration | undefined {
  const found = shape.exec(text)
  if (!found || text === 'P' || text.endsWith('T')) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return {
    years: years ?? 0,
    months: months ?? 0,
    days: (weeks ?? 0) * 7 + (days ?? 0),
    milliseconds: (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000,
  }
}

/** Months are counted in China Standard Time, which has no summer time; the 31st plus a month is the month's last day. */
const offset = 8 * 3_600_000
const day = 86_400_000

export function addDuration(from: Date, { years, months, days, milliseconds }: Duration): Date {
  const local = new Date(from.getTime() + offset)
  const wanted = local.getUTCDate()
  local.setUTCDate(1)
  local.setUTCMonth(local.getUTCMonth() + years * 12 + months)
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  local.setUTCDate(Math.min(wanted, last))
  return new Date(local.getTime() - offset + days * day + milliseconds)
}

const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

/** A date or moment; without an offset it is read in China Standard Time. */
export function readDate(text: string): Date | undefined {
  if (!moment.test(text) || !isCalendarDay(text.slice(0, 10))) return undefined
  const full = text.length === 10 ? `${text}T00:00` : text
  const date = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(full) ? full : `${full}+08:00`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** JavaScript would read 30 February as 2 March. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
