import { createHmac, randomBytes } from 'node:crypto'
import { sameSecret } from '@yiwang/crypto'

/** Time-based codes of an authenticator (RFC 6238, thirty seconds, six digits): the second, cryptographic factor of staff. */
const period = 30_000
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function newSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join('')
}

/** The half minute a code belongs to: this one or one of its two neighbours, since clocks differ; nothing for a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const step = Math.floor(now.getTime() / period)
  return [step, step - 1, step + 1].find((one) => sameSecret(code, codeAt(secret, one)))
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', decode(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function decode(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}
