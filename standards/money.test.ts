import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LARGEST_FEN, formatYuan, isFen, parseYuan, plainYuan, sumFen, timesFen } from './money.ts'

const amount = fc.integer({ min: 0, max: LARGEST_FEN })

test.for([
  ['1234.5', 123_450],
  ['1,234.50', 123_450],
  ['¥1,234.50', 123_450],
  ['￥0.01', 1],
  ['20元', 2000],
  ['１２.３４', 1234],
  ['0', 0],
  ['007', 700],
] as const)('%s is %i fen', ([text, fen]) => {
  expect(parseYuan(text)).toEqual({ ok: true, value: fen })
})

test.for([
  ['-1', 'negative'],
  ['¥-1.00', 'negative'],
  ['1.234', 'precision'],
  ['1e3', 'format'],
  ['NaN', 'format'],
  ['Infinity', 'format'],
  ['', 'format'],
  ['1,23.00', 'format'],
  ['1.', 'format'],
  ['.5', 'format'],
  ['1 000', 'format'],
  ['1000000000000', 'overflow'],
  ['99999999999999999999', 'overflow'],
] as const)('%s is refused: %s', ([text, fault]) => {
  expect(parseYuan(text)).toEqual({ ok: false, fault })
})

test('what is written is read back, to the fen', () => {
  expect(formatYuan(123_450)).toBe('¥1,234.50')
  expect(formatYuan(5)).toBe('¥0.05')
  expect(formatYuan(LARGEST_FEN)).toBe('¥999,999,999,999.99')
  expect(plainYuan(123_450)).toBe('1234.50')
  fc.assert(
    fc.property(amount, (fen) => {
      expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, value: fen })
      expect(parseYuan(plainYuan(fen))).toEqual({ ok: true, value: fen })
    }),
  )
})

test('fractions, negative and unsafe numbers are no amounts', () => {
  for (const wrong of [0.1, -1, Number.NaN, Infinity, 2 ** 53, LARGEST_FEN + 1, '1', undefined]) expect(isFen(wrong)).toBe(false)
  expect(() => formatYuan(0.5)).toThrow('amount: not whole fen')
  expect(() => formatYuan(-1)).toThrow('amount: negative')
  expect(() => sumFen([LARGEST_FEN, 1])).toThrow('amount: overflow')
  expect(() => sumFen([0.1, 0.2])).toThrow('not whole fen')
})

test('sums are exact in any order', () => {
  expect(sumFen([])).toBe(0)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 10 }), { maxLength: 50 }), (amounts) => {
      expect(BigInt(sumFen(amounts))).toBe(amounts.reduce((total, fen) => total + BigInt(fen), 0n))
      expect(sumFen(amounts.toReversed())).toBe(sumFen(amounts))
    }),
  )
})

test('an amount times a quantity is rounded half up to the fen', () => {
  expect(timesFen(1000, '90.88')).toBe(90_880)
  expect(timesFen(333, '0.5')).toBe(167)
  expect(timesFen(1, '0.49')).toBe(0)
  expect(timesFen(2000, '3')).toBe(6000)
  expect(timesFen(115, '1.15')).toBe(132)
  for (const wrong of ['-1', '1.', '1e2', '', '1.1234567']) expect(() => timesFen(100, wrong)).toThrow('quantity')
  expect(() => timesFen(LARGEST_FEN, '2')).toThrow('overflow')
})
