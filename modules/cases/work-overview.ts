import { within, type Desk } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { CaseState, WorkOverview } from './contract.ts'
import { addDays } from '@yiwang/standards'
import { daysOf } from './near-day.ts'
import { nothingDue } from './urgency.ts'
import type {} from './generated/tables.ts'

/** How many cases are looked at, and how many days ahead: the picture costs the same however much is open. */
const most = 5000
const daysAhead = 20

interface Row {
  state: CaseState
  nextDue: string
  count: number
}

/** What is open in the caller's reach, by stage and by the day it is due: the most urgent cases, up to a bound. */
export async function workOverview(desk: Desk): Promise<WorkOverview> {
  const { today, near } = await daysOf(desk)
  const { rows } = await sql<Row>`select state, next_due as "nextDue", count(*)::int as count from (
      select c.state, c.next_due::text from cases.service_case c
      where c.state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed')
        and ${within(desk.by, 'cases.look', { body: 'c.body_code', division: 'c.division', item: 'c.implementation_code' })}
      order by c.next_due, c.case_number limit ${most + 1}
    ) open group by state, next_due`.execute(desk.tx)
  const running = rows.filter(({ state, nextDue }) => state !== 'suspended' && nextDue !== nothingDue)
  const stages = [...new Set(rows.map(({ state }) => state))].map((state) => {
    const of = (some: readonly Row[]) => sum(some.filter((row) => row.state === state))
    const late = of(running.filter(({ nextDue }) => nextDue < today))
    const soon = of(running.filter(({ nextDue }) => nextDue >= today && nextDue <= near))
    return { state, count: of(rows), late, near: soon }
  })
  const ahead = running.filter(({ nextDue }) => nextDue >= today && nextDue <= addDays(today, daysAhead))
  const days = [...new Set(ahead.map(({ nextDue }) => nextDue))].sort()
  const due = days.map((day) => ({ day, count: sum(ahead.filter(({ nextDue }) => nextDue === day)) }))
  return { stages, due, more: sum(rows) > most }
}

const sum = (rows: readonly Row[]): number => rows.reduce((total, { count }) => total + count, 0)
