import { later, type Act, type Tx } from '@yiwang/kernel'
import type { ClockEntry } from '@yiwang/standards'
import type {} from './generated/tables.ts'

/** The ledger in the order it was written. */
export async function listClockEntries(tx: Tx, caseNumber: string): Promise<ClockEntry[]> {
  const rows = await tx
    .selectFrom('cases.clock_entry')
    .select(['kind', 'day', 'days', 'ground'])
    .where('case_number', '=', caseNumber)
    .orderBy('position')
    .execute()
  return rows.map(toEntry)
}

function toEntry({ kind, day, days, ground }: { kind: string; day: string; days: number | null; ground: string }): ClockEntry {
  return kind === 'extend' ? { kind, day, ground, days: days ?? 0 } : { kind: kind as 'start', day, ground }
}

/** What moved the clock after its start, each with its moment, in the order it was written. */
export async function listMovements(tx: Tx, caseNumber: string): Promise<{ entry: ClockEntry; at: string }[]> {
  const rows = await tx
    .selectFrom('cases.clock_entry')
    .select(['kind', 'day', 'days', 'ground', 'at'])
    .where('case_number', '=', caseNumber)
    .where('kind', '!=', 'start')
    .orderBy('position')
    .execute()
  return rows.map(({ at, ...row }) => ({ entry: toEntry(row), at }))
}

/** Appends at a position; two that want the same one cannot both have it (primary key). */
export async function insertClockEntry(
  act: Act,
  caseNumber: string,
  position: number,
  entry: ClockEntry,
  calendarVersion: string,
): Promise<void> {
  await later(
    act.tx,
    act.tx
      .insertInto('cases.clock_entry')
      .values({
        case_number: caseNumber,
        position,
        kind: entry.kind,
        day: entry.day,
        days: entry.kind === 'extend' ? entry.days : null,
        ground: entry.ground,
        actor_id: act.by.id,
        calendar_version: calendarVersion,
        at: act.now,
      })
      .compile(),
  )
}
