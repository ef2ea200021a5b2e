import type { Act, Desk } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { appendFault, legalDay, type ClockEntry } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { insertClockEntry, listClockEntries } from './clock-store.ts'
import type { CaseClock } from './contract.ts'
import { problem } from './problems.ts'
import { moveStepLimits } from './step-limits.ts'
import { clockAsOf, dueDays } from './time-limits.ts'

/** Both due days, to be set on the case in the same transaction. */
export type DueDays = ReturnType<typeof dueDays>

/**
 * Writes one entry into the ledger of a case (计时台账) that the act holds locked, and derives the due days anew. Whoever moves the clock
 * hands the answer to `changeCase` together with the rest of the change.
 */
export async function appendClock(act: Act, found: CaseRecord, asOfNow: ClockEntry): Promise<DueDays> {
  const before = asOfNow.kind === 'start' ? [] : await listClockEntries(act.tx, found.caseNumber)
  const entry = notBefore(before.at(-1)?.day, asOfNow)
  const fault = appendFault(before, entry)
  if (fault) throw problem.clockNotMovable({ fault })
  const calendar = await calendarAt(act)
  await insertClockEntry(act, found.caseNumber, before.length, entry, calendar.version)
  if (entry.kind !== 'start' && entry.kind !== 'stop') await moveStepLimits(act, found, calendar)
  return dueDays([...before, entry], found, calendar)
}

/** The ledger never goes back: where the clock of the machine was set back, what happens now happens on the last day the ledger knows. */
function notBefore(last: string | undefined, entry: ClockEntry): ClockEntry {
  return last !== undefined && entry.day < last ? { ...entry, day: last } : entry
}

/** The due days as the calendar of today has them; for what was counted before its holidays were announced. */
export async function settleClock(act: Act, found: CaseRecord): Promise<DueDays> {
  return dueDays(await listClockEntries(act.tx, found.caseNumber), found, await calendarAt(act))
}

/** The clock of a case as of now, by the same function that set its due days. */
export async function clockOf(desk: Desk, found: CaseRecord): Promise<CaseClock> {
  const [entries, calendar] = await Promise.all([listClockEntries(desk.tx, found.caseNumber), calendarAt(desk)])
  return clockAsOf(entries, found, legalDay(desk.now), calendar)
}
