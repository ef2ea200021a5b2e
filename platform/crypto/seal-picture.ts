import { deflateSync } from 'node:zlib'
import { pdfArray, pdfDict, pdfName, pdfNumbers, pdfRef, type PdfStream, type PdfValue } from './pdf-values.ts'
import type { PdfChange } from './pdf-writer.ts'
import { readPng } from './png.ts'

/** What a signature looks like on the page: drawing operators for a box of the given size, or a PNG. */
export type SealPicture = { kind: 'drawing'; width: number; height: number; operators: string } | { kind: 'png'; bytes: Uint8Array }

/** The form XObject of the appearance as number `first`, with what it needs behind it; `next` is the number after them. */
export function drawPicture(picture: SealPicture, first: number): { changes: PdfChange[]; next: number } {
  if (picture.kind === 'drawing') {
    const { width, height, operators } = picture
    return { changes: [{ number: first, value: form(width, height, operators, {}) }], next: first + 1 }
  }
  const image = readPng(picture.bytes)
  const { width, height } = image
  const drawn = form(width, height, `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`, { XObject: pdfDict({ Im: pdfRef(first + 1) }) })
  const changes = [
    { number: first, value: drawn },
    { number: first + 1, value: imageObject(image, image.alpha === undefined ? undefined : first + 2) },
  ]
  if (image.alpha === undefined) return { changes, next: first + 2 }
  const mask = imageObject({ width, height, colours: image.alpha, gray: true }, undefined)
  return { changes: [...changes, { number: first + 2, value: mask }], next: first + 3 }
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
