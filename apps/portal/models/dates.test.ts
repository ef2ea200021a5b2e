import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { dateTimeWords, dateWords, grouped, limitWords, numberGroups } from './dates.ts'

test('a day is that day in China, in whatever zone the machine stands', () => {
  expect(dateWords('2026-03-02')).toBe('2026年3月2日（周一）')
  expect(dateWords('2026-03-01T16:30:00Z')).toBe('2026年3月2日（周一）')
  expect(dateTimeWords('2026-03-01T16:30:00Z')).toBe('2026年3月2日（周一）00:30')
  expect(dateWords('2026-03-02', 'en')).toBe('Mon 2 March 2026')
})

test('limits in words', () => {
  expect(limitWords({ value: 5, unit: 'workday' }, zh)).toBe('5 个工作日')
  expect(limitWords({ value: 20, unit: 'calendarDay' }, zh)).toBe('20 天')
  expect(limitWords({ value: 0, unit: 'workday' }, zh)).toBe('当场办结')
  expect(limitWords(undefined, zh)).toBe('未规定')
})

test('a number in groups is still that number', () => {
  expect(grouped('3301062026030200001230', numberGroups)).toEqual(['330106', '20260302', '0000123', '0'])
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer({ min: 1, max: 9 })), (number, sizes) => {
      expect(grouped(number, sizes).join('')).toBe(number)
    }),
  )
})
