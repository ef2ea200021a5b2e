import { catalogOf, type PdfDocument } from './pdf-document.ts'
import { broken } from './pdf-reader.ts'
import { isKind, nameIs, pdfArray, pdfDict, pdfRef, textOf, withEntries, type PdfDict, type PdfValue } from './pdf-values.ts'
import type { PdfChange } from './pdf-writer.ts'

/** A signature field that holds a signature. */
export type SignedField = { name: string; fieldNumber: number; valueNumber: number; value: PdfDict }

const mostFields = 5000

/** The signatures of a document, through its form fields; fields without a value are not signed and not listed. */
export function signedFieldsOf(document: PdfDocument): SignedField[] {
  const found: SignedField[] = []
  const seen = new Set<number>()
  const walk = (reference: PdfValue | undefined, inherited: PdfValue | undefined, path: string, depth: number): void => {
    if (!isKind(reference, 'ref') || seen.has(reference.number)) return
    if (depth > 20 || seen.size > mostFields) throw broken('form fields')
    seen.add(reference.number)
    const field = document.resolve(reference)
    if (!isKind(field, 'dict')) return
    const type = field.entries.get('FT') ?? inherited
    const name = [path, textOf(document.resolve(field.entries.get('T')))].filter(Boolean).join('.')
    const kids = document.resolve(field.entries.get('Kids'))
    if (isKind(kids, 'array')) for (const kid of kids.items) walk(kid, type, name, depth + 1)
    const value = field.entries.get('V')
    if (!nameIs(document.resolve(type), 'Sig') || value === undefined || value === null) return
    const signature = document.resolve(value)
    if (!isKind(value, 'ref') || !isKind(signature, 'dict')) throw broken('signature is not an object of its own')
    found.push({ name, fieldNumber: reference.number, valueNumber: value.number, value: signature })
  }
  for (const field of fieldsOf(document)?.items ?? []) walk(field, undefined, '', 0)
  return found
}

function fieldsOf(document: PdfDocument): { items: readonly PdfValue[] } | undefined {
  const form = document.resolve(catalogOf(document).dict.entries.get('AcroForm'))
  const fields = isKind(form, 'dict') ? document.resolve(form.entries.get('Fields')) : undefined
  return isKind(fields, 'array') ? fields : undefined
}

// Signatures exist, and the file may only be changed by appending (ISO 32000-1, table 219).
const signaturesExist = 3

/** The changes that add one field to the form of a document, making the form where there is none. */
export function addField(document: PdfDocument, fieldNumber: number): PdfChange[] {
  const catalog = catalogOf(document)
  const held = catalog.dict.entries.get('AcroForm')
  const form = document.resolve(held)
  const base = isKind(form, 'dict') ? form : pdfDict({})
  const fields = fieldsOf(document)?.items ?? []
  const grown = withEntries(base, { Fields: pdfArray(...fields, pdfRef(fieldNumber)), SigFlags: signaturesExist })
  if (isKind(held, 'ref') && isKind(form, 'dict')) return [{ number: held.number, value: grown }]
  return [{ number: catalog.number, value: withEntries(catalog.dict, { AcroForm: grown }) }]
}

/** The change that puts one annotation on a page. */
export function addAnnotation(document: PdfDocument, pageNumber: number, annotationNumber: number): PdfChange {
  const page = document.get(pageNumber)
  if (!isKind(page, 'dict')) throw broken('page')
  const held = page.entries.get('Annots')
  const annotations = document.resolve(held)
  const grown = pdfArray(...(isKind(annotations, 'array') ? annotations.items : []), pdfRef(annotationNumber))
  if (isKind(held, 'ref') && isKind(annotations, 'array')) return { number: held.number, value: grown }
  return { number: pageNumber, value: withEntries(page, { Annots: grown }) }
}
