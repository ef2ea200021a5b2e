import { catalogOf, pagesOf, type PdfDocument } from './pdf-document.ts'
import { isKind, nameIs, type PdfArray, type PdfDict, type PdfValue } from './pdf-values.ts'
import { writeValue } from './pdf-writer.ts'

/**
 * What was done to a document after it was signed, beyond what may be done to a signed paper: a further signature in a
 * field of its own, and evidence about signatures (the DSS of PAdES). Everything else is a change, whether it shows or not.
 * Answers with a word for each; empty means nothing was changed.
 */
export function changesBetween(before: PdfDocument, after: PdfDocument): string[] {
  const changes = new Set<string>()
  const root = catalogOf(before).number
  if (catalogOf(after).number !== root) return ['catalog']
  if (!same(before.trailer.entries.get('Info'), after.trailer.entries.get('Info'))) changes.add('document information')
  const frame = frameOf(before, after)
  for (const number of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    if (sameEntry(before, after, number)) continue
    const [old, now] = [before.get(number), after.get(number)]
    if (same(old, now)) continue
    if (old !== null && !permitted(frame, number, old, now)) changes.add(`object ${number}`)
    if (old === null && isNewStructure(now)) continue
    if (old === null && frame.referencesOfBefore().has(number)) changes.add(`object ${number} filled in`)
  }
  for (const problem of frame.growthProblems()) changes.add(problem)
  return [...changes]
}

/** Object and cross-reference streams of an update carry other objects and are not themselves part of the document. */
function isNewStructure(value: PdfValue): boolean {
  return isKind(value, 'stream') && nameIs(value.dict.entries.get('Type'), 'XRef', 'ObjStm')
}

function sameEntry(before: PdfDocument, after: PdfDocument, number: number): boolean {
  const [old, now] = [before.entries.get(number), after.entries.get(number)]
  if (old === undefined || now === undefined || old.kind === 'packed' || now.kind === 'packed') return false
  return old.kind === now.kind && (old.kind === 'free' || (now.kind === 'plain' && old.at === now.at))
}

export function same(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return writeValue(a).equals(writeValue(b))
}

type Frame = {
  before: PdfDocument
  after: PdfDocument
  root: number
  form: number | undefined
  fields: number | undefined
  pages: ReadonlySet<number>
  annotationLists: ReadonlySet<number>
  referencesOfBefore: () => ReadonlySet<number>
  growthProblems: () => string[]
}

function frameOf(before: PdfDocument, after: PdfDocument): Frame {
  const catalog = catalogOf(before)
  const held = catalog.dict.entries.get('AcroForm')
  const form = before.resolve(held)
  const fields = isKind(form, 'dict') ? form.entries.get('Fields') : undefined
  const pages = pagesOf(before)
  const lists = pages.flatMap((page) => {
    const list = dictAt(before, page)?.entries.get('Annots')
    return isKind(list, 'ref') ? [list.number] : []
  })
  let references: ReadonlySet<number> | undefined
  return {
    before,
    after,
    root: catalog.number,
    form: isKind(held, 'ref') ? held.number : undefined,
    fields: isKind(fields, 'ref') ? fields.number : undefined,
    pages: new Set(pages),
    annotationLists: new Set(lists),
    referencesOfBefore: () => (references ??= allReferences(before)),
    growthProblems: () => growthOf(before, after, pages),
  }
}

function dictAt(document: PdfDocument, number: number): PdfDict | undefined {
  const value = document.get(number)
  return isKind(value, 'dict') ? value : undefined
}

/** Whether a changed object is one that a further signature has to touch, and only in the place it has to. Growth itself is checked apart. */
function permitted(frame: Frame, number: number, old: PdfValue, now: PdfValue): boolean {
  if (number === frame.fields || frame.annotationLists.has(number)) return isKind(now, 'array')
  if (!isKind(old, 'dict') || !isKind(now, 'dict')) return false
  if (number === frame.root) return sameBut(old, now, 'AcroForm', 'DSS') && formGrew(frame)
  if (number === frame.form) return formGrew(frame)
  if (frame.pages.has(number)) return sameBut(old, now, 'Annots')
  return false
}

