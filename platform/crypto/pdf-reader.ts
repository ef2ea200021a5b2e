import { inflateSync } from 'node:zlib'
import { isKind, nameIs, pdfName, type PdfDict, type PdfValue } from './pdf-values.ts'
import { CryptoProblem } from './problems.ts'

/** A place in the bytes from which values are read; reading moves it on. */
export type PdfCursor = { bytes: Buffer; at: number }

const deepest = 60
const whiteSpace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Buffer.from('()<>[]{}/%'))

export function broken(detail: string): CryptoProblem {
  return new CryptoProblem('badPdf', detail)
}

export function skipSpace(cursor: PdfCursor): void {
  const { bytes } = cursor
  for (;;) {
    const byte = bytes[cursor.at]
    if (byte === undefined) return
    if (byte === 0x25) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at += 1
    } else if (whiteSpace.has(byte)) cursor.at += 1
    else return
  }
}

/** Takes the word if it stands here. */
export function takeWord(cursor: PdfCursor, word: string): boolean {
  if (!cursor.bytes.subarray(cursor.at, cursor.at + word.length).equals(Buffer.from(word, 'latin1'))) return false
  cursor.at += word.length
  return true
}

/** A regular run of bytes: a number, a keyword. */
function readRun(cursor: PdfCursor): string {
  const from = cursor.at
  while (cursor.at < cursor.bytes.length && cursor.at - from < 128) {
    const byte = cursor.bytes[cursor.at] ?? 0
    if (whiteSpace.has(byte) || delimiters.has(byte)) break
    cursor.at += 1
  }
  return cursor.bytes.toString('latin1', from, cursor.at)
}

export function readCount(cursor: PdfCursor): number {
  skipSpace(cursor)
  const run = readRun(cursor)
  if (!/^\d{1,10}$/.test(run)) throw broken('number expected')
  return Number(run)
}

export function readValue(cursor: PdfCursor, depth = 0): PdfValue {
  if (depth > deepest) throw broken('nested too deeply')
  skipSpace(cursor)
  const first = cursor.bytes[cursor.at]
  if (first === 0x2f) return readName(cursor)
  if (first === 0x28) return readLiteral(cursor)
  if (first === 0x5b) return readArray(cursor, depth)
  if (first === 0x3c) return cursor.bytes[cursor.at + 1] === 0x3c ? readDict(cursor, depth) : readHex(cursor)
  return readAtom(cursor)
}

function readAtom(cursor: PdfCursor): PdfValue {
  const run = readRun(cursor)
  if (run === 'true' || run === 'false') return run === 'true'
  if (run === 'null') return null
  if (!/^[+-]?(\d{1,12}(\.\d*)?|\.\d+)$/.test(run)) throw broken('unknown word')
  if (/^\d+$/.test(run)) {
    const ahead = { bytes: cursor.bytes, at: cursor.at }
    const generation = referenceAhead(ahead)
    if (generation !== undefined) {
      cursor.at = ahead.at
      return { kind: 'ref', number: Number(run), generation }
    }
  }
  return Number(run)
}

function referenceAhead(cursor: PdfCursor): number | undefined {
  skipSpace(cursor)
  const generation = readRun(cursor)
  if (!/^\d{1,5}$/.test(generation)) return undefined
  skipSpace(cursor)
  return readRun(cursor) === 'R' ? Number(generation) : undefined
}

function readName(cursor: PdfCursor): PdfValue {
  cursor.at += 1
  return pdfName(readRun(cursor).replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
}

function readHex(cursor: PdfCursor): PdfValue {
  const from = cursor.at
  const end = cursor.bytes.indexOf(0x3e, from)
  if (end < 0) throw broken('string without end')
  const digits = cursor.bytes.toString('latin1', from + 1, end).replaceAll(/[\0\t\n\f\r ]/g, '')
  if (!/^[0-9A-Fa-f]*$/.test(digits)) throw broken('hexadecimal string')
  cursor.at = end + 1
  return { kind: 'string', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), hex: true, at: from, end: end + 1 }
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readLiteral(cursor: PdfCursor): PdfValue {
  const from = cursor.at
  const out: number[] = []
  let open = 0
  do {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) throw broken('string without end')
    if (byte === 0x5c) readEscape(cursor, out)
    else {
      if (byte === 0x28) open += 1
      if (byte === 0x29) open -= 1
      out.push(byte)
    }
  } while (open > 0)
  return { kind: 'string', bytes: Buffer.from(out.slice(1, -1)), hex: false, at: from, end: cursor.at }
}

