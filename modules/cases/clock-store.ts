import type { Act, Tx } from '@yiwang/kernel'
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
  return rows.map(({ kind, day, days, ground }) => {
    return kind === 'extend' ? { kind, day, ground, days: days ?? 0 } : { kind: kind as 'start', day, ground }
  })
}

/** Appends at a position; two that want the same one cannot both have it (primary key). */
export async function insertClockEntry(
  act: Act,
  caseNumber: string,
  position: number,
  entry: ClockEntry,
  calendarVersion: string,
): Promise<void> {
  await act.tx
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
    .execute()
}
