import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeeRate, Fees, FeeStandard } from '../contract.ts'
import { feeFor } from '../rules.ts'

const standard = (rate: FeeRate, over: Partial<FeeStandard> = {}): FeeStandard => ({
  key: 'a',
  name: '费',
  rate,
  when: [],
  reliefs: [],
  ...over,
})
const fees = (...standards: FeeStandard[]): { fees: Fees } => ({ fees: { charged: true, stage: 'atDelivery', standards, basis: [] } })
const quantity = { name: '面积', unit: '平方米', field: 'area' }
const due = (item: { fees: Fees }, quantities: Record<string, string | number> = {}, answers = {}) =>
  feeFor(item, { answers, quantities }).totalFen

test('RA1-30 an item free of charge costs nothing, whatever stands in its standards', () => {
  const item = fees(standard({ kind: 'fixed', amountFen: 100 }))
  expect(feeFor({ fees: { ...item.fees, charged: false } }, { answers: {} })).toEqual({ lines: [], totalFen: 0 })
})

test('a fixed fee is due where the answers say so', () => {
  const item = fees(
    standard({ kind: 'fixed', amountFen: 2000 }, { when: [{ question: 'reason', in: ['expired'] }] }),
    standard({ kind: 'fixed', amountFen: 4000 }, { when: [{ question: 'reason', in: ['damaged'] }] }),
  )
  expect(due(item, {}, { reason: 'expired' })).toBe(2000)
  expect(due(item, {}, { reason: 'damaged' })).toBe(4000)
  expect(due(item, {}, {})).toBe(0)
})

test('a fee per unit keeps to its least and most, and to whole fen', () => {
  const item = fees(standard({ kind: 'perUnit', amountFen: 150, quantity, leastFen: 1000, mostFen: 100_000 }))
  expect(due(item, { area: '1' })).toBe(1000)
  expect(due(item, { area: '90.88' })).toBe(13_632)
  expect(due(item, { area: 5000 })).toBe(100_000)
})

const steps = [{ upTo: '10', amountFen: 0, perUnit: true }, { upTo: '30', amountFen: 100, perUnit: true }, { amountFen: 200, perUnit: true }] // prettier-ignore

test.each([
  ['cumulative', '10', 0],
  ['cumulative', '11', 100],
  ['cumulative', '30', 2000],
  ['cumulative', '31.5', 2300],
  ['whole', '10', 0],
  ['whole', '11', 1100],
  ['whole', '31', 6200],
] as const)('steps %s: %s comes to %s fen', (how, area, amount) => {
  expect(due(fees(standard({ kind: 'stepped', how, quantity, steps })), { area })).toBe(amount)
})

test('the best relief applies, never several at once', () => {
  const relief = (key: string, percentOff: number) => ({ key, name: key, when: [{ question: key, in: ['yes'] }], percentOff })
  const item = fees(standard({ kind: 'fixed', amountFen: 999 }, { reliefs: [relief('small', 50), relief('poor', 100)] }))
  expect(feeFor(item, { answers: { small: 'yes' } })).toEqual({
    lines: [{ key: 'a', name: '费', amountFen: 500, reliefs: ['small'] }],
    totalFen: 500,
  })
  expect(due(item, {}, { small: 'yes', poor: 'yes' })).toBe(0)
  expect(due(item, {}, { small: 'no' })).toBe(999)
})

test.each(['-5', 'NaN', '1e9', '0x10', '', '9'.repeat(40), '１２'])('a quantity written %s counts as none', (area) => {
  expect(due(fees(standard({ kind: 'perUnit', amountFen: 100, quantity })), { area })).toBe(0)
})

test('more never costs less by cumulative steps, and every amount is whole and not negative', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  const rising = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rising, fc.array(amount, { minLength: 6, maxLength: 6 }), fc.nat(2000), fc.nat(500), (bounds, amounts, base, more) => {
      const upTos = bounds.toSorted((one, other) => one - other).map(String)
      const parts = [
        ...upTos.map((upTo, n) => ({ upTo, amountFen: amounts[n] ?? 0, perUnit: true })),
        { amountFen: amounts[5] ?? 0, perUnit: true },
      ]
      const item = fees(standard({ kind: 'stepped', how: 'cumulative', quantity, steps: parts }))
      const [less, all] = [due(item, { area: base }), due(item, { area: base + more })]
      expect(all).toBeGreaterThanOrEqual(less)
      expect(Number.isSafeInteger(all) && all >= 0).toBe(true)
    }),
  )
})
