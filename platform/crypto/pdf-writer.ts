import { randomBytes } from 'node:crypto'
import type { PdfDocument } from './pdf-document.ts'
import { isKind, pdfArray, pdfBytes, pdfDict, pdfName, pdfNumbers, type PdfDict, type PdfValue } from './pdf-values.ts'

/** A value in PDF syntax. Equal values give equal bytes, since keys are sorted. */
export function writeValue(value: PdfValue): Buffer {
  if (isKind(value, 'stream')) return Buffer.concat([...streamHead(value.dict, value.data.length), value.data, Buffer.from('\nendstream')])
  return Buffer.from(writeText(value), 'latin1')
}

function streamHead(dict: PdfDict, length: number): Buffer[] {
  const entries = new Map(dict.entries).set('Length', length)
  return [Buffer.from(`${writeText({ kind: 'dict', entries })}\nstream\n`, 'latin1')]
}

function writeText(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (value.kind === 'name') return writeName(value.name)
  if (value.kind === 'string') return `<${value.bytes.toString('hex')}>`
  if (value.kind === 'ref') return `${value.number} ${value.generation} R`
  if (value.kind === 'array') return `[${value.items.map(writeText).join(' ')}]`
  if (value.kind === 'stream') return writeValue(value).toString('latin1')
  const members = [...value.entries].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `<<${members.map(([key, each]) => `${writeName(key)} ${writeText(each)}`).join(' ')}>>`
}

/** Exact, since values are also compared by what is written here; PDF knows no exponents. */
function writeNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

function writeName(name: string): string {
  return `/${name.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
}

export type PdfChange = { number: number; value: PdfValue | Buffer }

/**
 * The file with objects added or replaced by an incremental update (ISO 32000-1, 7.5.6): what was there stays byte for byte,
 * so that earlier signatures hold. The new cross-reference is of the kind the file already has.
 */
export function appendUpdate(document: PdfDocument, changes: readonly PdfChange[]): Buffer {
  const parts: Buffer[] = [document.bytes, Buffer.from('\n')]
  let at = document.bytes.length + 1
  const places = new Map<number, number>()
  const add = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const { number, value } of changes) {
    places.set(number, at)
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.isBuffer(value) ? value : writeValue(value), Buffer.from('\nendobj\n')]))
  }
  const start = at
  const [newest] = document.sections
  add(newest?.kind === 'table' ? xrefTable(document, places) : xrefStream(document, places, start))
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function trailerOf(document: PdfDocument, size: number): PdfDict {
  const { entries } = document.trailer
  const id = entries.get('ID')
  const first = isKind(id, 'array') ? id.items[0] : undefined
  return pdfDict({
    Size: size,
    Root: entries.get('Root'),
    Info: entries.get('Info'),
    ID: first === undefined ? undefined : pdfArray(first, pdfBytes(randomBytes(16))),
    Prev: document.sections[0]?.at,
  })
}

function runsOf(places: ReadonlyMap<number, number>): [number, number[]][] {
  const runs: [number, number[]][] = []
  for (const [number, place] of [...places].toSorted(([a], [b]) => a - b)) {
    const last = runs.at(-1)
    if (last && last[0] + last[1].length === number) last[1].push(place)
    else runs.push([number, [place]])
  }
  return runs
}

function sizeAfter(document: PdfDocument, places: ReadonlyMap<number, number>): number {
  return Math.max(document.size, ...[...places.keys()].map((number) => number + 1))
}

function xrefTable(document: PdfDocument, places: ReadonlyMap<number, number>): Buffer {
  const lines = runsOf(places).map(
    ([first, run]) => `${first} ${run.length}\n${run.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`,
  )
  return Buffer.from(`xref\n${lines.join('')}trailer\n${writeText(trailerOf(document, sizeAfter(document, places)))}\n`, 'latin1')
}

function xrefStream(document: PdfDocument, places: ReadonlyMap<number, number>, start: number): Buffer {
  const number = sizeAfter(document, places)
  const all = new Map(places).set(number, start)
  const runs = runsOf(all)
  const data = Buffer.concat(runs.flatMap(([, run]) => run.map(plainEntry)))
  const dict = pdfDict({
    ...Object.fromEntries(trailerOf(document, number + 1).entries),
    Type: pdfName('XRef'),
    W: pdfNumbers(1, 5, 2),
    Index: pdfNumbers(...runs.flatMap(([first, run]) => [first, run.length])),
  })
  return Buffer.concat([Buffer.from(`${number} 0 obj\n`), writeValue({ kind: 'stream', dict, data }), Buffer.from('\nendobj\n')])
}

function plainEntry(place: number): Buffer {
  const entry = Buffer.alloc(8)
  entry.writeUInt8(1, 0)
  entry.writeUIntBE(place, 1, 5)
  return entry
}
