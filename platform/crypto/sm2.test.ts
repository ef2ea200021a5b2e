import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derSequence, derUnsigned } from './der.ts'
import { makeKeyPair, privateKeyPem, publicKeyOf, publicKeyPem, readPrivateKey } from './keys.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { sm2Digest, standardUserId } from './sm2-key.ts'
import { sm2Sign, sm2Verify } from './sm2.ts'
import { examplePublicKey } from './testing.ts'

const example = {
  message: Buffer.from('message digest'),
  digest: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
}
const signatureOf = (r: string, s: string) => derSequence(derUnsigned(Buffer.from(r, 'hex')), derUnsigned(Buffer.from(s, 'hex')))
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'

test('the example of GM/T 0003.5 appendix A on the recommended curve has its digest and its signature verifies', () => {
  const publicKey = examplePublicKey()
  expect(sm2Digest(example.message, publicKey).toString('hex')).toBe(example.digest)
  expect(sm2Verify(example.message, signatureOf(example.r, example.s), publicKey)).toBe(true)
  expect(sm2Verify(Buffer.from('message digesT'), signatureOf(example.r, example.s), publicKey)).toBe(false)
})

test('what one key signs, that key alone verifies, under the same user identity alone', () => {
  const [ours, theirs] = [makeKeyPair('sm2'), makeKeyPair('sm2')]
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
      const signature = sm2Sign(message, ours.privateKey)
      expect(sm2Verify(message, signature, ours.publicKey, standardUserId)).toBe(true)
      expect(sm2Verify(message, signature, theirs.publicKey)).toBe(false)
      expect(sm2Verify(message, signature, ours.publicKey, 'another identity')).toBe(false)
    }),
    { numRuns: 25 },
  )
})

test('two signatures over one message never share the one-time number', () => {
  const { privateKey } = makeKeyPair('sm2')
  const message = Buffer.from('same')
  expect(new Set(Array.from({ length: 50 }, () => sm2Sign(message, privateKey).toString('hex').slice(0, 40))).size).toBe(50)
})

test('a flipped bit anywhere in the signature is refused without an exception', () => {
  const { privateKey, publicKey } = makeKeyPair('sm2')
  const message = Buffer.from('licence')
  const signature = sm2Sign(message, privateKey)
  for (let at = 0; at < signature.length; at += 1) {
    const changed = Buffer.from(signature)
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
    expect(sm2Verify(message, changed, publicKey)).toBe(false)
  }
})

test.each([
  ['nothing', Buffer.of()],
  ['zero r', signatureOf('00', example.s)],
  ['zero s', signatureOf(example.r, '00')],
  ['r as large as the order', signatureOf(order, example.s)],
  ['s as large as the order', signatureOf(example.r, order)],
  ['a third number', derSequence(derUnsigned(Buffer.of(1)), derUnsigned(Buffer.of(1)), derUnsigned(Buffer.of(1)))],
  ['a byte after it', Buffer.concat([signatureOf(example.r, example.s), Buffer.of(0)])],
])('%s is no signature', (_what, signature) => {
  expect(sm2Verify(example.message, signature, examplePublicKey())).toBe(false)
})

test('a key that comes back often keeps giving the same answers once its table is made', () => {
  const { privateKey, publicKey } = makeKeyPair('sm2')
  const message = Buffer.from('often')
  const signature = sm2Sign(message, privateKey)
  for (let use = 0; use < 40; use += 1) {
    expect(sm2Verify(message, signature, publicKey)).toBe(true)
    expect(sm2Verify(Buffer.from('other'), signature, publicKey)).toBe(false)
  }
})

test('a key of another algorithm is a problem, not a false answer', () => {
  const pair = makeKeyPair('ecdsa-p256')
  expect(() => sm2Sign(Buffer.of(1), pair.privateKey)).toThrow(CryptoProblem)
  expect(() => sm2Verify(Buffer.of(1), signatureOf(example.r, example.s), pair.publicKey)).toThrow(CryptoProblem)
})

describe.runIf(hasJudge('openssl'))('openssl as judge of SM2', () => {
  const withStandardId = ['-sm3', '-sigopt', `distid:${standardUserId}`]

  test('openssl accepts our signature with the standard user identity and refuses it over another text', () => {
    const { privateKey, publicKey } = makeKeyPair('sm2')
    const message = Buffer.from('准予行政许可决定书')
    const files = { 'key.pem': publicKeyPem(publicKey), sig: sm2Sign(message, privateKey), message, other: '不予' }
    const ask = (text: string) => askJudge('openssl', ['dgst', ...withStandardId, '-verify', 'key.pem', '-signature', 'sig', text], files)
    expect(ask('message')).toMatchObject({ status: 0, output: expect.stringContaining('Verified OK') as string })
    expect(ask('other').status).not.toBe(0)
  })

  test('we accept the signature openssl makes with the standard user identity', () => {
    const { privateKey, publicKey } = makeKeyPair('sm2')
    const made = askJudge('openssl', ['dgst', ...withStandardId, '-sign', 'key.pem', '-hex', 'message'], {
      'key.pem': privateKeyPem(privateKey),
      message: 'text',
    })
    const signature = Buffer.from(/= ([0-9a-f]+)/.exec(made.output)?.[1] ?? '', 'hex')
    expect(sm2Verify(Buffer.from('text'), signature, publicKey)).toBe(true)
    expect(sm2Verify(Buffer.from('text'), signature, publicKey, '')).toBe(false)
  })

  test('a private key made by openssl is read and signs', () => {
    const made = askJudge('openssl', ['genpkey', '-algorithm', 'SM2'], {})
    const privateKey = readPrivateKey(/-----BEGIN[\s\S]+/.exec(made.output)?.[0] ?? '')
    const message = Buffer.from('text')
    expect(sm2Verify(message, sm2Sign(message, privateKey), publicKeyOf(privateKey))).toBe(true)
  })
})
