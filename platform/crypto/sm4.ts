import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'
import { sm4 as library } from 'sm-crypto-v2'
import { CryptoProblem, orProblem } from './problems.ts'

const keyLength = 16
const nonceLength = 12

export type Sealed = { cipher: Buffer; tag: Buffer }

/** SM4 in CBC mode with PKCS#7 padding (GB/T 32907, GB/T 17964). CBC alone does not show changes: sign or MAC what it hides. */
export function sm4CbcEncrypt(plain: Uint8Array, key: Uint8Array, iv: Uint8Array): Buffer {
  const cipher = createCipheriv('sm4-cbc', key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

export function sm4CbcDecrypt(ciphertext: Uint8Array, key: Uint8Array, iv: Uint8Array): Buffer {
  return orProblem('badCiphertext', () => {
    const cipher = createDecipheriv('sm4-cbc', key, iv)
    return Buffer.concat([cipher.update(ciphertext), cipher.final()])
  })
}

/** SM4-GCM (RFC 8998). Node's OpenSSL build does not expose it, hence the library. */
export function sm4GcmSeal(plain: Uint8Array, key: Uint8Array, nonce: Uint8Array, context: Uint8Array): Sealed {
  checkSizes(key, nonce)
  const { output, tag } = library.encrypt(plain, key, { mode: 'gcm', iv: nonce, associatedData: context, output: 'array', outputTag: true })
  if (tag === undefined) throw new CryptoProblem('badCiphertext', 'no tag')
  return { cipher: Buffer.from(output), tag: Buffer.from(tag) }
}

/**
 * The tag is computed again over the ciphertext and compared before anything is given out; counter mode is its own
 * inverse, so opening is sealing the ciphertext and then sealing the result once more for the tag.
 */
export function sm4GcmOpen(sealed: Sealed, key: Uint8Array, nonce: Uint8Array, context: Uint8Array): Buffer {
  checkSizes(key, nonce)
  const plain = sm4GcmSeal(sealed.cipher, key, nonce, context).cipher
  const again = sm4GcmSeal(plain, key, nonce, context)
  if (sealed.tag.length !== again.tag.length || !timingSafeEqual(sealed.tag, again.tag)) throw new CryptoProblem('badCiphertext')
  return plain
}

function checkSizes(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== keyLength || nonce.length !== nonceLength)
    throw new CryptoProblem('badKey', 'SM4-GCM takes a 16-byte key and a 12-byte nonce')
}
