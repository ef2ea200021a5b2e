import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import holidays from './data/holidays.json' with { type: 'json' }
import { BeyondCalendar, holidayCalendar, officialCalendar } from './holiday-calendar.ts'
import { addDays, dayFromNumber, dayNumber, weekday } from './legal-day.ts'

const calendar = officialCalendar
const knownDay = fc.integer({ min: dayNumber(calendar.from), max: dayNumber(calendar.to) }).map(dayFromNumber)

test.for([
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
] as const)('the year %i has %i workdays', ([year, total]) => {
  let counted = 0
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (calendar.isWorkday(day)) counted += 1
  expect(counted).toBe(total)
})

test('holidays are off, moved workdays are worked, ordinary weekends are off', () => {
  expect(calendar.isWorkday('2026-02-17')).toBe(false)
  expect(calendar.holidayName('2026-02-17')).toBe('春节')
  expect(calendar.isWorkday('2026-02-14')).toBe(true)
  expect(calendar.holidayName('2026-02-14')).toBeUndefined()
  expect(calendar.isWorkday('2026-03-01')).toBe(false)
  expect(calendar.holidayName('2026-03-01')).toBeUndefined()
  expect(calendar.isWorkday('2026-03-02')).toBe(true)
})

test('every moved workday of the notices is a weekend day that is worked', () => {
  const moved = Object.values(holidays).flatMap((year) => year.work.map(([day = '']) => day))
  expect(moved.length).toBe(7 + 8 + 5 + 6)
  for (const day of moved) expect([day, weekday(day) > 5, calendar.isWorkday(day)]).toEqual([day, true, true])
})

test('counting forward passes over the spring festival', () => {
  expect(calendar.addWorkdays('2026-02-13', 1)).toBe('2026-02-14')
  expect(calendar.addWorkdays('2026-02-13', 2)).toBe('2026-02-24')
  expect(calendar.addWorkdays('2026-02-20', 1)).toBe('2026-02-24')
  expect(calendar.addWorkdays('2026-02-20', 0)).toBe('2026-02-20')
  expect(calendar.addWorkdays('2026-02-24', -1)).toBe('2026-02-14')
  expect(calendar.nextWorkday('2026-02-14')).toBe('2026-02-24')
  expect(calendar.workdayOnOrAfter('2026-02-14')).toBe('2026-02-14')
  expect(calendar.workdayOnOrAfter('2026-02-15')).toBe('2026-02-24')
})

test('nobody guesses beyond the announced years', () => {
  const beyond: (() => unknown)[] = [
    () => calendar.isWorkday('2027-01-01'),
    () => calendar.isWorkday('2022-12-31'),
    () => calendar.addWorkdays('2026-12-31', 1),
    () => calendar.addWorkdays('2023-01-03', -1),
    () => calendar.workdaysBetween('2026-12-01', '2027-01-01'),
    () => calendar.nextWorkday('2026-12-31'),
    () => calendar.workdayOnOrAfter('2027-01-01'),
    () => calendar.holidayName('2027-01-01'),
  ]
  for (const ask of beyond) expect(ask).toThrow(BeyondCalendar)
  expect(calendar.isWorkday('2026-12-31')).toBe(true)
  expect(calendar.isWorkday('2023-01-01')).toBe(false)
  expect(new BeyondCalendar('after', calendar)).toMatchObject({
    code: 'standards.beyondCalendar',
    side: 'after',
    from: '2023-01-01',
    to: '2026-12-31',
  })
})

test('the count between is the count of days one by one, and going back is going forth', () => {
  fc.assert(
    fc.property(knownDay, knownDay, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      let slow = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) slow += 1
      expect(calendar.workdaysBetween(from, to)).toBe(slow)
      expect(calendar.workdaysBetween(to, from) + slow).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('the n-th workday is a workday and n workdays away', () => {
  const early = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2026-06-30') }).map(dayFromNumber)
  fc.assert(
    fc.property(early, fc.integer({ min: 1, max: 100 }), (day, count) => {
      const end = calendar.addWorkdays(day, count)
      expect(calendar.isWorkday(end)).toBe(true)
      expect(calendar.workdaysBetween(day, end)).toBe(count)
      expect(calendar.addWorkdays(end, 1 - count)).toBe(calendar.nextWorkday(day))
    }),
  )
})

test('a mistyped notice is noticed: a wrong total, a gap between the years, no year at all', () => {
  const year = holidays['2026']
  expect(() => holidayCalendar({ years: { 2026: { ...year, work: year.work.slice(1) } } })).toThrow('247 workdays instead of 248')
  expect(() => holidayCalendar({ years: { 2024: holidays['2024'], 2026: year } })).toThrow('holiday calendar: years')
  expect(() => holidayCalendar({ years: {} })).toThrow('holiday calendar: years')
})

test('the version names the years and changes with any day', () => {
  expect(calendar.version).toMatch(/^2023-2026\/[0-9a-f]{8}$/)
  expect(holidayCalendar({ years: holidays }).version).toBe(calendar.version)
  const year = holidays['2026']
  const swapped = {
    ...holidays,
    2026: { ...year, work: year.work.map(([day, name = '']) => [day === '2026-01-04' ? '2026-01-11' : (day ?? ''), name]) },
  }
  expect(holidayCalendar({ years: swapped }).version).not.toBe(calendar.version)
})
