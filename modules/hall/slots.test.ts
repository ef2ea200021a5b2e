import { officialCalendar } from '@yiwang/standards'
import { expect, test } from 'vitest'
import type { DayException } from './contract.ts'
import { bookableSpan, momentOf, overlap, slotsOn, slotsOutside } from './slots.ts'

const slot = (weekday: number, begins = '09:00', ends = '10:00') => ({ weekday, begins, ends, quota: 3 })
const week = [1, 2, 3, 4, 5].map((weekday) => slot(weekday))
const on = (day: string, exceptions: DayException[] = [], slots = week) =>
  slotsOn(day, slots, { calendar: officialCalendar, exceptions }).map(({ weekday }) => weekday)

test('one books from tomorrow to the seventh day, by the day in Beijing', () => {
  expect(bookableSpan(new Date('2026-03-02T23:59:59+08:00'))).toEqual({ from: '2026-03-03', to: '2026-03-09' })
  expect(bookableSpan(new Date('2026-03-03T00:00:00+08:00'))).toEqual({ from: '2026-03-04', to: '2026-03-10' })
})

test('weekends and holidays have no slots; a weekend that is worked follows Monday unless it has its own', () => {
  expect(on('2026-03-02')).toEqual([1])
  expect(on('2026-03-07')).toEqual([])
  expect(on('2026-10-01')).toEqual([])
  expect(officialCalendar.isWorkday('2026-02-14')).toBe(true)
  expect(on('2026-02-14')).toEqual([1])
  expect(on('2026-02-14', [], [...week, slot(6)])).toEqual([6])
})

test('a hall closes on a workday and opens on another day by its own decision', () => {
  expect(on('2026-03-02', [{ day: '2026-03-02', kind: 'closed', reason: '搬迁' }])).toEqual([])
  expect(on('2026-03-07', [{ day: '2026-03-07', kind: 'extra', asWeekday: 4, reason: '周末加开' }])).toEqual([4])
})

test('no promise is made for a year whose holidays nobody knows', () => {
  expect(on('2090-03-06')).toEqual([])
})

test('slots that overlap, end before they begin, or lie outside office hours are seen', () => {
  expect(overlap(week)).toBe(false)
  expect(overlap([slot(1), slot(1, '09:30', '11:00')])).toBe(true)
  expect(overlap([slot(1), slot(1, '10:00', '11:00')])).toBe(false)
  expect(overlap([slot(1, '10:00', '09:00')])).toBe(true)
  const hours = [{ days: [1, 2], from: '09:00', to: '12:00' }]
  expect(slotsOutside(hours, [slot(1), slot(3), slot(2, '11:30', '12:30')])).toEqual([slot(3), slot(2, '11:30', '12:30')])
  expect(slotsOutside([], [slot(7)])).toEqual([])
})

test('a wall clock is Beijing’s', () => {
  expect(momentOf('2026-03-03', '09:30').toISOString()).toBe('2026-03-03T01:30:00.000Z')
})
