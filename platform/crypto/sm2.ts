import { createECDH, type KeyObject } from 'node:crypto'
import { sm2 as library } from 'sm-crypto-v2'
import { derSequence, derUnsigned, readSequence, unsignedOf } from './der.ts'
import { CryptoProblem } from './problems.ts'
import { pointOf, scalarOf, sm2Digest, sm2Order, sm2PublicKeyOf, standardUserId } from './sm2-key.ts'

// Node's own sign('sm3') signs with an empty user identity and is refused by everybody else: it is not used here.

/** SM2 signature (GB/T 32918.2), DER SEQUENCE { r, s } as GM/T 0009 writes it. */
export function sm2Sign(message: Uint8Array, privateKey: KeyObject, userId: string = standardUserId): Buffer {
  const digest = sm2Digest(message, sm2PublicKeyOf(privateKey), userId)
  // The library takes nonces from this pool and asks for another when one does not fit; two are more than 2⁻²⁵⁰ safe.
  const raw = library.doSignature(digest, scalarOf(privateKey), { pointPool: [nonce(), nonce()] })
  return derSequence(derUnsigned(Buffer.from(raw.slice(0, 64), 'hex')), derUnsigned(Buffer.from(raw.slice(64), 'hex')))
}

/** True when the signature is strict DER, in range, and made by the holder of the key. Never throws for a bad signature. */
export function sm2Verify(message: Uint8Array, signature: Uint8Array, publicKey: KeyObject, userId: string = standardUserId): boolean {
  const raw = rawSignature(signature)
  if (raw === undefined) return false
  const digest = sm2Digest(message, publicKey, userId)
  try {
    return library.doVerifySignature(digest, raw, preparedPoint(publicKey))
  } catch {
    return false // the sum of the two points was the point at infinity
  }
}

function rawSignature(signature: Uint8Array): string | undefined {
  try {
    const [r, s, ...others] = readSequence(signature)
    const numbers = [unsignedOf(r, 32).toString('hex'), unsignedOf(s, 32).toString('hex')]
    return others.length === 0 && numbers.every(inRange) ? numbers.join('') : undefined
  } catch (error) {
    if (error instanceof CryptoProblem) return undefined
    throw error
  }
}

function inRange(hex: string): boolean {
  const number = BigInt(`0x${hex}`)
  return number > 0n && number < sm2Order
}

/** One-time number k and x of kG, by OpenSSL: its generator and its constant-time multiplication. */
function nonce(): { k: bigint; x1: bigint } {
  const once = createECDH('SM2')
  const point = once.generateKeys()
  return { k: BigInt(`0x${once.getPrivateKey('hex')}`), x1: BigInt(`0x${point.subarray(1, 33).toString('hex')}`) }
}

type Prepared = { uses: number; point: string | ReturnType<typeof library.precomputePublicKey> }
const prepared = new Map<string, Prepared>()
const preparedKeys = 64
const worthPreparing = 12

/**
 * A table of multiples makes verification six times faster but costs 50 ms, so only keys that come back
 * (certificate authorities, bodies' seals) get one; the least recently used is dropped.
 */
function preparedPoint(publicKey: KeyObject): Prepared['point'] {
  const hex = pointOf(publicKey).toString('hex')
  const entry = prepared.get(hex) ?? { uses: 0, point: hex }
  prepared.delete(hex)
  prepared.set(hex, entry)
  entry.uses += 1
  if (entry.uses === worthPreparing) entry.point = library.precomputePublicKey(hex)
  const [oldest] = prepared.keys()
  if (prepared.size > preparedKeys && oldest !== undefined) prepared.delete(oldest)
  return entry.point
}