function readEscape(cursor: PdfCursor, out: number[]): void {
  const octal = /^[0-7]{1,3}/.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 3))?.[0]
  if (octal !== undefined) {
    cursor.at += octal.length
    out.push(Number.parseInt(octal, 8) & 0xff)
    return
  }
  const byte = cursor.bytes[cursor.at++] ?? 0
  if (byte === 13 && cursor.bytes[cursor.at] === 10) cursor.at += 1
  if (byte !== 10 && byte !== 13) out.push(escapes[String.fromCharCode(byte)] ?? byte)
}

function readArray(cursor: PdfCursor, depth: number): PdfValue {
  cursor.at += 1
  const items: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (takeWord(cursor, ']')) return { kind: 'array', items }
    items.push(readValue(cursor, depth + 1))
  }
}

export function readDict(cursor: PdfCursor, depth = 0): PdfDict {
  skipSpace(cursor)
  if (!takeWord(cursor, '<<')) throw broken('dictionary expected')
  const entries = new Map<string, PdfValue>()
  for (;;) {
    skipSpace(cursor)
    if (takeWord(cursor, '>>')) return { kind: 'dict', entries }
    const key = readValue(cursor, depth + 1)
    if (!isKind(key, 'name')) throw broken('key expected')
    // Two readers may differ in which of two equal keys they take: such a file could show two faces.
    if (entries.has(key.name)) throw broken(`key ${key.name} twice`)
    entries.set(key.name, readValue(cursor, depth + 1))
  }
}

const largestStream = 256 * 1024 * 1024

/** The bytes of a stream after its filter; only what structure streams use (Flate, PNG predictors). */
export function decodeStream(dict: PdfDict, data: Buffer): Buffer {
  const filter = dict.entries.get('Filter')
  const single = isKind(filter, 'array') && filter.items.length === 1 ? filter.items[0] : filter
  if (single === undefined || single === null || (isKind(filter, 'array') && filter.items.length === 0)) return data
  if (!nameIs(single, 'FlateDecode')) throw broken('filter of a structure stream')
  try {
    const given = dict.entries.get('DecodeParms')
    const parameters = isKind(given, 'array') ? given.items[0] : given
    const inflated = inflateSync(data, { maxOutputLength: largestStream })
    return isKind(parameters, 'dict') ? undoPredictor(inflated, parameters) : inflated
  } catch (error) {
    if (error instanceof CryptoProblem) throw error
    throw new CryptoProblem('badPdf', 'stream does not inflate', { cause: error })
  }
}

function undoPredictor(data: Buffer, parameters: PdfDict): Buffer {
  const predictor = parameters.entries.get('Predictor') ?? 1
  if (predictor === 1) return data
  const columns = parameters.entries.get('Columns') ?? 1
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1 || columns > 64)
    throw broken('predictor')
  return undoRowFilters(data, columns, 1)
}

/** PNG row filters (PNG 9): each row starts with the number of its filter. */
export function undoRowFilters(data: Buffer, rowLength: number, pixelLength: number): Buffer {
  const rows = Math.floor(data.length / (rowLength + 1))
  const out = Buffer.alloc(rows * rowLength)
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (rowLength + 1)] ?? 0
    if (filter > 4) throw broken('row filter')
    const base = row * rowLength
    for (let i = 0; i < rowLength; i += 1) {
      const left = i >= pixelLength ? (out[base + i - pixelLength] ?? 0) : 0
      const up = row > 0 ? (out[base + i - rowLength] ?? 0) : 0
      const corner = row > 0 && i >= pixelLength ? (out[base + i - rowLength - pixelLength] ?? 0) : 0
      out[base + i] = ((data[row * (rowLength + 1) + 1 + i] ?? 0) + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
