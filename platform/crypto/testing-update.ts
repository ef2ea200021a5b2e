import { catalogOf, openPdf, pagesOf } from './pdf-document.ts'
import { isKind, pdfDict, type PdfDict, type PdfValue } from './pdf-values.ts'
import { appendUpdate, type PdfChange } from './pdf-writer.ts'

export type SeenPaper = { size: number; page: number; pageDict: PdfDict; root: number; catalog: PdfDict; get: (number: number) => PdfValue }

/** Test equipment: an incremental update on top of a paper, as an attacker or a careless editor makes it. */
export function updateOf(pdf: Buffer, change: (seen: SeenPaper) => PdfChange[]): Buffer {
  const document = openPdf(pdf)
  const [page = 0] = pagesOf(document)
  const catalog = catalogOf(document)
  return appendUpdate(
    document,
    change({
      size: document.size,
      page,
      pageDict: dictOf(document.get(page)),
      root: catalog.number,
      catalog: catalog.dict,
      get: document.get,
    }),
  )
}

export function dictOf(value: PdfValue | undefined): PdfDict {
  if (!isKind(value, 'dict')) throw new Error('no dictionary')
  return value
}

export function stream(text: string): PdfValue {
  return { kind: 'stream', dict: pdfDict({}), data: Buffer.from(text) }
}

export function referenceIn(dict: PdfDict, key: string): number {
  const value = dict.entries.get(key)
  if (!isKind(value, 'ref')) throw new Error('no reference')
  return value.number
}
