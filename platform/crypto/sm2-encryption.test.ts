import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { der, derSequence, derTags, derUnsigned, readSequence } from './der.ts'
import { makeKeyPair, privateKeyPem, publicKeyPem } from './keys.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { sm2Decrypt, sm2Encrypt } from './sm2-encryption.ts'
import { sm2PublicKeyOf, pointOf } from './sm2-key.ts'
import { examplePrivateKey } from './testing.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

test('the key of the GM/T 0003.5 example has the public point printed there', () => {
  expect(pointOf(sm2PublicKeyOf(examplePrivateKey())).toString('hex')).toBe(
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  )
})

test('the ciphertext of the GM/T 0003.5 example opens', () => {
  const ciphertext = derSequence(
    derUnsigned(hex('04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73')),
    derUnsigned(hex('e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0')),
    der(derTags.octetString, hex('59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766')),
    der(derTags.octetString, hex('21886ca989ca9c7d58087307ca93092d651efa')),
  )
  expect(sm2Decrypt(ciphertext, examplePrivateKey()).toString()).toBe('encryption standard')
})

test('what is encrypted for a key opens with that key alone', () => {
  const [ours, theirs] = [makeKeyPair('sm2'), makeKeyPair('sm2')]
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (plain) => {
      const ciphertext = sm2Encrypt(plain, ours.publicKey)
      expect(sm2Decrypt(ciphertext, ours.privateKey)).toEqual(Buffer.from(plain))
      expect(() => sm2Decrypt(ciphertext, theirs.privateKey)).toThrow(CryptoProblem)
    }),
    { numRuns: 15 },
  )
})

test('a point off the curve is refused before the secret touches it', () => {
  const { privateKey, publicKey } = makeKeyPair('sm2')
  const [x, , ...rest] = readSequence(sm2Encrypt(Buffer.from('x'), publicKey)).map((each) => each.raw)
  const offCurve = derSequence(x ?? Buffer.of(), derUnsigned(Buffer.alloc(32, 5)), ...rest)
  expect(() => sm2Decrypt(offCurve, privateKey)).toThrow(CryptoProblem)
})

test('changed and cut ciphertexts are refused', () => {
  const { privateKey, publicKey } = makeKeyPair('sm2')
  const ciphertext = sm2Encrypt(Buffer.from('secret'), publicKey)
  for (let at = 0; at < ciphertext.length; at += 7) {
    const changed = Buffer.from(ciphertext)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => sm2Decrypt(changed, privateKey)).toThrow(CryptoProblem)
    expect(() => sm2Decrypt(ciphertext.subarray(0, at), privateKey)).toThrow(CryptoProblem)
  }
  expect(() => sm2Encrypt(Buffer.of(), publicKey)).toThrow(CryptoProblem)
})

test.runIf(hasJudge('openssl'))('openssl opens what we encrypt, and we open what openssl encrypts', () => {
  const { privateKey, publicKey } = makeKeyPair('sm2')
  const opened = askJudge('openssl', ['pkeyutl', '-decrypt', '-inkey', 'key.pem', '-in', 'cipher'], {
    'key.pem': privateKeyPem(privateKey),
    cipher: sm2Encrypt(Buffer.from('domestic profile'), publicKey),
  })
  expect(opened).toEqual({ status: 0, output: 'domestic profile' })
  const sealed = askJudge('openssl', ['pkeyutl', '-encrypt', '-pubin', '-inkey', 'key.pem', '-in', 'plain'], {
    'key.pem': publicKeyPem(publicKey),
    plain: 'from openssl',
  })
  expect(sm2Decrypt(Buffer.from(sealed.output, 'latin1'), privateKey).toString()).toBe('from openssl')
})
