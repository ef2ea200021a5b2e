import { Malformed, faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { hybridCheckCharacter, valuesOf } from './iso-7064.ts'

/**
 * The unified audit code (统一审核编码, guide 五（一）2（6）) in the QR code of a case's documents: 128 random bits, so nobody guesses one, written
 * in 26 characters of the base-32 alphabet without I, L, O, U, and a check character by the hybrid rule of ISO 7064 for 32 characters.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type UnifiedAuditCodeFault = 'length' | 'characters' | 'check'

/** The code of 16 bytes that the caller drew from a cryptographic source. */
export function makeUnifiedAuditCode(random: Uint8Array): string {
  if (random.length !== 16) throw new Malformed('unified audit code', 'sixteen random bytes')
  let number = random.reduce((total, byte) => total * 256n + BigInt(byte), 0n)
  let body = ''
  for (let place = 0; place < 26; place += 1) {
    body = ALPHABET.charAt(Number(number % 32n)) + body
    number /= 32n
  }
  return body + hybridCheckCharacter(body, ALPHABET)
}

/** Reads a code as scanned or typed: in groups, in lower case, O for 0, I or L for 1. */
export function parseUnifiedAuditCode(text: string): Checked<string, UnifiedAuditCodeFault> {
  const code = normaliseNumber(text).replaceAll('-', '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (code.length !== 27) return faulty('length')
  // 26 characters hold 130 bits: the first never goes beyond 7, or one code would have several writings
  if (!valuesOf(code, ALPHABET) || code.charAt(0) > '7') return faulty('characters')
  return hybridCheckCharacter(code.slice(0, 26), ALPHABET) === code.slice(26) ? sound(code) : faulty('check')
}

export function isUnifiedAuditCode(text: string): boolean {
  return parseUnifiedAuditCode(text).ok
}

/** Three groups of nine, for the line of print under the QR code. */
export function groupUnifiedAuditCode(text: string): string {
  const code = must('unified audit code', parseUnifiedAuditCode(text))
  return `${code.slice(0, 9)}-${code.slice(9, 18)}-${code.slice(18)}`
}
