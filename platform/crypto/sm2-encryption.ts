import type { KeyObject } from 'node:crypto'
import { sm2 as library } from 'sm-crypto-v2'
import { der, derSequence, derTags, derUnsigned, octetsOf, readSequence, unsignedOf } from './der.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { pointOf, scalarOf } from './sm2-key.ts'

const c1c3c2 = 1

/** SM2 public-key encryption (GB/T 32918.4), DER SEQUENCE { x, y, hash, cipher } in the order C1 C3 C2 of GM/T 0009. */
export function sm2Encrypt(plain: Uint8Array, publicKey: KeyObject): Buffer {
  if (plain.length === 0) throw new CryptoProblem('badCiphertext', 'nothing to encrypt')
  const raw = Buffer.from(library.doEncrypt(plain, pointOf(publicKey).toString('hex'), c1c3c2), 'hex')
  return derSequence(
    derUnsigned(raw.subarray(0, 32)),
    derUnsigned(raw.subarray(32, 64)),
    der(derTags.octetString, raw.subarray(64, 96)),
    der(derTags.octetString, raw.subarray(96)),
  )
}

/** Opens what `sm2Encrypt` made. A point off the curve, a wrong key and a changed byte are all refused alike. */
export function sm2Decrypt(ciphertext: Uint8Array, privateKey: KeyObject): Buffer {
  const scalar = scalarOf(privateKey)
  return orProblem('badCiphertext', () => {
    const [x, y, hash, cipher, ...others] = readSequence(ciphertext)
    const digest = octetsOf(hash)
    if (others.length > 0 || digest.length !== 32) throw new CryptoProblem('badCiphertext')
    // As one hexadecimal text and not as ASN.1: only this way does the library check that the point lies on the curve.
    const raw = Buffer.concat([unsignedOf(x, 32), unsignedOf(y, 32), digest, octetsOf(cipher)]).toString('hex')
    const plain = library.doDecrypt(raw, scalar, c1c3c2, { output: 'array' })
    if (plain.length === 0) throw new CryptoProblem('badCiphertext')
    return Buffer.from(plain)
  })
}
