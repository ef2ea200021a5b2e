import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './checked.ts'
import { isLicenceIdentifier, makeLicenceIdentifier, parseLicenceIdentifier } from './licence-identifier.ts'

const real = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
]

test.for(real)('the real identifier %s is read, and made again from its parts', (identifier) => {
  expect(isLicenceIdentifier(identifier)).toBe(true)
  expect(makeLicenceIdentifier(must('identifier', parseLicenceIdentifier(identifier)))).toBe(identifier)
})

test('an identifier falls into type, issuer, serial and version', () => {
  expect(parseLicenceIdentifier(real[2] ?? '')).toMatchObject({
    ok: true,
    value: { typeCode: '11100000000013338W009', issuerCode: '11330105002500287C', serial: '2025052201', version: 2 },
  })
})

const made = fc.record({
  typeCode: fc.constant('11100000000013338W011'),
  issuerCode: fc.constantFrom('11330105002500287C', '340100'),
  serial: fc.stringMatching(/^[0-9A-Z]{1,32}$/),
  version: fc.integer({ min: 1, max: 999 }),
})

test('a single wrong character in any part never passes', () => {
  fc.assert(
    fc.property(made, fc.nat(80), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')), (parts, at, other) => {
      const identifier = makeLicenceIdentifier(parts)
      const place = 15 + (at % (identifier.length - 15))
      expect(isLicenceIdentifier(identifier)).toBe(true)
      fc.pre(identifier[place] !== '.' && identifier[place] !== other)
      expect(isLicenceIdentifier(identifier.slice(0, place) + other + identifier.slice(place + 1))).toBe(false)
    }),
  )
})

test('what is not an identifier is refused by name', () => {
  const good = real[0] ?? ''
  const faults: [string, string][] = [
    [good.replace('3005.2', '3005.3'), 'root'],
    [`${good}.1`, 'parts'],
    [good.replace('.001.', '.'), 'parts'],
    [good.replace('W011', 'W01'), 'typeCode'],
    [good.replace('11430000006122244L', '1143'), 'issuerCode'],
    [good.replace('20230000403', '2023-403'), 'serial'],
    [good.replace('20230000403', 'A'.repeat(33)), 'serial'],
    [good.replace('.001.', '.000.'), 'version'],
    [good.replace(/U$/, 'V'), 'check'],
  ]
  for (const [text, fault] of faults) expect([text, parseLicenceIdentifier(text)]).toEqual([text, { ok: false, fault }])
  expect(() => makeLicenceIdentifier({ typeCode: 'x', issuerCode: '340100', serial: '1', version: 1 })).toThrow('typeCode')
  expect(() => makeLicenceIdentifier({ typeCode: '11100000000013338W011', issuerCode: '340100', serial: '1', version: 1000 })).toThrow(
    'version',
  )
})
