import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayDiff,
  dayFromNumber,
  dayNumber,
  formatChinese,
  isLegalDay,
  legalDateTime,
  legalDay,
  legalTime,
  startOfLegalDay,
  weekday,
} from './legal-day.ts'

const someDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber)
const since1992 = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })

test('the legal day begins at midnight in Beijing, not in Greenwich', () => {
  expect(legalDay(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01')
  expect(legalDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  expect(legalTime(new Date('2026-03-01T15:59:59.999Z'))).toBe('23:59:59')
  expect(legalDateTime(new Date('2026-03-02T09:05:07+08:00'))).toBe('2026-03-02 09:05:07')
  expect(startOfLegalDay('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z')
})

test('the legal day is the one that the time zone tables give for Asia/Shanghai', () => {
  const tables = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })
  fc.assert(
    fc.property(since1992, (instant) => {
      expect(legalDateTime(instant)).toBe(tables.format(instant))
    }),
  )
})

test('the machine may stand in any time zone', () => {
  const before = process.env['TZ']
  try {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      process.env['TZ'] = zone
      expect(legalDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
      expect(startOfLegalDay('2026-03-02').getTime()).toBe(Date.UTC(2026, 2, 1, 16))
    }
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
})

test('only days of the calendar, written in full, are legal days', () => {
  for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01']) expect([day, isLegalDay(day)]).toEqual([day, true])
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '0000-01-01',
    '',
  ]
  for (const day of wrong) expect([day, isLegalDay(day)]).toEqual([day, false])
  expect(() => addDays('2026-02-29', 1)).toThrow('legal day: format')
  expect(() => legalDay(new Date(Number.NaN))).toThrow('instant: invalid')
  expect(() => addDays('9999-12-31', 1)).toThrow('legal day: range')
})

test('days and numbers are two writings of one thing, as Date counts them', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
      expect(dayFromNumber(dayNumber(day))).toBe(day)
      expect(legalDay(startOfLegalDay(day))).toBe(day)
      expect(weekday(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay())
    }),
  )
})

test('adding and taking the difference are inverse', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => dayDiff(day, addDays(day, days)) === days))
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(dayDiff('2026-03-02', '2026-03-01')).toBe(-1)
})

test('a day is written in Chinese with its weekday', () => {
  expect(formatChinese('2026-03-02')).toBe('2026年3月2日（周一）')
  expect(formatChinese('2026-11-15')).toBe('2026年11月15日（周日）')
})
