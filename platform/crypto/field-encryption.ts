import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { CryptoProblem, orProblem } from './problems.ts'
import { sm4GcmOpen, sm4GcmSeal } from './sm4.ts'

export type FieldCipher = 'aes-256-gcm' | 'sm4-gcm'

export type FieldKey = { id: string; cipher: FieldCipher; secret: Uint8Array }

/** The keys of an installation: new values are sealed with `current`; old ones name the key they need, so that keys can be changed. */
export type FieldKeys = { current: FieldKey; earlier?: readonly FieldKey[] }

const secretLength = { 'aes-256-gcm': 32, 'sm4-gcm': 16 } as const
const formats = { 'aes-256-gcm': 'a1', 'sm4-gcm': 's1' } as const

/**
 * Hides one column value (等保 2.0 八.1.4.8 数据保密性). `context` says where the value lives, for example
 * `identity.person/id-number/42`; it is bound as associated data, so a value moved to another row does not open.
 */
export function sealField(keys: FieldKeys, plain: string, context: string): string {
  const key = checked(keys.current)
  const nonce = randomBytes(12)
  const { cipher, tag } = seal(key, nonce, Buffer.from(plain, 'utf8'), associated(key, context))
  return [formats[key.cipher], key.id, Buffer.concat([nonce, cipher, tag]).toString('base64url')].join('.')
}

/** The value again, or a `badCiphertext` problem when a byte, the key or the context differs. */
export function openField(keys: FieldKeys, sealed: string, context: string): string {
  const [format, id, body, ...others] = sealed.split('.')
  if (body === undefined || others.length > 0) throw new CryptoProblem('badCiphertext', 'not a sealed field')
  const key = [keys.current, ...(keys.earlier ?? [])].find((each) => each.id === id)
  if (!key) throw new CryptoProblem('unknownKey', id)
  const bytes = Buffer.from(body, 'base64url')
  if (format !== formats[key.cipher] || bytes.length < 28) throw new CryptoProblem('badCiphertext')
  const parts = { cipher: bytes.subarray(12, -16), tag: bytes.subarray(-16) }
  return open(checked(key), bytes.subarray(0, 12), parts, associated(key, context)).toString('utf8')
}

/** The key id of a sealed value: what the job that re-seals after a change of keys looks for. */
export function fieldKeyId(sealed: string): string | undefined {
  return sealed.split('.')[1]
}

function seal(key: FieldKey, nonce: Buffer, plain: Buffer, context: Buffer): { cipher: Buffer; tag: Buffer } {
  if (key.cipher === 'sm4-gcm') return sm4GcmSeal(plain, key.secret, nonce, context)
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(context)
  return { cipher: Buffer.concat([cipher.update(plain), cipher.final()]), tag: cipher.getAuthTag() }
}

function open(key: FieldKey, nonce: Buffer, sealed: { cipher: Buffer; tag: Buffer }, context: Buffer): Buffer {
  if (key.cipher === 'sm4-gcm') return sm4GcmOpen(sealed, key.secret, nonce, context)
  return orProblem('badCiphertext', () => {
    const cipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: 16 }).setAAD(context).setAuthTag(sealed.tag)
    return Buffer.concat([cipher.update(sealed.cipher), cipher.final()])
  })
}

function associated(key: FieldKey, context: string): Buffer {
  return Buffer.from(JSON.stringify([formats[key.cipher], key.id, context]), 'utf8')
}

function checked(key: FieldKey): FieldKey {
  if (key.secret.length !== secretLength[key.cipher])
    throw new CryptoProblem('badKey', `${key.cipher} takes ${secretLength[key.cipher]} bytes`)
  if (!/^[\w-]{1,32}$/.test(key.id)) throw new CryptoProblem('badKey', 'key id')
  return key
}
