import { expect, test } from 'vitest'
import { codeAt, newSecret, stepOf } from './second-factor.ts'

/** The secret of RFC 6238, appendix B, in base 32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of RFC 6238', (second, code) => {
  expect(codeAt(secret, Math.floor(second / 30))).toBe(code)
})

test('a code belongs to its own half minute or a neighbour of it, and to no other secret', () => {
  const now = new Date(1_111_111_110_000)
  const step = Math.floor(1_111_111_110 / 30)
  for (const near of [-1, 0, 1]) expect(stepOf(secret, codeAt(secret, step + near), now)).toBe(step + near)
  for (const far of [-2, 2]) expect(stepOf(secret, codeAt(secret, step + far), now)).toBeUndefined()
  expect(stepOf(newSecret(), codeAt(secret, step), now)).toBeUndefined()
  for (const wrong of ['', '81804', '0081804']) expect(stepOf(secret, wrong, now)).toBeUndefined()
})
