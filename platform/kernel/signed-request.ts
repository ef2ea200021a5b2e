import { randomBytes } from 'node:crypto'
import { hmacSm3, sameSecret, sm3 } from '@yiwang/crypto'

/** HMAC-SM3 over app id, method, path, moment, nonce and body: how the platform and its outside partners sign what they send each other. */
export interface SignedHeaders {
  'x-app-id': string
  'x-timestamp': string
  'x-nonce': string
  'x-signature': string
}

export interface Sending {
  appId: string
  secret: string
  method: string
  /** With its query, exactly as sent. */
  path: string
  body: Uint8Array
}

export function signRequest(sending: Sending, now: Date): SignedHeaders {
  const timestamp = now.toISOString()
  const nonce = randomBytes(18).toString('base64url')
  return { 'x-app-id': sending.appId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signatureOf(sending, timestamp, nonce) }
}

function signatureOf({ appId, secret, method, path, body }: Sending, timestamp: string, nonce: string): string {
  const lines = [appId, method, path, timestamp, nonce, sm3(body).toString('hex')]
  return hmacSm3(Buffer.from(secret), lines.join('\n')).toString('hex')
}

const tolerance = 5 * 60_000

/**
 * Whether a request was signed by the partner within the last five minutes. That a nonce comes only once is for the
 * receiver to keep, in the transaction of what it does.
 */
export function isSignedBy(expected: Sending, headers: Readonly<Record<string, unknown>>, now: Date): { nonce: string } | undefined {
  const [appId, timestamp, nonce, signature] = ['x-app-id', 'x-timestamp', 'x-nonce', 'x-signature'].map((name) => headers[name])
  if (appId !== expected.appId || typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string')
    return undefined
  if (!/^[\w-]{16,64}$/.test(nonce) || !(Math.abs(now.getTime() - Date.parse(timestamp)) <= tolerance)) return undefined
  return sameSecret(signature.toLowerCase(), signatureOf(expected, timestamp, nonce)) ? { nonce } : undefined
}
