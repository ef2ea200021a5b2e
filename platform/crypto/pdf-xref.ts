import { broken, decodeStream, readCount, readDict, skipSpace, takeWord, type PdfCursor } from './pdf-reader.ts'
import { isKind, nameIs, type PdfDict, type PdfValue } from './pdf-values.ts'

/** Where an object is: at a place of its own, inside an object stream, or nowhere any more. */
export type XrefEntry =
  | { kind: 'plain'; at: number; generation: number }
  | { kind: 'packed'; container: number; index: number }
  | { kind: 'free' }

/** One cross-reference section: each saved state of a document adds one. */
export type XrefSection = { at: number; kind: 'table' | 'stream'; entries: ReadonlyMap<number, XrefEntry>; trailer: PdfDict }

const mostSections = 300
const mostObjects = 500_000

/** All sections from the newest back to the first. */
export function readSections(bytes: Buffer): XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  for (let at: number | undefined = lastStart(bytes); at !== undefined;) {
    if (seen.has(at) || sections.length >= mostSections) throw broken('cross-reference sections run in a circle')
    seen.add(at)
    const section = readSection(bytes, at)
    sections.push(section)
    const previous: PdfValue | undefined = section.trailer.entries.get('Prev')
    if (previous !== undefined && typeof previous !== 'number') throw broken('Prev')
    at = previous
  }
  return sections
}

function lastStart(bytes: Buffer): number {
  const word = bytes.lastIndexOf('startxref', bytes.length, 'latin1')
  if (word < 0) throw broken('no startxref')
  return readCount({ bytes, at: word + 'startxref'.length })
}

function readSection(bytes: Buffer, at: number): XrefSection {
  const cursor = { bytes, at }
  skipSpace(cursor)
  const section = takeWord(cursor, 'xref') ? readTable(cursor) : readXrefStream(cursor)
  // Hybrid files say one thing to old readers and another to new ones.
  if (section.trailer.entries.has('XRefStm')) throw broken('hybrid cross-reference')
  if (section.trailer.entries.has('Encrypt')) throw broken('encrypted')
  return { at, ...section }
}

function readTable(cursor: PdfCursor): Omit<XrefSection, 'at'> {
  const entries = new Map<number, XrefEntry>()
  for (;;) {
    skipSpace(cursor)
    if (takeWord(cursor, 'trailer')) break
    const first = readCount(cursor)
    const count = readCount(cursor)
    if (first + count > mostObjects) throw broken('too many objects')
    for (let number = first; number < first + count; number += 1) {
      const [place, generation] = [readCount(cursor), readCount(cursor)]
      skipSpace(cursor)
      const used = takeWord(cursor, 'n')
      if (!used && !takeWord(cursor, 'f')) throw broken('cross-reference entry')
      entries.set(number, used ? { kind: 'plain', at: place, generation } : { kind: 'free' })
    }
  }
  return { kind: 'table', entries, trailer: readDict(cursor) }
}

function readXrefStream(cursor: PdfCursor): Omit<XrefSection, 'at'> {
  readCount(cursor)
  readCount(cursor)
  skipSpace(cursor)
  if (!takeWord(cursor, 'obj')) throw broken('cross-reference stream expected')
  const trailer = readDict(cursor)
  const length = trailer.entries.get('Length')
  if (!nameIs(trailer.entries.get('Type'), 'XRef') || typeof length !== 'number') throw broken('cross-reference stream')
  return { kind: 'stream', entries: unpackEntries(trailer, decodeStream(trailer, streamBytes(cursor, length))), trailer }
}

/** The raw bytes between `stream` and `endstream`; the length given must be true. */
export function streamBytes(cursor: PdfCursor, length: number): Buffer {
  skipSpace(cursor)
  if (!takeWord(cursor, 'stream') || (!takeWord(cursor, '\r\n') && !takeWord(cursor, '\n'))) throw broken('stream expected')
  const from = cursor.at
  if (length < 0 || from + length > cursor.bytes.length) throw broken('stream longer than the file')
  cursor.at = from + length
  // Without comments: bytes of the stream must not be skipped as one.
  if (!takeWord(cursor, '\r\n') && !takeWord(cursor, '\n')) takeWord(cursor, '\r')
  if (!takeWord(cursor, 'endstream')) throw broken('stream length')
  return cursor.bytes.subarray(from, from + length)
}

function unpackEntries(trailer: PdfDict, data: Buffer): Map<number, XrefEntry> {
  const widths = numbersOf(trailer.entries.get('W'))
  const size = trailer.entries.get('Size')
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const rowLength = typeWidth + secondWidth + thirdWidth
  if (widths.length !== 3 || widths.some((width) => width > 6) || rowLength === 0 || typeof size !== 'number') throw broken('W or Size')
  const index = trailer.entries.has('Index') ? numbersOf(trailer.entries.get('Index')) : [0, size]
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const take = (width: number) => (width === 0 ? 0 : data.readUIntBE((at += width) - width, width))
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    if (first + count > mostObjects || at + count * rowLength > data.length) throw broken('Index')
    for (let number = first; number < first + count; number += 1) {
      const type = typeWidth === 0 ? 1 : take(typeWidth)
      entries.set(number, entryOf(type, take(secondWidth), take(thirdWidth)))
    }
  }
  return entries
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'plain', at: second, generation: third }
  return type === 2 ? { kind: 'packed', container: second, index: third } : { kind: 'free' }
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (!isKind(value, 'array') || value.items.length > 10_000) throw broken('numbers expected')
  return value.items.map((item) => {
    if (typeof item !== 'number' || !Number.isInteger(item) || item < 0) throw broken('numbers expected')
    return item
  })
}
