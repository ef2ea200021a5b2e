import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendFault, clockFault } from './clock-ledger.ts'
import type { ClockEntry } from './clock-ledger.ts'
import { officialCalendar as calendar } from './holiday-calendar.ts'
import { addDays, dayFromNumber, dayNumber } from './legal-day.ts'
import { dueDay, elapsed, extendedValue, isOverdue, remaining } from './time-limit.ts'
import type { DueDay, Limit } from './time-limit.ts'

const at = (kind: 'start' | 'pause' | 'resume' | 'stop', day: string): ClockEntry => ({ kind, day, ground: 'test' })
const extend = (day: string, days: number): ClockEntry => ({ kind: 'extend', day, ground: 'test', days })

// An independent recount: every day is looked at by itself, with no runs, no sums and no shortcut.

function standsStill(entries: readonly ClockEntry[], day: string): boolean {
  let paused = false
  for (const entry of entries) {
    if (entry.day > day) break
    if (entry.kind === 'pause') paused = true
    if (entry.kind === 'resume') paused = false
  }
  return paused
}

function recount(entries: readonly ClockEntry[], limit: Limit): DueDay {
  const start = entries[0]?.day ?? ''
  let left = limit.value
  for (const entry of entries) if (entry.kind === 'extend') left += entry.days
  for (let day = start; day <= calendar.to; day = addDays(day, 1)) {
    const counts = day > start && !standsStill(entries, day) && (limit.unit === 'calendarDay' || calendar.isWorkday(day))
    if (counts && left > 0) left -= 1
    if (left === 0 && calendar.isWorkday(day) && !standsStill(entries, day)) return { kind: 'due', day }
  }
  return { kind: 'paused', remaining: left }
}

function recountElapsed(entries: readonly ClockEntry[], limit: Limit, asOf: string): number {
  const start = entries[0]?.day ?? asOf
  const stop = entries.find((entry) => entry.kind === 'stop')?.day ?? asOf
  let used = 0
  for (let day = addDays(start, 1); day <= stop; day = addDays(day, 1)) {
    if (!standsStill(entries, day) && (limit.unit === 'calendarDay' || calendar.isWorkday(day))) used += 1
  }
  return used
}

type Step = { gap: number; kind: 'turn' | 'extend' | 'stop'; more: number }

function ledgerOf(first: string, steps: Step[]): ClockEntry[] {
  const entries = [at('start', first)]
  let day = first
  let paused = false
  for (const { gap, kind, more } of steps) {
    day = addDays(day, gap)
    if (kind === 'turn') paused = !paused
    if (kind === 'extend') entries.push(extend(day, more))
    else entries.push(at(kind === 'stop' ? 'stop' : paused ? 'pause' : 'resume', day))
    if (kind === 'stop') break
  }
  return entries
}

/** A lawful ledger that ends well inside the calendar: pauses and resumptions in turn, extensions between, perhaps a stop. */
const step = fc.record({
  gap: fc.integer({ min: 0, max: 12 }),
  kind: fc.constantFrom<Step['kind'][]>('turn', 'turn', 'turn', 'extend', 'stop'),
  more: fc.integer({ min: 1, max: 10 }),
})
const firstDay = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2025-12-31') }).map(dayFromNumber)
const ledger = fc.tuple(firstDay, fc.array(step, { maxLength: 7 })).map(([first, steps]) => ledgerOf(first, steps))
const limit = fc.record({ value: fc.integer({ min: 0, max: 30 }), unit: fc.constantFrom<Limit['unit'][]>('workday', 'calendarDay') })

test('the ledgers tried are lawful, and many are paused, extended and stopped', () => {
  const sample = fc.sample(ledger, 300)
  expect(sample.map(clockFault).filter(Boolean)).toEqual([])
  for (const kind of ['pause', 'resume', 'extend', 'stop']) {
    expect(sample.filter((entries) => entries.some((entry) => entry.kind === kind)).length).toBeGreaterThan(30)
  }
})

