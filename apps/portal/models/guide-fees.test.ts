import type { FeeStandard, Fees } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { feeFact, feeLines, money } from './guide-fees.ts'

const standard = (rate: FeeStandard['rate'], more: Partial<FeeStandard> = {}): FeeStandard => ({
  key: 'a',
  name: '工本费',
  rate,
  when: [],
  reliefs: [],
  ...more,
})
const fees = (standards: FeeStandard[], charged = true): Fees => ({ charged, standards, basis: [] })
const quantity = { name: '取水量', unit: '立方米', field: 'volume' }

test('fen become yuan without rounding', () => {
  expect([0, 5, 10, 100, 1950, 123456].map(money)).toEqual(['0', '0.05', '0.10', '1', '19.50', '1234.56'])
})

test('free is said to be free, one sum exactly, several from the least', () => {
  expect(feeFact(fees([], false), zh).value).toBe('不收费')
  expect(feeFact(fees([standard({ kind: 'fixed', amountFen: 2000 })]), zh).value).toBe('20 元')
  expect(feeFact(fees([standard({ kind: 'fixed', amountFen: 4000 }), standard({ kind: 'fixed', amountFen: 1000 })]), zh).value).toBe(
    '10 元起',
  )
  expect(feeLines(fees([standard({ kind: 'fixed', amountFen: 1 })], false), zh)).toEqual([])
})

test('rates by unit and by steps are spelled out, with who pays less', () => {
  const relief = { key: 'r', name: '低保对象', when: [], percentOff: 100 }
  const [unit, stepped] = feeLines(
    fees([
      standard({ kind: 'perUnit', amountFen: 20, quantity }, { reliefs: [relief] }),
      standard({
        kind: 'stepped',
        how: 'cumulative',
        quantity,
        steps: [
          { upTo: '100', amountFen: 10, perUnit: true },
          { amountFen: 500, perUnit: false },
        ],
      }),
    ]),
    zh,
  )
  expect(unit).toMatchObject({ amount: '每立方米 0.20 元', reliefs: ['低保对象的，免收'] })
  expect(stepped?.amount).toBe('取水量不超过 100 立方米的，每立方米 0.10 元；超过的，5 元')
})
