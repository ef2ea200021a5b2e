import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupForReading, isCaseNumber, makeCaseNumber, parseCaseNumber } from './case-number.ts'
import { dayFromNumber, dayNumber } from './legal-day.ts'

const parts = fc.record({
  division: fc.constantFrom('330102', '330100', '330000', '110101', '659001'),
  day: fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2050-12-31') }).map(dayFromNumber),
  sequence: fc.integer({ min: 1, max: 9_999_999 }),
})

test('a number is made by rule and read back in its parts', () => {
  const number = makeCaseNumber({ division: '330102', day: '2026-03-02', sequence: 123 })
  expect(number).toMatch(/^330102202603020000123\d$/)
  expect(parseCaseNumber(number)).toEqual({ ok: true, value: { number, division: '330102', day: '2026-03-02', sequence: 123 } })
  fc.assert(
    fc.property(parts, (made) => {
      expect(parseCaseNumber(makeCaseNumber(made))).toMatchObject({ ok: true, value: made })
    }),
  )
})

test('two sequences never make one number', () => {
  const numbers = new Set(
    Array.from({ length: 2000 }, (_, n) => makeCaseNumber({ division: '330102', day: '2026-03-02', sequence: n + 1 })),
  )
  expect(numbers.size).toBe(2000)
})

test('it is read aloud in groups, and heard back from them', () => {
  const number = makeCaseNumber({ division: '330102', day: '2026-03-02', sequence: 123 })
  const groups = groupForReading(number)
  expect(groups).toMatch(/^330102 20260302 0000123 \d$/)
  expect(parseCaseNumber(groups.toLowerCase())).toMatchObject({ ok: true, value: { number } })
  expect(parseCaseNumber(groups.replaceAll(' ', '-'))).toMatchObject({ ok: true, value: { number } })
})

test('O for 0 and I for 1 are the same number, wherever they stand', () => {
  fc.assert(
    fc.property(parts, (made) => {
      const number = makeCaseNumber(made)
      const misread = number.replaceAll('0', 'O').replaceAll('1', 'i')
      expect(parseCaseNumber(misread)).toMatchObject({ ok: true, value: { number } })
    }),
  )
})

test('a single wrong digit never finds another case', () => {
  fc.assert(
    fc.property(parts, fc.nat(21), fc.nat(9), (made, at, digit) => {
      const number = makeCaseNumber(made)
      fc.pre(number[at] !== String(digit))
      const read = parseCaseNumber(number.slice(0, at) + digit + number.slice(at + 1))
      expect(read.ok).toBe(false)
    }),
    { numRuns: 400 },
  )
})

test('what is not a number is refused by name', () => {
  const number = makeCaseNumber({ division: '330102', day: '2026-03-02', sequence: 123 })
  expect(parseCaseNumber(number.slice(0, 21) + ((Number(number.slice(21)) + 1) % 10))).toEqual({ ok: false, fault: 'check' })
  expect(parseCaseNumber(number.slice(1))).toEqual({ ok: false, fault: 'length' })
  expect(parseCaseNumber('9901022026030200001230')).toEqual({ ok: false, fault: 'division' })
  expect(parseCaseNumber('3301022026023000001230')).toEqual({ ok: false, fault: 'day' })
  expect(parseCaseNumber('33010220260302000012?0')).toEqual({ ok: false, fault: 'characters' })
  expect(parseCaseNumber('3301022026030200000000')).toEqual({ ok: false, fault: 'sequence' })
  expect(isCaseNumber("330102' OR '1'='1")).toBe(false)
})

test('a sequence outside its range, or a place that is none, makes no number', () => {
  for (const sequence of [0, -1, 1.5, 10_000_000, Number.NaN]) {
    expect(() => makeCaseNumber({ division: '330102', day: '2026-03-02', sequence })).toThrow('sequence')
  }
  expect(() => makeCaseNumber({ division: '33', day: '2026-03-02', sequence: 1 })).toThrow('case number')
  expect(() => makeCaseNumber({ division: '330102', day: '2026-02-30', sequence: 1 })).toThrow('day')
})