test('the due day equals an independent recount day by day', () => {
  fc.assert(
    fc.property(ledger, limit, (entries, given) => {
      expect(dueDay(entries, given, calendar)).toEqual(recount(entries, given))
    }),
    { numRuns: 3000 },
  )
})

test('the days used equal an independent recount', () => {
  fc.assert(
    fc.property(ledger, limit, fc.integer({ min: 0, max: 90 }), (entries, given, later) => {
      const asOf = addDays(entries[0]?.day ?? '', later)
      const known = entries.filter((entry) => entry.day <= asOf)
      expect(elapsed(entries, given, asOf, calendar)).toEqual({ kind: 'days', days: recountElapsed(known, given, asOf) })
    }),
    { numRuns: 1500 },
  )
})

/** What must be left at the end of `asOf`, from the slow recount alone. */
function recountRemaining(known: readonly ClockEntry[], given: Limit, asOf: string): number {
  const due = recount(known, given)
  if (due.kind === 'paused') return due.remaining
  const end = due.kind === 'due' ? due.day : ''
  const stop = known.find((entry) => entry.kind === 'stop')?.day ?? asOf
  const [from, to, sign] = end >= stop ? [stop, end, 1] : [end, stop, -1]
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (given.unit === 'calendarDay' || calendar.isWorkday(day)) days += sign
  return days
}

test('the days left equal an independent recount; they are negative only once the due day has passed', () => {
  fc.assert(
    fc.property(ledger, limit, fc.integer({ min: 0, max: 90 }), (entries, given, later) => {
      const asOf = addDays(entries[0]?.day ?? '', later)
      const known = entries.filter((entry) => entry.day <= asOf)
      const days = recountRemaining(known, given, asOf)
      expect(remaining(entries, given, asOf, calendar)).toEqual({ kind: 'days', days })
      expect(days < 0 && !isOverdue(dueDay(known, given, calendar), asOf)).toBe(false)
    }),
    { numRuns: 1500 },
  )
})

test('used and left make up the whole limit while a limit in workdays runs', () => {
  const running = fc.tuple(ledger, limit, fc.integer({ min: 0, max: 60 })).filter(([entries, given, later]) => {
    const asOf = addDays(entries.at(-1)?.day ?? '', later)
    const due = dueDay(entries, given, calendar)
    return given.unit === 'workday' && given.value > 0 && entries.at(-1)?.kind !== 'stop' && due.kind === 'due' && !isOverdue(due, asOf)
  })
  fc.assert(
    fc.property(running, ([entries, given, later]) => {
      const asOf = addDays(entries.at(-1)?.day ?? '', later)
      const used = elapsed(entries, given, asOf, calendar)
      const left = remaining(entries, given, asOf, calendar)
      expect([used.kind, left.kind]).toEqual(['days', 'days'])
      expect((used.kind === 'days' ? used.days : 0) + (left.kind === 'days' ? left.days : 0)).toBe(extendedValue(entries, given))
    }),
  )
})

test('a further pause never brings the due day nearer, an extension moves a limit in workdays on', () => {
  const open = fc.tuple(ledger, limit).filter(([entries, given]) => {
    const last = entries.at(-1)
    return last !== undefined && appendFault(entries, at('pause', last.day)) === undefined && given.value > 0
  })
  fc.assert(
    fc.property(open, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }), ([entries, given], after, length) => {
      const lastEntry = entries.at(-1)?.day ?? ''
      const paused = [...entries, at('pause', addDays(lastEntry, after)), at('resume', addDays(lastEntry, after + length))]
      const days = [entries, paused, [...entries, extend(lastEntry, length)]].map((tried) => dueDay(tried, given, calendar))
      const [first = '', second = '', third = ''] = days.map((due) => (due.kind === 'due' ? due.day : ''))
      expect(first).not.toBe('')
      expect(second >= first).toBe(true)
      expect(given.unit === 'workday' ? third > first : third >= first).toBe(true)
    }),
  )
})
