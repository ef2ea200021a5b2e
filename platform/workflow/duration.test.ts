import { expect, test } from 'vitest'
import { addDuration, readDate, readDuration } from './duration.ts'

const add = (from: string, text: string) => {
  const duration = readDuration(text)
  return duration && addDuration(new Date(from), duration).toISOString()
}

test.each([
  ['2026-03-02T01:00:00Z', 'PT1H', '2026-03-02T02:00:00.000Z'],
  ['2026-03-02T01:00:00Z', 'P1W2DT30M15S', '2026-03-11T01:30:15.000Z'],
  ['2026-01-31T01:00:00Z', 'P1M', '2026-02-28T01:00:00.000Z'],
  ['2024-02-29T01:00:00Z', 'P1Y', '2025-02-28T01:00:00.000Z'],
  // 2026-01-31 00:30 in Beijing is still the 30th in London: the day of the month is Beijing's
  ['2026-01-30T16:30:00Z', 'P1M', '2026-02-27T16:30:00.000Z'],
])('from %s, %s leads to %s', (from, text, due) => {
  expect(add(from, text)).toBe(due)
})

test.each(['', 'P', 'PT', '1D', 'P-1D', 'P1.5D', 'P1DT', 'R3/P1D', 'p1d', 'P99999999D'])('%s is no duration', (text) => {
  expect(readDuration(text)).toBeUndefined()
})

test('a date without an offset is read in China Standard Time', () => {
  expect(readDate('2026-03-02')?.toISOString()).toBe('2026-03-01T16:00:00.000Z')
  expect(readDate('2026-03-02T09:00')?.toISOString()).toBe('2026-03-02T01:00:00.000Z')
  expect(readDate('2026-03-02T09:00:00Z')?.toISOString()).toBe('2026-03-02T09:00:00.000Z')
})

test.each(['tomorrow', '2026-13-01', '2026-02-30', '2026-3-2', ''])('%s is no date', (text) => {
  expect(readDate(text)).toBeUndefined()
})
