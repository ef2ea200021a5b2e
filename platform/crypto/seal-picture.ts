import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { pdfArray, pdfDict, pdfName, pdfNumbers, pdfRef, type PdfStream, type PdfValue } from './pdf-values.ts'
import type { PdfChange } from './pdf-writer.ts'
import { importPage } from './page-import.ts'
import { readPng } from './png.ts'

/** What a signature looks like on the page: the first page of a PDF (lines stay lines), a PNG, or drawing operators for a box. */
export type SealPicture =
  | { kind: 'pdf'; bytes: Uint8Array }
  | { kind: 'png'; bytes: Uint8Array }
  | { kind: 'drawing'; width: number; height: number; operators: string }

/** The form XObject of the appearance as number `first`, with what it needs behind it. */
export function drawPicture(picture: SealPicture, first: number): PdfChange[] {
  if (picture.kind === 'pdf') return importPage(picture.bytes, first)
  if (picture.kind === 'drawing') return [{ number: first, value: form(picture.width, picture.height, picture.operators, {}) }]
  const { width, height, gray, colours, alpha } = packedPng(picture.bytes)
  const drawn = form(width, height, `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`, { XObject: pdfDict({ Im: pdfRef(first + 1) }) })
  const changes = [
    { number: first, value: drawn },
    { number: first + 1, value: imageObject({ width, height, gray, data: colours }, alpha === undefined ? undefined : first + 2) },
  ]
  return alpha === undefined
    ? changes
    : [...changes, { number: first + 2, value: imageObject({ width, height, gray: true, data: alpha }, undefined) }]
}

/** A picture as a PDF holds it. */
type PackedPng = { width: number; height: number; gray: boolean; colours: Buffer; alpha?: Buffer }

/** The same few seals are set on thousands of papers: a picture is taken apart and packed once. */
const packed = new Map<string, PackedPng>()
const mostPacked = 64

function packedPng(bytes: Uint8Array): PackedPng {
  const key = createHash('sha256').update(bytes).digest('base64')
  const before = packed.get(key)
  if (before) return before
  const { width, height, gray, colours, alpha } = readPng(bytes)
  const made = { width, height, gray, colours: deflateSync(colours), ...(alpha === undefined ? {} : { alpha: deflateSync(alpha) }) }
  if (packed.size >= mostPacked) packed.delete(packed.keys().next().value ?? '')
  packed.set(key, made)
  return made
}

/** A form that draws nothing, for a signature that is not seen. */
export function emptyPicture(): PdfStream {
  return form(0, 0, '', {})
}

function form(width: number, height: number, operators: string, resources: Record<string, PdfValue>): PdfStream {
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: pdfNumbers(0, 0, width, height),
    Resources: pdfDict(resources),
    Filter: pdfName('FlateDecode'),
  })
  return { kind: 'stream', dict, data: deflateSync(Buffer.from(operators, 'latin1')) }
}

function imageObject(image: { width: number; height: number; gray: boolean; data: Buffer }, mask: number | undefined): PdfStream {
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Image'),
    Width: image.width,
    Height: image.height,
    ColorSpace: pdfName(image.gray ? 'DeviceGray' : 'DeviceRGB'),
    BitsPerComponent: 8,
    Filter: pdfArray(pdfName('FlateDecode')),
    SMask: mask === undefined ? undefined : pdfRef(mask),
  })
  return { kind: 'stream', dict, data: image.data }
}
