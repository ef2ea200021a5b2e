import { expect, test } from 'vitest'

import type { ClockEntry } from './clock-ledger.ts'
import { officialCalendar as calendar } from './holiday-calendar.ts'

import { dueDay, elapsed, extendedValue, isLimit, isOverdue, lastDay, remaining } from './time-limit.ts'
import type { DueDay, Limit } from './time-limit.ts'

const workdays = (value: number): Limit => ({ value, unit: 'workday' })
const days = (value: number): Limit => ({ value, unit: 'calendarDay' })
const at = (kind: 'start' | 'pause' | 'resume' | 'stop', day: string): ClockEntry => ({ kind, day, ground: 'test' })
const extend = (day: string, more: number): ClockEntry => ({ kind: 'extend', day, ground: 'test', days: more })
const due = (day: string): DueDay => ({ kind: 'due', day })

test('the day of the start is not counted: one workday ends on the next workday', () => {
  expect(lastDay('2026-03-02', workdays(1), calendar)).toEqual(due('2026-03-03'))
  expect(lastDay('2026-03-06', workdays(1), calendar)).toEqual(due('2026-03-09'))
  expect(lastDay('2026-02-13', workdays(5), calendar)).toEqual(due('2026-02-27'))
  expect(lastDay('2026-02-13', workdays(6), calendar)).toEqual(due('2026-02-28'))
})

test('RA1-17 workdays and days end on different days, and no other unit is a limit', () => {
  expect(lastDay('2026-03-02', workdays(20), calendar)).toEqual(due('2026-03-30'))
  expect(lastDay('2026-03-02', days(20), calendar)).toEqual(due('2026-03-23'))
  expect(isLimit(workdays(20))).toBe(true)
  expect(isLimit(days(20))).toBe(true)
  for (const unit of ['week', 'hour', '', undefined]) expect(isLimit({ value: 20, unit })).toBe(false)
  for (const value of [-1, 1.5, Number.NaN, '20', undefined, 4000]) expect(isLimit({ value, unit: 'workday' })).toBe(false)
  expect(() => lastDay('2026-03-02', { value: 1.5, unit: 'workday' }, calendar)).toThrow('time limit')
})

test('a limit in days whose last day is a rest day ends on the first workday after it', () => {
  expect(lastDay('2026-02-10', days(7), calendar)).toEqual(due('2026-02-24'))
  expect(lastDay('2026-02-06', days(8), calendar)).toEqual(due('2026-02-14'))
})

test('a limit of nothing ends on the day itself, or when the hall opens again', () => {
  expect(lastDay('2026-03-02', workdays(0), calendar)).toEqual(due('2026-03-02'))
  expect(lastDay('2026-03-01', days(0), calendar)).toEqual(due('2026-03-02'))
})

test('R5B-077 while the case is suspended nothing is used up, then it goes on from there and the due day moves', () => {
  const entries = [at('start', '2026-03-02'), at('pause', '2026-03-05'), at('resume', '2026-03-11')]
  expect(dueDay(entries.slice(0, 1), workdays(5), calendar)).toEqual(due('2026-03-09'))
  expect(elapsed(entries, workdays(5), '2026-03-04', calendar)).toEqual({ kind: 'days', days: 2 })
  for (const day of ['2026-03-05', '2026-03-08', '2026-03-10']) {
    expect(elapsed(entries, workdays(5), day, calendar)).toEqual({ kind: 'days', days: 2 })
    expect(remaining(entries, workdays(5), day, calendar)).toEqual({ kind: 'days', days: 3 })
  }
  expect(elapsed(entries, workdays(5), '2026-03-11', calendar)).toEqual({ kind: 'days', days: 3 })
  expect(dueDay(entries, workdays(5), calendar)).toEqual(due('2026-03-13'))
  expect(remaining(entries, workdays(5), '2026-03-13', calendar)).toEqual({ kind: 'days', days: 0 })
})

test('while the clock stands still there is no due day, only what is left', () => {
  const entries = [at('start', '2026-03-02'), at('pause', '2026-03-05')]
  expect(dueDay(entries, workdays(5), calendar)).toEqual({ kind: 'paused', remaining: 3 })
  expect(dueDay(entries, days(5), calendar)).toEqual({ kind: 'paused', remaining: 3 })
  expect(isOverdue(dueDay(entries, workdays(5), calendar), '2026-12-31')).toBe(false)
})

