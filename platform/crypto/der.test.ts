import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { der, derSequence, derTags, derUnsigned, octetsOf, readAll, readDer, readSequence, unsignedOf } from './der.ts'
import { CryptoProblem } from './problems.ts'

test('what is written is read back, whatever its length', () => {
  for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
    const content = Buffer.alloc(length, 9)
    expect(octetsOf(readDer(der(derTags.octetString, content), derTags.octetString))).toEqual(content)
  }
})

test('numbers keep their value and take the shortest form', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (number) => {
      const bytes = Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
      const [read] = readSequence(derSequence(derUnsigned(bytes)))
      expect(unsignedOf(read, 32)).toEqual(bytes)
    }),
  )
  expect(derUnsigned(Buffer.of(0, 0, 0x80)).toString('hex')).toBe('02020080')
})

test.each([
  ['a negative number', '020180'],
  ['a padded number', '02020001'],
  ['a number of no bytes', '0200'],
  ['a long length that fits a short one', '02810101'],
  ['an indefinite length', '02800000'],
  ['a length of more than four bytes', '0285000000000101'],
  ['a length past the end', '020501'],
  ['a lone tag', '02'],
])('%s is not DER', (_what, hex) => {
  expect(() => unsignedOf(readAll(Buffer.from(hex, 'hex'))[0], 32)).toThrow(CryptoProblem)
})

test('bytes after the value are refused, and so are numbers too large for their place', () => {
  expect(() => readDer(Buffer.from('02010100', 'hex'), derTags.integer)).toThrow(CryptoProblem)
  expect(() => unsignedOf(readAll(derUnsigned(Buffer.alloc(33, 1)))[0], 32)).toThrow(CryptoProblem)
})

test('no bytes make the reader fail otherwise than by its own problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(['read', 'notDer']).toContain(outcomeOf(bytes))
    }),
  )
})

function outcomeOf(bytes: Uint8Array): string {
  try {
    readAll(bytes)
    return 'read'
  } catch (error) {
    return error instanceof CryptoProblem ? error.code : String(error)
  }
}
