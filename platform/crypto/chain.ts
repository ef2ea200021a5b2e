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

export type ChainRow = { content: Uint8Array; link: Uint8Array }

/** Index of the first row whose link does not follow from the one before, or undefined when the chain is whole. */
export function firstBrokenLink(rows: Iterable<ChainRow>, start: Uint8Array = chainStart): number | undefined {
  let previous = start
  let index = 0
  for (const row of rows) {
    if (!nextLink(previous, row.content).equals(row.link)) return index
    previous = row.link
    index += 1
  }
  return undefined
}
