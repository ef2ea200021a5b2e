import { expect, test } from 'vitest'
import { hmacSm3, sm3 } from './sm3.ts'

test('SM3 gives the digests of the two examples of GM/T 0004 appendix A', () => {
  expect(sm3('abc').toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3('abcd'.repeat(16)).toString('hex')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('a digest of parts equals the digest of the whole', () => {
  expect(sm3('ab', Buffer.from('c'))).toEqual(sm3('abc'))
})

test('HMAC-SM3 follows the construction of RFC 2104 over SM3', () => {
  const key = Buffer.alloc(32, 7)
  const pad = (byte: number) => Buffer.concat([key, Buffer.alloc(32)]).map((each) => each ^ byte)
  expect(hmacSm3(key, 'text')).toEqual(sm3(pad(0x5c), sm3(pad(0x36), 'text')))
  expect(hmacSm3(Buffer.alloc(32, 8), 'text')).not.toEqual(hmacSm3(key, 'text'))
})
