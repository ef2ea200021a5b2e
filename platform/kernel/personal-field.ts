import { createHash } from 'node:crypto'
import { blindIndex, openField, sealField, type FieldKeys } from '@yiwang/crypto'
import type { Settings } from './settings.ts'

const secrets = new Map<string, Buffer>()

/** The settings' secrets are words of any length; a key is their digest, made once. */
function secretOf(words: string): Buffer {
  const known = secrets.get(words)
  if (known) return known
  const secret = createHash('sha256').update(words).digest()
  secrets.set(words, secret)
  return secret
}

function keysOf(settings: Settings): FieldKeys {
  return { current: { id: '1', cipher: 'aes-256-gcm', secret: secretOf(settings.fieldKey) } }
}

/**
 * Hides a personal value at rest (等保 2.0 数据保密性). `place` says which row and column it is for, for example
 * `identity.account/number/<id>`: a value moved to another row does not open.
 */
export function hide(settings: Settings, value: string, place: string): string {
  return sealField(keysOf(settings), value, place)
}

/** The value again. @throws CryptoProblem when it was changed or moved. */
export function reveal(settings: Settings, hidden: string, place: string): string {
  return openField(keysOf(settings), hidden, place)
}

/** Finds a hidden value by equality, without revealing the column. Normalise first. `purpose` is the same for all who must find each other's. */
export function indexOf(settings: Settings, purpose: string, value: string): string {
  return blindIndex({ secret: secretOf(settings.indexKey) }, purpose, value).toString('hex')
}
