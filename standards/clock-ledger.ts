import { Malformed } from './checked.ts'
import { addDays, isLegalDay } from './legal-day.ts'
import type { LegalDay } from './legal-day.ts'

/**
 * The clock of a case is a ledger (计时台账): what happened to it, in order, never overwritten. `ground` is the legal ground in words.
 * Which days do not count: the day of the start (民法典 201), and of a pause on day D resumed on day E the days D ≤ d < E. So the day of the
 * pause does not count, the day of the resumption does, and a pause resumed on the same day costs nothing. The day of the stop counts.
 */
export type ClockEntry =
  | { kind: 'start' | 'pause' | 'resume' | 'stop'; day: LegalDay; ground: string }
  | { kind: 'extend'; day: LegalDay; ground: string; days: number }

export type ClockState = 'notStarted' | 'running' | 'paused' | 'stopped'

/** Why a ledger, or one more entry in it, is not lawful. */
export type ClockFault = 'day' | 'outOfOrder' | 'extension' | 'notStarted' | 'alreadyStarted' | 'alreadyPaused' | 'notPaused' | 'stopped'

/** An unbroken stretch of days on which the clock runs, both ends included; without an end it runs still. */
export type Run = { from: LegalDay; to?: LegalDay }

export function clockState(entries: readonly ClockEntry[]): ClockState {
  let state: ClockState = 'notStarted'
  for (const { kind } of entries) {
    if (kind === 'start' || kind === 'resume') state = 'running'
    else if (kind === 'pause') state = 'paused'
    else if (kind === 'stop') state = 'stopped'
  }
  return state
}

const refusals: Record<ClockEntry['kind'], Partial<Record<ClockState, ClockFault>>> = {
  start: { running: 'alreadyStarted', paused: 'alreadyStarted', stopped: 'stopped' },
  pause: { notStarted: 'notStarted', paused: 'alreadyPaused', stopped: 'stopped' },
  resume: { notStarted: 'notStarted', running: 'notPaused', stopped: 'stopped' },
  extend: { notStarted: 'notStarted', stopped: 'stopped' },
  stop: { notStarted: 'notStarted', stopped: 'stopped' },
}

/** What stands against appending the entry; undefined when nothing does. */
export function appendFault(entries: readonly ClockEntry[], entry: ClockEntry): ClockFault | undefined {
  return entryFault(entries.at(-1), clockState(entries), entry)
}

function entryFault(last: ClockEntry | undefined, state: ClockState, entry: ClockEntry): ClockFault | undefined {
  if (!isLegalDay(entry.day)) return 'day'
  if (last && entry.day < last.day) return 'outOfOrder'
  if (entry.kind === 'extend' && !(Number.isSafeInteger(entry.days) && entry.days > 0)) return 'extension'
  return refusals[entry.kind][state]
}

/** The first thing wrong in a whole ledger. */
export function clockFault(entries: readonly ClockEntry[]): ClockFault | undefined {
  let state: ClockState = 'notStarted'
  let last: ClockEntry | undefined
  for (const entry of entries) {
    const fault = entryFault(last, state, entry)
    if (fault) return fault
    if (entry.kind !== 'extend') state = clockState([entry])
    last = entry
  }
  return entries.length === 0 ? 'notStarted' : undefined
}

export function requireClock(entries: readonly ClockEntry[]): void {
  const fault = clockFault(entries)
  if (fault) throw new Malformed('clock ledger', fault)
}

/** The ledger as it stood at the end of a day. */
export function entriesUntil(entries: readonly ClockEntry[], day: LegalDay): ClockEntry[] {
  return entries.filter((entry) => entry.day <= day)
}

/** The stretches on which the clock runs. A stop does not end the last one: the due day stays what it was. */
export function runsOf(entries: readonly ClockEntry[]): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    if (entry.kind === 'start' || entry.kind === 'resume') runs.push({ from: entry.day })
    else if (entry.kind === 'pause') runs.push({ from: runs.pop()?.from ?? entry.day, to: addDays(entry.day, -1) })
  }
  return runs
}
