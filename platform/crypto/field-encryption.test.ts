import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldKeyId, openField, sealField, type FieldCipher, type FieldKeys } from './field-encryption.ts'
import { CryptoProblem } from './problems.ts'

const aKey = (id: string, cipher: FieldCipher) => ({ id, cipher, secret: randomBytes(cipher === 'sm4-gcm' ? 16 : 32) })
const idNumber = '11010519491231002X'
const context = 'identity.person/id-number/42'

test.each(['aes-256-gcm', 'sm4-gcm'] as const)('a value sealed with %s opens in its own row and nowhere else', (cipher) => {
  const keys: FieldKeys = { current: aKey('2026-a', cipher) }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      fc.pre(value.isWellFormed())
      const sealed = sealField(keys, value, context)
      expect(openField(keys, sealed, context)).toBe(value)
      expect(() => openField(keys, sealed, 'identity.person/id-number/43')).toThrow(CryptoProblem)
    }),
  )
})

test('the sealed text shows neither the value nor that two values are the same', () => {
  const keys: FieldKeys = { current: aKey('k1', 'aes-256-gcm') }
  const [one, two] = [sealField(keys, idNumber, context), sealField(keys, idNumber, context)]
  expect(one).not.toBe(two)
  expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('1101')
})

test('after a change of keys old values still open and say which key they need', () => {
  const old = aKey('old', 'sm4-gcm')
  const sealed = sealField({ current: old }, idNumber, context)
  const keys: FieldKeys = { current: aKey('new', 'aes-256-gcm'), earlier: [old] }
  expect(openField(keys, sealed, context)).toBe(idNumber)
  expect(fieldKeyId(sealed)).toBe('old')
  expect(fieldKeyId(sealField(keys, idNumber, context))).toBe('new')
  expect(() => openField({ current: keys.current }, sealed, context)).toThrow(expect.objectContaining({ code: 'unknownKey' }))
})

test('a changed byte, a changed key name and a text that was never sealed are refused', () => {
  const keys: FieldKeys = { current: aKey('k1', 'aes-256-gcm'), earlier: [aKey('k2', 'aes-256-gcm')] }
  const sealed = sealField(keys, idNumber, context)
  const [format, id, body = ''] = sealed.split('.')
  for (let at = 0; at < body.length; at += 5) {
    const changed = `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`
    expect(() => openField(keys, `${format}.${id}.${changed}`, context)).toThrow(CryptoProblem)
  }
  for (const wrong of [`${format}.k2.${body}`, `s1.${id}.${body}`, `${format}.${id}`, `${sealed}.x`, idNumber, '', 'a1.k1.AAAA']) {
    expect(() => openField(keys, wrong, context)).toThrow(CryptoProblem)
  }
})

test('a key of the wrong size or with a dot in its name seals nothing', () => {
  const short = { current: { id: 'k', cipher: 'aes-256-gcm', secret: randomBytes(16) } } as const
  expect(() => sealField(short, idNumber, context)).toThrow(CryptoProblem)
  expect(() => sealField({ current: aKey('a.b', 'aes-256-gcm') }, idNumber, context)).toThrow(CryptoProblem)
})
