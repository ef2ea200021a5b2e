import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { algorithmOf, makeKeyPair, privateKeyPem, publicKeyDer, publicKeyOf, publicKeyPem, readPrivateKey, readPublicKey } from './keys.ts'
import { CryptoProblem } from './problems.ts'

test.each(['sm2', 'ecdsa-p256'] as const)('a pair for %s goes out as PEM and comes back the same', (algorithm) => {
  const pair = makeKeyPair(algorithm)
  const back = readPrivateKey(privateKeyPem(pair.privateKey))
  expect(algorithmOf(back)).toBe(algorithm)
  expect(publicKeyPem(publicKeyOf(back))).toBe(publicKeyPem(pair.publicKey))
  expect(publicKeyDer(readPublicKey(publicKeyPem(pair.publicKey)))).toEqual(publicKeyDer(pair.publicKey))
  expect(algorithmOf(readPublicKey(publicKeyDer(pair.publicKey)))).toBe(algorithm)
})

test('other kinds of key have no signing algorithm here', () => {
  expect(algorithmOf(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey)).toBeUndefined()
  expect(algorithmOf(generateKeyPairSync('ed25519').publicKey)).toBeUndefined()
})

test('garbage, and a private key where a public one is due, are refused with a typed problem', () => {
  expect(() => readPrivateKey('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')).toThrow(CryptoProblem)
  expect(() => readPublicKey(Buffer.from('nothing'))).toThrow(CryptoProblem)
  expect(() => readPublicKey(privateKeyPem(makeKeyPair('sm2').privateKey))).toThrow('not a public key')
})
