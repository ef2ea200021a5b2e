import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBankCard, maskBankCard, normaliseBankCard, parseBankCard } from './bank-card.ts'

const sample = '6222020000000000003'

test('numbers that pass the Luhn sum are read, in groups or not', () => {
  for (const card of ['4111111111111111', '5500005555555559', '6200000000000005']) expect(isBankCard(card)).toBe(true)
  expect(normaliseBankCard('4111 1111-1111 1111')).toBe('4111111111111111')
})

test('a wrong sum, length or character is refused', () => {
  expect(parseBankCard('4111111111111112')).toEqual({ ok: false, fault: 'check' })
  expect(parseBankCard('0000000000000000')).toEqual({ ok: false, fault: 'check' })
  expect(parseBankCard('411111111111111')).toEqual({ ok: false, fault: 'length' })
  expect(parseBankCard('41111111111111111111')).toEqual({ ok: false, fault: 'length' })
  expect(parseBankCard('4111a11111111111')).toEqual({ ok: false, fault: 'characters' })
  expect(() => normaliseBankCard('')).toThrow('bank card: length')
})

test('exactly one last digit fits, so a single wrong digit never passes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{14,17}$/), (body) => {
      expect('0123456789'.split('').filter((digit) => isBankCard(body + digit))).toHaveLength(1)
    }),
  )
})

test('only the last four digits are shown', () => {
  expect(maskBankCard(sample)).toBe('***************0003')
  expect(maskBankCard('1234')).toBe('****')
})
