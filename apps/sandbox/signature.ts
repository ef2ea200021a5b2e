import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type SignedParts = { appId: string; method: string; target: string; timestamp: string; nonce: string; body: Uint8Array | string }

/** What is signed, line by line; the body enters as its SM3 digest. */
export function signatureBase(parts: SignedParts): string {
  const digest = createHash('sm3').update(parts.body).digest('hex')
  return [parts.appId, parts.method.toUpperCase(), parts.target, parts.timestamp, parts.nonce, digest].join('\n')
}

/** HMAC-SM3 (GB/T 15852.2) over the base string, lower-case hexadecimal. */
export function sign(secret: string, parts: SignedParts): string {
  return createHmac('sm3', secret).update(signatureBase(parts)).digest('hex')
}

/** Compared in constant time, so that a guesser learns nothing from how long it took. */
export function signatureMatches(secret: string, parts: SignedParts, signature: string): boolean {
  const expected = Buffer.from(sign(secret, parts))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export function signedHeaders(secret: string, parts: SignedParts): Record<string, string> {
  return { 'x-app-id': parts.appId, 'x-timestamp': parts.timestamp, 'x-nonce': parts.nonce, 'x-signature': sign(secret, parts) }
}
