import { addAnnotation, addField, signedFieldsOf } from './acro-form.ts'
import { signCms } from './cms.ts'
import { openPdf, pagesOf, type PdfDocument } from './pdf-document.ts'
import { pdfDict, pdfName, pdfNumbers, pdfRef, pdfText, type PdfDict } from './pdf-values.ts'
import { appendUpdate, writeValue } from './pdf-writer.ts'
import { CryptoProblem } from './problems.ts'
import { drawPicture, emptyPicture, type SealPicture } from './seal-picture.ts'
import { algorithmOids, digestBy } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'
import type { TimeStamper } from './time-stamper.ts'

/** Where the seal stands: page counted from 1, lower left corner and size in points. */
export type SealPlace = { page: number; x: number; y: number; width: number; height: number }

export type PdfSignatureWish = {
  /** The moment the signature states; the moment it proves comes from the time stamper. */
  at: Date
  reason?: string
  location?: string
  /** Makes it PAdES B-T; without, it is B-B. */
  timeStamper?: TimeStamper
  appearance?: { place: SealPlace; picture: SealPicture }
}

/**
 * Signs a PDF (电子签章): PAdES baseline B-B or B-T (ETSI EN 319 142-1), appended so that what was there, and every
 * earlier signature, stays byte for byte. With an SM2 signer the same structure carries SM3withSM2.
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, wish: PdfSignatureWish): Promise<Buffer> {
  const document = openPdf(pdf)
  const room = roomFor(signer, wish.timeStamper !== undefined)
  const prepared = prepare(document, wish, room)
  const { from, to } = prepared
  const digest = digestBy(algorithmOids[signer.algorithm].digest, prepared.bytes.subarray(0, from), prepared.bytes.subarray(to))
  const cms = await signCms(signer, { contentDigest: digest ?? Buffer.of(), timeStamper: wish.timeStamper })
  if (cms.length > room) throw new CryptoProblem('signatureTooLarge', `${cms.length} bytes`)
  prepared.bytes.write(cms.toString('hex'), from + 1, 'latin1')
  return prepared.bytes
}

/** Certificates are known; a signature takes under 1 KB, a time stamp with its chain under 8 KB. */
function roomFor(signer: Signer, stamped: boolean): number {
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, each) => sum + each.der.length, 0)
  return certificates + signer.certificate.issuerDer.length + 1024 + (stamped ? 8192 : 0)
}

type Prepared = { bytes: Buffer; from: number; to: number }

const byteRangeRoom = '[0 0000000000 0000000000 0000000000]'

function prepare(document: PdfDocument, wish: PdfSignatureWish, room: number): Prepared {
  const [valueNumber, fieldNumber, pictureNumber] = [document.size, document.size + 1, document.size + 2]
  const page = pageFor(document, wish)
  const picture = wish.appearance ? drawPicture(wish.appearance.picture, pictureNumber) : [{ number: pictureNumber, value: emptyPicture() }]
  const value = signatureValue(wish, room)
  const bytes = appendUpdate(document, [
    { number: valueNumber, value },
    { number: fieldNumber, value: widget(document, wish, page, valueNumber, pictureNumber) },
    ...picture,
    ...addField(document, fieldNumber),
    addAnnotation(document, page, fieldNumber),
  ])
  const at = bytes.indexOf(value, document.bytes.length)
  const from = at + value.indexOf('/Contents <') + '/Contents '.length
  const to = from + room * 2 + 2
  const range = `[0 ${from} ${to} ${bytes.length - to}]`.padEnd(byteRangeRoom.length)
  bytes.write(range, at + value.indexOf(byteRangeRoom), 'latin1')
  return { bytes, from, to }
}

function signatureValue(wish: PdfSignatureWish, room: number): Buffer {
  const known = pdfDict({
    Type: pdfName('Sig'),
    Filter: pdfName('Adobe.PPKLite'),
    SubFilter: pdfName('ETSI.CAdES.detached'),
    M: pdfText(pdfDate(wish.at)),
    Reason: wish.reason === undefined ? undefined : pdfText(wish.reason),
    Location: wish.location === undefined ? undefined : pdfText(wish.location),
  })
  const text = writeValue(known).toString('latin1').slice(0, -2)
  return Buffer.from(`${text} /ByteRange ${byteRangeRoom} /Contents <${'0'.repeat(room * 2)}>>>`, 'latin1')
}

// Print, and do not let it be moved (ISO 32000-1, table 165).
const printedAndLocked = 4 | 128

function widget(document: PdfDocument, wish: PdfSignatureWish, page: number, value: number, picture: number): PdfDict {
  const place = wish.appearance?.place
  return pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfText(freeName(document)),
    V: pdfRef(value),
    F: printedAndLocked,
    P: pdfRef(page),
    Rect: place ? pdfNumbers(place.x, place.y, place.x + place.width, place.y + place.height) : pdfNumbers(0, 0, 0, 0),
    AP: pdfDict({ N: pdfRef(picture) }),
  })
}

function freeName(document: PdfDocument): string {
  const taken = new Set(signedFieldsOf(document).map((each) => each.name))
  let count = taken.size + 1
  while (taken.has(`Signature${count}`)) count += 1
  return `Signature${count}`
}

function pageFor(document: PdfDocument, wish: PdfSignatureWish): number {
  const page = pagesOf(document)[(wish.appearance?.place.page ?? 1) - 1]
  if (page === undefined) throw new CryptoProblem('badPdf', 'no such page')
  return page
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}

/** The moment written in a PDF date, or undefined when it is none. */
export function momentOf(text: string | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(Z|[+-]\d{2}'?\d{2}'?)?/.exec(text ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zone = 'Z'] = match
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.replaceAll("'", '').slice(3, 5)}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
