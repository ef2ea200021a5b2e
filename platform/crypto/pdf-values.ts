/** The values a PDF is made of (ISO 32000-1, 7.3). */
export type PdfName = { kind: 'name'; name: string }
/** A string, and where it stands in the file: a signature's room is recognised by its place. */
export type PdfString = { kind: 'string'; bytes: Buffer; hex: boolean; at: number; end: number }
export type PdfRef = { kind: 'ref'; number: number; generation: number }
export type PdfArray = { kind: 'array'; items: PdfValue[] }
export type PdfDict = { kind: 'dict'; entries: ReadonlyMap<string, PdfValue> }
export type PdfStream = { kind: 'stream'; dict: PdfDict; data: Buffer }
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream

export const pdfName = (name: string): PdfName => ({ kind: 'name', name })
export const pdfRef = (number: number, generation = 0): PdfRef => ({ kind: 'ref', number, generation })
export const pdfArray = (...items: PdfValue[]): PdfArray => ({ kind: 'array', items })
export const pdfNumbers = (...items: number[]): PdfArray => ({ kind: 'array', items })
export const pdfBytes = (bytes: Uint8Array): PdfString => ({ kind: 'string', bytes: Buffer.from(bytes), hex: true, at: 0, end: 0 })

/** Text as PDF wants it: ASCII as it is, all else as UTF-16 with a byte order mark. */
export function pdfText(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return pdfBytes(Buffer.from(text, 'latin1'))
  return pdfBytes(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]))
}

export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isKind(value, 'string')) return undefined
  const { bytes } = value
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0
  return wide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')
}

export function pdfDict(entries: Record<string, PdfValue | undefined>): PdfDict {
  const given = Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined)
  return { kind: 'dict', entries: new Map(given) }
}

/** The dictionary with some entries set anew; `undefined` takes an entry out. */
export function withEntries(dict: PdfDict, entries: Record<string, PdfValue | undefined>): PdfDict {
  const changed = new Map(dict.entries)
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) changed.delete(key)
    else changed.set(key, value)
  }
  return { kind: 'dict', entries: changed }
}

type Kinds = { name: PdfName; string: PdfString; ref: PdfRef; array: PdfArray; dict: PdfDict; stream: PdfStream }

export function isKind<K extends keyof Kinds>(value: PdfValue | undefined, kind: K): value is Kinds[K] {
  return typeof value === 'object' && value !== null && value.kind === kind
}

export function nameIs(value: PdfValue | undefined, ...names: string[]): boolean {
  return isKind(value, 'name') && names.includes(value.name)
}
