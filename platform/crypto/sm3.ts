import { createHash, createHmac } from 'node:crypto'

/** SM3 digest (GB/T 32905, 密码杂凑算法) of the concatenation of the parts. */
export function sm3(...parts: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** HMAC over SM3 (GM/T 0042 use). */
export function hmacSm3(key: Uint8Array, ...parts: (Uint8Array | string)[]): Buffer {
  const hmac = createHmac('sm3', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}
