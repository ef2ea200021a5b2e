import type { Act, Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { CalendarYear } from '../contract.ts'

export interface YearVersion {
  year: number
  version: number
  /** Of the days, so that a calendar made of them can be recognised. */
  digest: string
}

/** The newest version of each published year, by year. */
export async function newestVersions(tx: Tx): Promise<YearVersion[]> {
  const { rows } = await sql<YearVersion>`select distinct on (year) year, version, md5(days::text) as digest
    from organisation.calendar_year order by year, version desc`.execute(tx)
  return rows
}

export async function daysOf(tx: Tx, year: number, version: number): Promise<CalendarYear> {
  const query = tx.selectFrom('organisation.calendar_year').select('days').where('year', '=', year).where('version', '=', version)
  return (await query.executeTakeFirstOrThrow()).days as CalendarYear
}

/** Two who publish at once would both think theirs the next version. Readers do not wait. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await sql`lock table organisation.calendar_year in share row exclusive mode`.execute(tx)
}

export async function insertCalendarYear(act: Act, year: number, version: number, days: CalendarYear): Promise<void> {
  const values = { year, version, days: JSON.stringify(days), published_at: act.now, published_by: act.by.id }
  await act.tx.insertInto('organisation.calendar_year').values(values).execute()
}
