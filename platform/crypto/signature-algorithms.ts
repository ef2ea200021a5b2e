import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import type { SignatureAlgorithm } from './keys.ts'
import { algorithmOf } from './keys.ts'
import { oids } from './oids.ts'
import { CryptoProblem } from './problems.ts'
import { sm2Sign, sm2Verify } from './sm2.ts'

/** What each of our algorithms is called in a certificate and in a CMS signature. */
export const algorithmOids = {
  sm2: { signature: oids.sm2WithSm3, digest: oids.sm3 },
  'ecdsa-p256': { signature: oids.ecdsaWithSha256, digest: oids.sha256 },
} as const satisfies Record<SignatureAlgorithm, { signature: string; digest: string }>

const hashes: Record<string, string> = { [oids.sm3]: 'sm3', [oids.sha256]: 'sha256', [oids.sha384]: 'sha384', [oids.sha512]: 'sha512' }

type Verification = { family: 'sm2' | 'ec' | 'rsa'; hash?: string }

// SHA-1 and MD5 are missing on purpose: collisions are for sale.
const verifications: Record<string, Verification> = {
  [oids.sm2WithSm3]: { family: 'sm2', hash: 'sm3' },
  [oids.sm2Sign]: { family: 'sm2', hash: 'sm3' },
  [oids.ecdsaWithSha256]: { family: 'ec', hash: 'sha256' },
  [oids.ecdsaWithSha384]: { family: 'ec', hash: 'sha384' },
  [oids.ecdsaWithSha512]: { family: 'ec', hash: 'sha512' },
  [oids.rsaWithSha256]: { family: 'rsa', hash: 'sha256' },
  [oids.rsaWithSha384]: { family: 'rsa', hash: 'sha384' },
  [oids.rsaWithSha512]: { family: 'rsa', hash: 'sha512' },
  [oids.rsaEncryption]: { family: 'rsa' },
}

export function digestBy(digestOid: string, ...parts: Uint8Array[]): Buffer | undefined {
  const name = hashes[digestOid]
  if (name === undefined) return undefined
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function signWith(privateKey: KeyObject, data: Uint8Array): Buffer {
  const algorithm = algorithmOf(privateKey)
  if (algorithm === undefined) throw new CryptoProblem('badKey', 'signing takes an SM2 or P-256 key')
  return algorithm === 'sm2' ? sm2Sign(data, privateKey) : sign('sha256', data, privateKey)
}

/**
 * True when the signature holds. An unknown algorithm, a key of another family or an RSA key under 2048 bits makes it false,
 * as does garbage. `digestOid` is what a CMS signer names beside a bare `rsaEncryption`.
 */
export function verifyWith(
  publicKey: KeyObject,
  signatureOid: string,
  data: Uint8Array,
  signature: Uint8Array,
  digestOid?: string,
): boolean {
  const how = verifications[signatureOid]
  const hash = how?.hash ?? (digestOid === undefined ? undefined : hashes[digestOid])
  if (how === undefined || hash === undefined || (hash === 'sm3') !== (how.family === 'sm2')) return false
  if (how.family !== familyOf(publicKey)) return false
  if (how.family === 'sm2') return sm2Verify(data, signature, publicKey)
  try {
    return verify(hash, data, publicKey, signature)
  } catch {
    return false
  }
}

function familyOf(key: KeyObject): Verification['family'] | undefined {
  if (algorithmOf(key) === 'sm2') return 'sm2'
  if (key.asymmetricKeyType === 'ec') return 'ec'
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? 'rsa' : undefined
}
