import { createHmac } from 'node:crypto'
import { CryptoProblem } from './problems.ts'

export type BlindIndexKey = { secret: Uint8Array; hash?: 'sm3' | 'sha256' }

/**
 * Finds an encrypted identity number by equality without decrypting the table: a keyed hash, stored and indexed
 * beside the sealed value. `purpose` keeps the indexes of two columns from being joined. Normalise the value first
 * (upper-case X of an identity number), for equality here is equality of bytes.
 */
export function blindIndex(key: BlindIndexKey, purpose: string, value: string): Buffer {
  if (key.secret.length < 32) throw new CryptoProblem('badKey', 'a blind index takes a secret of 32 bytes or more')
  return createHmac(key.hash ?? 'sm3', key.secret)
    .update(JSON.stringify([purpose, value]))
    .digest()
}
