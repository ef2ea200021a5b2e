import type { KeyObject } from 'node:crypto'
import { derTags, octetsOf, readSequence } from './der.ts'
import { algorithmOf, publicKeyOf } from './keys.ts'
import { CryptoProblem } from './problems.ts'
import { sm3 } from './sm3.ts'

/** The user identity that every SM2 signature carries unless the parties agree otherwise (GM/T 0009, 可辨别标识). */
export const standardUserId = '1234567812345678'

const curveA = 'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC'
const curveB = '28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93'
const generator =
  '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0'
const curve = Buffer.from(curveA + curveB + generator, 'hex')
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

const points = new WeakMap<KeyObject, Buffer>()
const scalars = new WeakMap<KeyObject, string>()

/** The uncompressed point (04 ‖ x ‖ y) of an SM2 public key; OpenSSL has checked that it lies on the curve. */
export function pointOf(publicKey: KeyObject): Buffer {
  const known = points.get(publicKey)
  if (known) return known
  mustBeSm2(publicKey)
  const [, bits] = readSequence(publicKey.export({ type: 'spki', format: 'der' }))
  const point = bits?.tag === derTags.bitString ? bits.content.subarray(1) : Buffer.of()
  if (point.length !== 65 || point[0] !== 4) throw new CryptoProblem('badKey', 'uncompressed SM2 point expected')
  points.set(publicKey, point)
  return point
}

/** The secret number of an SM2 private key, in 64 hexadecimal digits. */
export function scalarOf(privateKey: KeyObject): string {
  const known = scalars.get(privateKey)
  if (known) return known
  mustBeSm2(privateKey)
  const [, , inner] = readSequence(privateKey.export({ type: 'pkcs8', format: 'der' }))
  const [, scalar] = readSequence(octetsOf(inner))
  const hex = octetsOf(scalar).toString('hex').padStart(64, '0')
  scalars.set(privateKey, hex)
  return hex
}

const pairs = new WeakMap<KeyObject, KeyObject>()

/** The public half, derived once per private key. */
export function sm2PublicKeyOf(privateKey: KeyObject): KeyObject {
  const known = pairs.get(privateKey)
  if (known) return known
  const publicKey = publicKeyOf(privateKey)
  pairs.set(privateKey, publicKey)
  return publicKey
}

/** e = SM3(ZA ‖ M), where ZA binds the user identity, the curve and the public key (GB/T 32918.2, 5.5 and 6.1). */
export function sm2Digest(message: Uint8Array, publicKey: KeyObject, userId: string = standardUserId): Buffer {
  const id = Buffer.from(userId, 'utf8')
  if (id.length > 8191) throw new CryptoProblem('badKey', 'user id too long')
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(id.length * 8)
  const za = sm3(bits, id, curve, pointOf(publicKey).subarray(1))
  return sm3(za, message)
}

function mustBeSm2(key: KeyObject): void {
  if (algorithmOf(key) !== 'sm2') throw new CryptoProblem('badKey', 'not an SM2 key')
}