function sameBut(old: PdfDict, now: PdfDict, ...except: string[]): boolean {
  const keys = new Set([...old.entries.keys(), ...now.entries.keys()])
  return [...keys].every((key) => except.includes(key) || same(old.entries.get(key), now.entries.get(key)))
}

function formGrew({ before, after }: Frame): boolean {
  const [old, now] = [before, after].map((document) => document.resolve(catalogOf(document).dict.entries.get('AcroForm')))
  if (!isKind(now, 'dict')) return false
  return sameBut(isKind(old, 'dict') ? old : { kind: 'dict', entries: new Map() }, now, 'Fields', 'SigFlags')
}

/** Lists that may grow must keep what they had, in order, and gain signed fields only. */
function growthOf(before: PdfDocument, after: PdfDocument, pages: readonly number[]): string[] {
  const problems: string[] = []
  if (!grew(before, after, fieldsOf(before), fieldsOf(after))) problems.push('form fields')
  for (const page of pages) {
    const [old, now] = [before, after].map((document) => listOf(document, dictAt(document, page)?.entries.get('Annots')))
    if (!grew(before, after, old, now)) problems.push('annotations')
  }
  if (pages.join(' ') !== pagesOf(after).join(' ')) problems.push('pages')
  return problems
}

function fieldsOf(document: PdfDocument): PdfArray | undefined {
  const form = document.resolve(catalogOf(document).dict.entries.get('AcroForm'))
  return isKind(form, 'dict') ? listOf(document, form.entries.get('Fields')) : undefined
}

function listOf(document: PdfDocument, value: PdfValue | undefined): PdfArray | undefined {
  const list = document.resolve(value)
  return isKind(list, 'array') ? list : undefined
}

function grew(before: PdfDocument, after: PdfDocument, old: PdfArray | undefined, now: PdfArray | undefined): boolean {
  const [had, has] = [old?.items ?? [], now?.items ?? []]
  if (has.length < had.length || !had.every((item, index) => same(item, has[index]))) return false
  return has.slice(had.length).every((item) => isKind(item, 'ref') && isSignedWidget(before, after, item.number))
}

// No actions, no children, no parent: a new field signs and does nothing else.
const widgetKeys = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'V',
  'F',
  'P',
  'Rect',
  'AP',
  'MK',
  'DA',
  'Ff',
  'Border',
  'BS',
  'Lock',
  'SV',
])

function isSignedWidget(before: PdfDocument, after: PdfDocument, number: number): boolean {
  const widget = dictAt(after, number)
  if (widget === undefined || before.get(number) !== null) return false
  const value = widget.entries.get('V')
  const signature = after.resolve(value)
  return (
    nameIs(widget.entries.get('FT'), 'Sig') &&
    nameIs(widget.entries.get('Subtype'), 'Widget') &&
    [...widget.entries.keys()].every((key) => widgetKeys.has(key)) &&
    isKind(value, 'ref') &&
    before.get(value.number) === null &&
    isKind(signature, 'dict') &&
    signature.entries.has('ByteRange')
  )
}

const mostValues = 5_000_000

function allReferences(document: PdfDocument): Set<number> {
  const found = new Set<number>()
  let left = mostValues
  const walk = (value: PdfValue | undefined): void => {
    if (left-- < 0) throw new Error('too many values')
    if (isKind(value, 'ref')) found.add(value.number)
    else if (isKind(value, 'array')) for (const item of value.items) walk(item)
    else if (isKind(value, 'dict')) for (const entry of value.entries.values()) walk(entry)
    else if (isKind(value, 'stream')) walk(value.dict)
  }
  for (const number of document.entries.keys()) walk(document.get(number))
  walk(document.trailer)
  return found
}
