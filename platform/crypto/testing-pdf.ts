import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import { openPdf } from './pdf-document.ts'
import { isKind, nameIs, pdfDict, pdfName, pdfNumbers, type PdfValue } from './pdf-values.ts'
import { writeValue } from './pdf-writer.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url))

/** Test equipment: two pages as the platform's papers are made (PDF/A-2), the same in PDF 1.4, and the picture of a seal. */
export const paperPdf = (): Buffer => fixture('paper')
export const plainPdf = (): Buffer => fixture('plain')
export const sealPdf = (): Buffer => fixture('seal')

/** Test equipment: the same document with its objects in an object stream and a cross-reference stream with a predictor, as other writers do. */
export function packedPdf(pdf: Buffer): Buffer {
  const document = openPdf(pdf)
  const numbers = [...document.entries.keys()].filter((number) => document.get(number) !== null)
  const plain = numbers.filter((number) => isKind(document.get(number), 'stream'))
  const packed = numbers.filter((number) => !plain.includes(number))
  const [container, xref] = [document.size, document.size + 1]
  const places = new Map<number, number[]>()
  let file = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')
  const put = (number: number, value: PdfValue) => {
    places.set(number, [1, file.length, 0])
    file = Buffer.concat([file, Buffer.from(`${number} 0 obj\n`), writeValue(value), Buffer.from('\nendobj\n')])
  }
  for (const number of plain) put(number, document.get(number))
  put(container, objectStream(packed.map((number) => [number, writeValue(document.get(number))])))
  for (const [index, number] of packed.entries()) places.set(number, [2, container, index])
  const start = file.length
  places.set(xref, [1, start, 0])
  put(xref, xrefStream(places, xref + 1, document.trailer.entries.get('Root') ?? null))
  return Buffer.concat([file, Buffer.from(`startxref\n${start}\n%%EOF\n`)])
}

function objectStream(objects: [number, Buffer][]): PdfValue {
  let at = 0
  const heads = objects.map(([number, bytes]) => {
    const head = `${number} ${at}`
    at += bytes.length + 1
    return head
  })
  const head = `${heads.join(' ')}\n`
  const data = Buffer.concat([Buffer.from(head), ...objects.flatMap(([, bytes]) => [bytes, Buffer.from(' ')])])
  const dict = pdfDict({ Type: pdfName('ObjStm'), N: objects.length, First: head.length, Filter: pdfName('FlateDecode') })
  return { kind: 'stream', dict, data: deflateSync(data) }
}

function xrefStream(places: ReadonlyMap<number, number[]>, size: number, root: PdfValue): PdfValue {
  const rows = Array.from({ length: size }, (_, number) => {
    const [type = 0, second = 0, third = 0] = places.get(number) ?? []
    const row = Buffer.alloc(7)
    row.writeUInt8(type, 0)
    row.writeUInt32BE(second, 1)
    row.writeUInt16BE(third, 5)
    return row
  })
  // PNG filter 2: each byte less the one above it.
  const filtered = rows.map((row, index) =>
    Buffer.concat([Buffer.of(2), row.map((byte, i) => (byte - (rows[index - 1]?.[i] ?? 0)) & 0xff)]),
  )
  const dict = pdfDict({
    Type: pdfName('XRef'),
    Size: size,
    W: pdfNumbers(1, 4, 2),
    Root: root,
    Filter: pdfName('FlateDecode'),
    DecodeParms: pdfDict({ Predictor: 12, Columns: 7 }),
  })
  return { kind: 'stream', dict, data: deflateSync(Buffer.concat(filtered)) }
}

/** Test equipment: a PNG of one colour with every kind of row filter left at none. */
export function aPng(colourType: 0 | 2 | 4 | 6, width = 3, height = 2, depth = 8): Buffer {
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colourType]
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colourType, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(width * channels, 0x80)])))
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.of())]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** The number of the first object that `wanted` is true of. */
export function numberOf(pdf: Buffer, wanted: (value: PdfValue) => boolean): number {
  const document = openPdf(pdf)
  for (const number of document.entries.keys()) if (wanted(document.get(number))) return number
  throw new Error('no such object')
}

export const isPage = (value: PdfValue): boolean => isKind(value, 'dict') && nameIs(value.entries.get('Type'), 'Page')
export const isSignature = (value: PdfValue): boolean => isKind(value, 'dict') && nameIs(value.entries.get('Type'), 'Sig')
