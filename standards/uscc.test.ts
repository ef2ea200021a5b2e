import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedUscc } from './testing.ts'
import { isUscc, makeUscc, normaliseUscc, parseUscc } from './uscc.ts'

const real = [
  '11100000000013338W',
  '11430000006122244L',
  '11100000000013661B',
  '113700000045046442',
  '11330105002500287C',
  '91350100M000100Y43',
]

test.for(real)('the real code %s is read', (code) => {
  expect(isUscc(code)).toBe(true)
  expect(makeUscc(code.slice(0, 17))).toBe(code)
})

test('a code falls into its five parts', () => {
  expect(parseUscc('11330105002500287C')).toEqual({
    ok: true,
    value: { code: '11330105002500287C', department: '1', category: '1', division: '330105', organisationCode: '002500287' },
  })
})

test('lower case and blanks are forgiven, a placeholder is not', () => {
  expect(normaliseUscc(' 11330105 002500287c ')).toBe('11330105002500287C')
  expect(parseUscc('TE5116020105116050')).toEqual({ ok: false, fault: 'check' })
})

test('a wrong check character, length or letter is refused', () => {
  expect(parseUscc('11330105002500287D')).toEqual({ ok: false, fault: 'check' })
  expect(parseUscc('11330105002500287')).toEqual({ ok: false, fault: 'length' })
  expect(parseUscc('1133010500250028OC')).toEqual({ ok: false, fault: 'characters' })
  expect(parseUscc('91ABCDEF002500287C')).toEqual({ ok: false, fault: 'division' })
  expect(() => makeUscc('113301050025002')).toThrow('credit code')
  expect(() => makeUscc('9133010500250028I')).toThrow('credit code')
})

test('a single wrong character never passes', () => {
  const code = fc.nat(999_999).map((nth) => inventedUscc({ nth }))
  fc.assert(
    fc.property(code, fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')), (valid, at, other) => {
      expect(isUscc(valid)).toBe(true)
      fc.pre(valid[at] !== other)
      expect(isUscc(valid.slice(0, at) + other + valid.slice(at + 1))).toBe(false)
    }),
  )
})
