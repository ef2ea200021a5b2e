import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { derTags, readAll } from './der.ts'
import { derGeneralizedTime, derNumber, derOid, derSetOf, derText, derTime, integerOf, oidOf, timeOf } from './der-values.ts'
import { CryptoProblem } from './problems.ts'

const read = (bytes: Uint8Array) => readAll(bytes)[0]

test('object identifiers have the bytes of the standards and come back', () => {
  expect(derOid('1.2.156.10197.1.501').toString('hex')).toBe('06082a811ccf55018375')
  for (const oid of ['1.2.156.10197.1.301', '2.5.4.97', '2.16.840.1.101.3.4.2.1', '0.9.2342.19200300.100.1.1', '2.999.1']) {
    expect(oidOf(read(derOid(oid)))).toBe(oid === '2.999.1' ? '2.999.1' : oid)
  }
})

test('moments come back to the second, in two digits of a year before 2050 and in four after', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1951-01-01Z'), max: new Date('2200-01-01Z'), noInvalidDate: true }), (date) => {
      const whole = new Date(Math.floor(date.getTime() / 1000) * 1000)
      expect(timeOf(read(derTime(whole)))).toEqual(whole)
      expect(timeOf(read(derGeneralizedTime(whole)))).toEqual(whole)
    }),
  )
  expect(derTime(new Date('2049-12-31T23:59:59Z'))[0]).toBe(derTags.utcTime)
  expect(derTime(new Date('2050-01-01T00:00:00Z'))[0]).toBe(derTags.generalizedTime)
})

test.each(['20261301000000Z', '202601010000Z', '20260101000000+0800', ''])('“%s” is no moment', (text) => {
  expect(() => timeOf({ tag: derTags.generalizedTime, content: Buffer.from(text), raw: Buffer.of() })).toThrow(CryptoProblem)
})

test('the members of a set stand in the order of their bytes', () => {
  expect(derSetOf(derText('b'), derNumber(300n), derText('a')).toString('hex')).toBe('310a0202012c0c01610c0162')
})

test('numbers keep their value', () => {
  for (const number of [0, 1, 127, 128, 255, 256, 65_537]) expect(integerOf(read(derNumber(BigInt(number))))).toBe(number)
  expect(() => integerOf(read(derNumber(2n ** 80n)))).toThrow(CryptoProblem)
})