test('a pause on the last day saves it; a pause after it saves nothing', () => {
  const start = at('start', '2026-03-02')
  expect(dueDay([start, at('pause', '2026-03-04'), at('resume', '2026-03-10')], workdays(2), calendar)).toEqual(due('2026-03-10'))
  const late = dueDay([start, at('pause', '2026-03-05')], workdays(2), calendar)
  expect(late).toEqual(due('2026-03-04'))
  expect(isOverdue(late, '2026-03-04')).toBe(false)
  expect(isOverdue(late, '2026-03-05')).toBe(true)
})

test('a pause ended on the same day, or holding rest days only, costs a workday limit nothing', () => {
  const start = at('start', '2026-03-02')
  expect(dueDay([start, at('pause', '2026-03-04'), at('resume', '2026-03-04')], workdays(5), calendar)).toEqual(due('2026-03-09'))
  expect(dueDay([start, at('pause', '2026-03-07'), at('resume', '2026-03-09')], workdays(5), calendar)).toEqual(due('2026-03-09'))
  expect(dueDay([at('start', '2026-03-02'), at('pause', '2026-03-02'), at('resume', '2026-03-02')], workdays(0), calendar)).toEqual(
    due('2026-03-02'),
  )
})

test('a limit in days that ends inside a pause after a rest day waits for the resumption', () => {
  const entries = [at('start', '2026-03-02'), at('pause', '2026-03-08')]
  expect(dueDay(entries, days(5), calendar)).toEqual({ kind: 'paused', remaining: 0 })
  expect(dueDay([...entries, at('resume', '2026-03-12')], days(5), calendar)).toEqual(due('2026-03-12'))
})

test('a granted extension lengthens the limit by its days', () => {
  const entries = [at('start', '2026-03-02'), extend('2026-03-20', 10)]
  expect(extendedValue(entries, workdays(20))).toBe(30)
  expect(dueDay(entries, workdays(20), calendar)).toEqual(lastDay('2026-03-02', workdays(30), calendar))
  expect(remaining(entries, workdays(20), '2026-03-19', calendar)).toEqual({ kind: 'days', days: 7 })
  expect(remaining(entries, workdays(20), '2026-03-20', calendar)).toEqual({ kind: 'days', days: 16 })
})

test('after the stop nothing more is used up or becomes overdue', () => {
  const entries = [at('start', '2026-03-02'), at('stop', '2026-03-04')]
  expect(elapsed(entries, workdays(5), '2026-06-01', calendar)).toEqual({ kind: 'days', days: 2 })
  expect(remaining(entries, workdays(5), '2026-06-01', calendar)).toEqual({ kind: 'days', days: 3 })
  expect(dueDay(entries, workdays(5), calendar)).toEqual(due('2026-03-09'))
})

test('what ends in a year not announced yet is said to be unknown, and nothing breaks', () => {
  const beyond = { kind: 'beyondCalendar', notBefore: '2027-01-01', knownTo: '2026-12-31' }
  expect(lastDay('2026-12-21', workdays(20), calendar)).toEqual(beyond)
  expect(lastDay('2026-12-21', days(20), calendar)).toEqual({ ...beyond, notBefore: '2027-01-10' })
  expect(lastDay('2027-03-01', workdays(5), calendar)).toEqual(beyond)
  const open = [at('start', '2026-12-21'), at('pause', '2027-01-05')]
  expect(dueDay(open, workdays(20), calendar)).toEqual(beyond)
  expect(dueDay([at('start', '2026-12-21'), at('pause', '2026-12-22')], workdays(20), calendar)).toEqual({ kind: 'paused', remaining: 20 })
  expect(dueDay([at('start', '2026-12-21'), at('pause', '2027-03-01')], workdays(3), calendar)).toEqual(due('2026-12-24'))
  expect(remaining([at('start', '2026-12-21')], workdays(20), '2026-12-23', calendar)).toEqual({ kind: 'days', days: 18 })
  expect(elapsed(open, workdays(20), '2027-01-06', calendar)).toEqual({ kind: 'beyondCalendar', knownTo: '2026-12-31' })
  expect(remaining(open, workdays(20), '2027-01-03', calendar)).toEqual({ kind: 'beyondCalendar', knownTo: '2026-12-31' })
  expect(lastDay('2022-06-01', workdays(5), calendar)).toMatchObject({ kind: 'beyondCalendar', notBefore: '2022-06-01' })
})

test('before the start nothing is used and all is left', () => {
  expect(elapsed([at('start', '2026-03-02')], workdays(5), '2026-03-01', calendar)).toEqual({ kind: 'days', days: 0 })
  expect(remaining([at('start', '2026-03-02')], workdays(5), '2026-03-01', calendar)).toEqual({ kind: 'days', days: 5 })
  expect(() => dueDay([], workdays(5), calendar)).toThrow('clock ledger: notStarted')
})
