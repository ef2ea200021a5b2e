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
  const image = readPng(picture.bytes)
  const { width, height, alpha } = image
  const drawn = form(width, height, `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`, { XObject: pdfDict({ Im: pdfRef(first + 1) }) })
  const changes = [
    { number: first, value: drawn },
    { number: first + 1, value: imageObject(image, alpha === undefined ? undefined : first + 2) },
  ]
  return alpha === undefined
    ? changes
    : [...changes, { number: first + 2, value: imageObject({ width, height, colours: alpha, gray: true }, undefined) }]
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

function imageObject(image: { width: number; height: number; colours: Buffer; gray: boolean }, mask: number | undefined): PdfStream {
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
  return { kind: 'stream', dict, data: deflateSync(image.colours) }
}
