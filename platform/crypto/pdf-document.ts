import { broken, decodeStream, readCount, readValue, skipSpace, takeWord, type PdfCursor } from './pdf-reader.ts'
import { isKind, nameIs, type PdfDict, type PdfValue } from './pdf-values.ts'
import { readSections, streamBytes, type XrefEntry, type XrefSection } from './pdf-xref.ts'
import { CryptoProblem } from './problems.ts'

/** A PDF opened for looking up objects. Strict: what needs guessing to be read is refused, since two readers would guess differently. */
export type PdfDocument = {
  bytes: Buffer
  sections: readonly XrefSection[]
  trailer: PdfDict
  /** The newest entry of every object. */
  entries: ReadonlyMap<number, XrefEntry>
  /** One more than the highest object number. */
  size: number
  /** The object of this number; null when there is none. */
  get: (number: number) => PdfValue
  /** Follows a reference; other values are given back as they are. */
  resolve: (value: PdfValue | undefined) => PdfValue | undefined
}

const largestFile = 200 * 1024 * 1024

export function openPdf(given: Uint8Array): PdfDocument {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.length > largestFile) throw broken('too large')
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw broken('no PDF header')
  try {
    return build(bytes, readSections(bytes))
  } catch (error) {
    if (error instanceof CryptoProblem) throw error
    throw new CryptoProblem('badPdf', undefined, { cause: error })
  }
}

function build(bytes: Buffer, sections: readonly XrefSection[]): PdfDocument {
  const [newest] = sections
  if (newest === undefined) throw broken('no cross-reference')
  const entries = new Map<number, XrefEntry>()
  for (const section of sections.toReversed()) for (const [number, entry] of section.entries) entries.set(number, entry)
  const loaded = new Map<number, PdfValue>()
  const packs = new Map<number, Pack>()
  const document: PdfDocument = {
    bytes,
    sections,
    trailer: newest.trailer,
    entries,
    size: highest(entries) + 1,
    get: (number) => {
      const known = loaded.get(number)
      if (known !== undefined) return known
      const value = load(document, packs, number)
      loaded.set(number, value)
      return value
    },
    resolve: (value) => {
      const found = isKind(value, 'ref') ? document.get(value.number) : value
      if (isKind(found, 'ref')) throw broken('reference to a reference')
      return found
    },
  }
  return document
}

function highest(entries: ReadonlyMap<number, XrefEntry>): number {
  let most = 0
  for (const number of entries.keys()) if (number > most) most = number
  return most
}

function load(document: PdfDocument, packs: Map<number, Pack>, number: number): PdfValue {
  const entry = document.entries.get(number)
  if (entry === undefined || entry.kind === 'free') return null
  if (entry.kind === 'plain') return readObject(document, { bytes: document.bytes, at: entry.at }, number)
  const pack = packs.get(entry.container) ?? readPack(document, entry.container)
  packs.set(entry.container, pack)
  const at = pack.places[entry.index]
  if (at === undefined || at.number !== number) throw broken('object stream')
  return readValue({ bytes: pack.bytes, at: at.at })
}

/** An object at its place: `12 0 obj … endobj`. The number must be the one the cross-reference promised. */
export function readObject(document: Pick<PdfDocument, 'resolve'>, cursor: PdfCursor, number?: number): PdfValue {
  const found = readCount(cursor)
  readCount(cursor)
  skipSpace(cursor)
  if (!takeWord(cursor, 'obj') || (number !== undefined && found !== number)) throw broken(`object ${number ?? found} is not at its place`)
  const value = readValue(cursor)
  skipSpace(cursor)
  const stream = isKind(value, 'dict') && cursor.bytes.toString('latin1', cursor.at, cursor.at + 6) === 'stream'
  const whole = stream ? withData(document, value, cursor) : value
  skipSpace(cursor)
  if (!takeWord(cursor, 'endobj')) throw broken('object without end')
  return whole
}

function withData(document: Pick<PdfDocument, 'resolve'>, dict: PdfDict, cursor: PdfCursor): PdfValue {
  const length = document.resolve(dict.entries.get('Length'))
  if (typeof length !== 'number') throw broken('stream without length')
  return { kind: 'stream', dict, data: streamBytes(cursor, length) }
}

type Pack = { bytes: Buffer; places: readonly { number: number; at: number }[] }

function readPack(document: PdfDocument, container: number): Pack {
  if (document.entries.get(container)?.kind !== 'plain') throw broken('object stream inside another')
  const stream = document.get(container)
  if (!isKind(stream, 'stream') || !nameIs(stream.dict.entries.get('Type'), 'ObjStm')) throw broken('object stream')
  const [count, first] = [stream.dict.entries.get('N'), stream.dict.entries.get('First')]
  const bytes = decodeStream(stream.dict, stream.data)
  if (typeof count !== 'number' || typeof first !== 'number' || count > 100_000) throw broken('object stream')
  const cursor = { bytes, at: 0 }
  const places = Array.from({ length: count }, () => ({ number: readCount(cursor), at: first + readCount(cursor) }))
  return { bytes, places }
}

/** The catalog and its number. */
export function catalogOf(document: PdfDocument): { number: number; dict: PdfDict } {
  const root = document.trailer.entries.get('Root')
  const dict = document.resolve(root)
  if (!isKind(root, 'ref') || !isKind(dict, 'dict')) throw broken('no catalog')
  return { number: root.number, dict }
}

const mostPages = 20_000

/** The object numbers of the pages, in order. */
export function pagesOf(document: PdfDocument): number[] {
  const pages: number[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined, depth: number): void => {
    if (!isKind(value, 'ref') || seen.has(value.number) || depth > 40 || seen.size > mostPages) throw broken('page tree')
    seen.add(value.number)
    const node = document.resolve(value)
    if (!isKind(node, 'dict')) throw broken('page tree')
    const kids = document.resolve(node.entries.get('Kids'))
    if (isKind(kids, 'array')) for (const kid of kids.items) walk(kid, depth + 1)
    else pages.push(value.number)
  }
  walk(catalogOf(document).dict.entries.get('Pages'), 0)
  return pages
}
