import { expect, test } from 'vitest'
import { randomCode, randomDigits, sameSecret } from './random-code.ts'

test('codes for people avoid letters and digits that look alike', () => {
  expect(randomCode(400)).toMatch(/^[2-9A-HJKMNP-Z]{400}$/)
  expect(randomDigits(6)).toMatch(/^\d{6}$/)
})

test('every sign of the alphabet comes up and no code comes twice', () => {
  expect(new Set(randomCode(5000)).size).toBe(31)
  expect(new Set(Array.from({ length: 2000 }, () => randomCode(10))).size).toBe(2000)
})

test('secrets are equal only when all their bytes are', () => {
  expect(sameSecret('令牌', Buffer.from('令牌'))).toBe(true)
  expect(sameSecret('令牌', '令')).toBe(false)
  expect(sameSecret('', '0')).toBe(false)
})
