import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CryptoProblem } from './problems.ts'
import { sm4CbcDecrypt, sm4CbcEncrypt, sm4GcmOpen, sm4GcmSeal } from './sm4.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const key = hex('0123456789abcdeffedcba9876543210')
const rfc8998 = {
  nonce: hex('00001234567800000000abcd'),
  context: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  plain: hex(
    `${'aa'.repeat(8)}${'bb'.repeat(8)}${'cc'.repeat(8)}${'dd'.repeat(8)}${'ee'.repeat(8)}${'ff'.repeat(8)}${'ee'.repeat(8)}${'aa'.repeat(8)}`,
  ),
  cipher: hex(
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
  ),
  tag: hex('83de3541e4c2b58177e065a9bf7b62ec'),
}

test('the first example of GM/T 0002 appendix A comes out of one CBC block with an empty chain value', () => {
  const cipher = sm4CbcEncrypt(key, key, Buffer.alloc(16))
  expect(cipher.subarray(0, 16).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(sm4CbcDecrypt(cipher, key, Buffer.alloc(16))).toEqual(key)
})

test('the SM4-GCM example of RFC 8998 appendix A.1 seals and opens', () => {
  const { nonce, context, plain, cipher, tag } = rfc8998
  expect(sm4GcmSeal(plain, key, nonce, context)).toEqual({ cipher, tag })
  expect(sm4GcmOpen({ cipher, tag }, key, nonce, context)).toEqual(plain)
})

test('texts of every length survive, and any change of cipher, tag, context or nonce is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ minLength: 12, maxLength: 12 }), (plain, nonce) => {
      const context = Buffer.from('row 1')
      const sealed = sm4GcmSeal(plain, key, nonce, context)
      expect(sm4GcmOpen(sealed, key, nonce, context)).toEqual(Buffer.from(plain))
      const broken = Buffer.from(sealed.tag)
      broken.writeUInt8(broken.readUInt8(3) ^ 4, 3)
      expect(() => sm4GcmOpen({ ...sealed, tag: broken }, key, nonce, context)).toThrow(CryptoProblem)
      expect(() => sm4GcmOpen({ ...sealed, cipher: Buffer.concat([sealed.cipher, Buffer.of(0)]) }, key, nonce, context)).toThrow(
        CryptoProblem,
      )
      expect(() => sm4GcmOpen(sealed, key, nonce, Buffer.from('row 2'))).toThrow(CryptoProblem)
      expect(() => sm4GcmOpen({ ...sealed, tag: sealed.tag.subarray(0, 4) }, key, nonce, context)).toThrow(CryptoProblem)
    }),
  )
})

test('a wrong key, a cut text and keys of the wrong size are typed problems', () => {
  const cipher = sm4CbcEncrypt(Buffer.from('text'), key, Buffer.alloc(16))
  expect(() => sm4CbcDecrypt(cipher.subarray(1), key, Buffer.alloc(16))).toThrow(CryptoProblem)
  expect(() => sm4GcmSeal(key, Buffer.alloc(32), Buffer.alloc(12), key)).toThrow(CryptoProblem)
  expect(() => sm4GcmSeal(key, key, Buffer.alloc(16), key)).toThrow(CryptoProblem)
})
