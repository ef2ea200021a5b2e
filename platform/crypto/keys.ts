import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readSequence } from './der.ts'
import { CryptoProblem, orProblem } from './problems.ts'

/** The algorithms this platform signs with: SM2 (GB/T 32918) and, for PDF readers the world over, ECDSA on P-256. */
export type SignatureAlgorithm = 'sm2' | 'ecdsa-p256'

const curves = { sm2: 'SM2', 'ecdsa-p256': 'prime256v1' } as const

export type KeyPair = { privateKey: KeyObject; publicKey: KeyObject }

export function makeKeyPair(algorithm: SignatureAlgorithm): KeyPair {
  const made = generateKeyPairSync('ec', { namedCurve: curves[algorithm] })
  return { privateKey: made.privateKey, publicKey: made.publicKey }
}

const sm2Curve = '06082a811ccf5501822d'

/** The algorithm of an EC key of ours; undefined for RSA and other curves, which are only ever verified. */
export function algorithmOf(key: KeyObject): SignatureAlgorithm | undefined {
  const curve = key.asymmetricKeyDetails?.namedCurve
  if (curve === curves.sm2) return 'sm2'
  if (curve === curves['ecdsa-p256']) return 'ecdsa-p256'
  // OpenSSL makes a read SM2 key a kind of its own, for which Node has no name: look at its curve.
  if (key.type === 'secret' || key.asymmetricKeyType !== undefined) return undefined
  const encoded = key.type === 'public' ? publicKeyDer(key) : key.export({ type: 'pkcs8', format: 'der' })
  const identifier = readSequence(encoded)[key.type === 'public' ? 0 : 1]
  return identifier?.content.toString('hex').endsWith(sm2Curve) ? 'sm2' : undefined
}

/** PKCS#8 (or SEC 1) PEM, or PKCS#8 DER. */
export function readPrivateKey(key: string | Uint8Array): KeyObject {
  return orProblem('badKey', () =>
    createPrivateKey(typeof key === 'string' ? key : { key: Buffer.from(key), format: 'der', type: 'pkcs8' }),
  )
}

/** SPKI PEM or DER. A private key or a certificate is refused, so that none passes for the other. */
export function readPublicKey(key: string | Uint8Array): KeyObject {
  if (typeof key === 'string' && !key.includes('-----BEGIN PUBLIC KEY-----')) throw new CryptoProblem('badKey', 'not a public key')
  return orProblem('badKey', () => createPublicKey(typeof key === 'string' ? key : { key: Buffer.from(key), format: 'der', type: 'spki' }))
}

export function publicKeyOf(privateKey: KeyObject): KeyObject {
  return orProblem('badKey', () => createPublicKey(privateKey))
}

export function privateKeyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

export function publicKeyPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

export function publicKeyDer(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' })
}
