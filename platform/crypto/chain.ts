import { sm3 } from './sm3.ts'
import { CryptoProblem } from './problems.ts'

/** The link before the first: 32 zero bytes. */
export const chainStart: Uint8Array = new Uint8Array(32)

/**
 * The next link of a hash chain: SM3(previous ‖ content). The previous link has a fixed length, so that no two
 * pairs of link and content give the same input. Anyone holding the newest link can show that no earlier row changed.
 */
export function nextLink(previous: Uint8Array, canonicalContent: Uint8Array): Buffer {
  if (previous.length !== 32) throw new CryptoProblem('badLink')
  return sm3(previous, canonicalContent)
}
