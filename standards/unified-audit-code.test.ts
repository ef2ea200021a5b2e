import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupUnifiedAuditCode, isUnifiedAuditCode, makeUnifiedAuditCode, parseUnifiedAuditCode } from './unified-audit-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')

test('sixteen bytes become 27 characters without I, L, O, U', () => {
  expect(makeUnifiedAuditCode(new Uint8Array(16))).toBe(`${'0'.repeat(26)}Z`)
  expect(makeUnifiedAuditCode(new Uint8Array(16).fill(255))).toMatch(/^7Z{25}[0-9A-Z]$/)
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeUnifiedAuditCode(random)
      expect(code).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{26}$/)
      expect(parseUnifiedAuditCode(code)).toEqual({ ok: true, value: code })
    }),
  )
})

test('no byte of the source is lost: one bit more is another code', () => {
  fc.assert(
    fc.property(bytes, fc.nat(127), (random, bit) => {
      const other = random.slice()
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(makeUnifiedAuditCode(other)).not.toBe(makeUnifiedAuditCode(random))
    }),
  )
  expect(() => makeUnifiedAuditCode(new Uint8Array(15))).toThrow('sixteen')
})

test('a code is found in groups, in lower case, and with O, I, L read for 0 and 1', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeUnifiedAuditCode(random)
      const typed = groupUnifiedAuditCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(parseUnifiedAuditCode(typed)).toEqual({ ok: true, value: code })
    }),
  )
})

test('a code with one character changed finds nothing', () => {
  fc.assert(
    fc.property(bytes, fc.nat(26), fc.constantFrom(...alphabet), (random, at, other) => {
      const code = makeUnifiedAuditCode(random)
      fc.pre(code[at] !== other)
      expect(isUnifiedAuditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    }),
  )
})

test('what is no code is refused by name', () => {
  const code = makeUnifiedAuditCode(new Uint8Array(16))
  expect(parseUnifiedAuditCode(code.slice(1))).toEqual({ ok: false, fault: 'length' })
  expect(parseUnifiedAuditCode(`U${code.slice(1)}`)).toEqual({ ok: false, fault: 'characters' })
  expect(parseUnifiedAuditCode(`8${code.slice(1)}`)).toEqual({ ok: false, fault: 'characters' })
  expect(parseUnifiedAuditCode(`${code.slice(0, 26)}2`)).toEqual({ ok: false, fault: 'check' })
  expect(() => groupUnifiedAuditCode('')).toThrow('unified audit code: length')
})
