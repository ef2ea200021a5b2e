import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOrganisationCode, isOrganisationCode, makeOrganisationCode, parseOrganisationCode } from './organisation-code.ts'
import { inventedOrganisationCode } from './testing.ts'
import { parseUscc } from './uscc.ts'

const real = ['00001333-8', '00612224-4', '00001366-1', '00450464-4', '00250028-7', '08337220-4', '00877818-3']

test.for(real)('the real code %s is read and written', (code) => {
  const bare = code.replace('-', '')
  expect(parseOrganisationCode(code)).toEqual({ ok: true, value: bare })
  expect(makeOrganisationCode(bare.slice(0, 8))).toBe(bare)
  expect(formatOrganisationCode(bare)).toBe(code)
})

test('the organisation code inside a credit code is one of its own', () => {
  const read = parseUscc('11511301008778183N')
  expect(read.ok && isOrganisationCode(read.value.organisationCode)).toBe(true)
})

test('a wrong check character, length, hyphen or letter is refused', () => {
  expect(parseOrganisationCode('000013339')).toEqual({ ok: false, fault: 'check' })
  expect(parseOrganisationCode('0000-13338')).toEqual({ ok: false, fault: 'length' })
  expect(parseOrganisationCode('00001333')).toEqual({ ok: false, fault: 'length' })
  expect(parseOrganisationCode('0000133中8')).toEqual({ ok: false, fault: 'characters' })
  expect(parseOrganisationCode('00001333A')).toEqual({ ok: false, fault: 'characters' })
  expect(() => makeOrganisationCode('0000')).toThrow('organisation code')
})

test('the three check characters 0, X and digits all occur, and a single wrong character never passes', () => {
  const checks = new Set(Array.from({ length: 200 }, (_, nth) => inventedOrganisationCode(nth).slice(8)))
  expect([...checks].sort().join('')).toBe('0123456789X')
  fc.assert(
    fc.property(fc.nat(999_999), fc.nat(7), fc.constantFrom(...'0123456789'.split('')), (nth, at, other) => {
      const valid = inventedOrganisationCode(nth)
      expect(isOrganisationCode(valid)).toBe(true)
      fc.pre(/\d/.test(valid.charAt(at)) && valid[at] !== other)
      expect(isOrganisationCode(valid.slice(0, at) + other + valid.slice(at + 1))).toBe(false)
    }),
  )
})
