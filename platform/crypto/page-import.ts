import { openPdf, pagesOf, type PdfDocument } from './pdf-document.ts'
import { decodeStream } from './pdf-reader.ts'
import { isKind, pdfDict, pdfName, pdfRef, type PdfArray, type PdfDict, type PdfStream, type PdfValue } from './pdf-values.ts'
import type { PdfChange } from './pdf-writer.ts'
import { CryptoProblem, orProblem } from './problems.ts'

const mostObjects = 2000

/** The first page of a PDF as a form XObject of number `first`, with everything it draws with behind it. */
export function importPage(pdf: Uint8Array, first: number): PdfChange[] {
  return orProblem('badPicture', () => {
    const document = openPdf(pdf)
    const [number] = pagesOf(document)
    const page = number === undefined ? null : document.get(number)
    if (!isKind(page, 'dict')) throw new CryptoProblem('badPicture', 'no page')
    const numbers = new Map<number, number>()
    const changes: PdfChange[] = []
    const copy = copier(document, numbers, changes, first + 1)
    const { dict, data } = contentOf(document, page)
    const form = pdfDict({
      ...Object.fromEntries(dict.entries),
      Type: pdfName('XObject'),
      Subtype: pdfName('Form'),
      BBox: boxOf(document, page),
      Resources: copy(document.resolve(inherited(document, page, 'Resources')) ?? pdfDict({})),
      // Transparency of the seal is worked out by itself before it is laid on the paper.
      Group: pdfDict({ Type: pdfName('Group'), S: pdfName('Transparency'), CS: pdfName('DeviceRGB') }),
    })
    return [{ number: first, value: { kind: 'stream', dict: form, data } }, ...changes]
  })
}

type Copy = (value: PdfValue) => PdfValue

function copier(document: PdfDocument, numbers: Map<number, number>, changes: PdfChange[], from: number): Copy {
  const copy: Copy = (value) => {
    if (isKind(value, 'ref')) return copyReference(value.number)
    if (isKind(value, 'array')) return { kind: 'array', items: value.items.map(copy) }
    if (isKind(value, 'dict')) return copyDict(value)
    return isKind(value, 'stream') ? { ...value, dict: copyDict(value.dict) } : value
  }
  const copyDict = (dict: PdfDict): PdfDict => ({
    kind: 'dict',
    entries: new Map([...dict.entries].map(([key, each]) => [key, copy(each)])),
  })
  const copyReference = (number: number): PdfValue => {
    const known = numbers.get(number)
    if (known !== undefined) return pdfRef(known)
    if (numbers.size >= mostObjects) throw new CryptoProblem('badPicture', 'too many objects')
    const made = from + numbers.size
    numbers.set(number, made)
    changes.push({ number: made, value: copy(document.get(number)) })
    return pdfRef(made)
  }
  return copy
}

/** One content stream is taken as it is; several are unpacked and joined, as a viewer would read them. */
function contentOf(document: PdfDocument, page: PdfDict): { dict: PdfDict; data: Buffer } {
  const contents = document.resolve(page.entries.get('Contents'))
  if (isKind(contents, 'stream')) return { dict: filterOf(contents), data: contents.data }
  const parts = (isKind(contents, 'array') ? contents.items : []).map((item) => document.resolve(item))
  const streams = parts.filter((part): part is PdfStream => isKind(part, 'stream'))
  return { dict: pdfDict({}), data: Buffer.concat(streams.flatMap((part) => [decodeStream(part.dict, part.data), Buffer.from('\n')])) }
}

function filterOf(stream: PdfStream): PdfDict {
  return pdfDict({ Filter: stream.dict.entries.get('Filter'), DecodeParms: stream.dict.entries.get('DecodeParms') })
}

function boxOf(document: PdfDocument, page: PdfDict): PdfArray {
  const box = document.resolve(inherited(document, page, 'MediaBox'))
  if (!isKind(box, 'array') || box.items.length !== 4 || !box.items.every((item) => typeof item === 'number')) {
    throw new CryptoProblem('badPicture', 'page without a box')
  }
  return box
}

function inherited(document: PdfDocument, page: PdfDict, key: string): PdfValue | undefined {
  let node: PdfValue | undefined = page
  for (let depth = 0; depth < 20 && isKind(node, 'dict'); depth += 1) {
    const value: PdfValue | undefined = node.entries.get(key)
    if (value !== undefined) return value
    node = document.resolve(node.entries.get('Parent'))
  }
  return undefined
}
