import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { askJudge, hasJudge } from './outside-judge.ts'
import { catalogOf, openPdf, pagesOf } from './pdf-document.ts'
import { isKind, pdfDict, pdfName } from './pdf-values.ts'
import { appendUpdate, writeValue } from './pdf-writer.ts'
import { CryptoProblem } from './problems.ts'
import { packedPdf, paperPdf, plainPdf } from './testing-pdf.ts'

test.each([
  ['a table', paperPdf()],
  ['a table in PDF 1.4', plainPdf()],
  ['streams', packedPdf(paperPdf())],
])('a document with its cross-reference in %s is read whole', (_what, pdf) => {
  const document = openPdf(pdf)
  expect(pagesOf(document)).toHaveLength(2)
  expect(catalogOf(document).dict.entries.has('Pages')).toBe(true)
  expect(
    [...document.entries.keys()].map((number) => document.get(number)).filter((value) => isKind(value, 'stream')).length,
  ).toBeGreaterThan(3)
})

test.each([
  ['a table', paperPdf(), 'table'],
  ['streams', packedPdf(paperPdf()), 'stream'],
] as const)('an update appends to a document with %s, in its own kind, and leaves every earlier byte', (_what, pdf, kind) => {
  const before = openPdf(pdf)
  const value = pdfDict({ Type: pdfName('Note') })
  const after = openPdf(
    appendUpdate(before, [
      { number: before.size, value },
      { number: before.size + 3, value: { kind: 'stream', dict: pdfDict({}), data: Buffer.from('x') } },
    ]),
  )
  expect(after.bytes.subarray(0, pdf.length)).toEqual(pdf)
  expect(after.sections.map((section) => section.kind)).toEqual([kind, kind])
  expect(writeValue(after.get(before.size))).toEqual(writeValue(value))
  expect(isKind(after.get(before.size + 3), 'stream')).toBe(true)
  expect(after.get(before.size + 1)).toBeNull()
  expect(pagesOf(after)).toEqual(pagesOf(before))
})

const tail = '\ntrailer <</Root 1 0 R /Size 3>>\nstartxref\n9\n%%EOF\n'

test.each([
  ['nothing', ''],
  ['no header', 'hello'],
  ['no startxref', '%PDF-1.7\n'],
  ['a startxref past the end', '%PDF-1.7\nstartxref\n99999\n%%EOF'],
  ['a table that never ends', '%PDF-1.7\nxref\n0 999999999\n'],
  ['a circle of sections', '%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R /Size 3 /Prev 9>>\nstartxref\n9\n%%EOF'],
  ['an encrypted file', '%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R /Encrypt 2 0 R>>\nstartxref\n9\n%%EOF'],
  ['two cross-references for two kinds of reader', '%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R /XRefStm 9>>\nstartxref\n9\n%%EOF'],
])('%s cannot be opened, and says so with a typed problem', (_what, text) => {
  expect(() => openPdf(Buffer.from(text, 'latin1'))).toThrow(CryptoProblem)
})

test('an object that is not where the cross-reference says is not guessed at', () => {
  const document = openPdf(Buffer.from(`%PDF-1.7\nxref\n1 1\n0000000003 00000 n \n${tail}`, 'latin1'))
  expect(() => document.get(1)).toThrow(CryptoProblem)
})

test('an object stream that unpacks to gigabytes is refused before memory is full', () => {
  const data = deflateSync(Buffer.alloc(300 * 1024 * 1024))
  const before = openPdf(packedPdf(paperPdf()))
  const dict = pdfDict({ Type: pdfName('ObjStm'), N: 1, First: 4, Filter: pdfName('FlateDecode') })
  const bomb = openPdf(appendUpdate(before, [{ number: before.size - 2, value: { kind: 'stream', dict, data } }]))
  expect(() => catalogOf(bomb)).toThrow(CryptoProblem)
})

test('a page tree that bites its tail is refused', () => {
  const before = openPdf(paperPdf())
  const pages = catalogOf(before).dict.entries.get('Pages')
  const number = isKind(pages, 'ref') ? pages.number : 0
  const loop = appendUpdate(before, [
    { number, value: pdfDict({ Kids: { kind: 'array', items: [{ kind: 'ref', number, generation: 0 }] } }) },
  ])
  expect(() => pagesOf(openPdf(loop))).toThrow(CryptoProblem)
})

describe.runIf(hasJudge('pdfsig'))('poppler as judge of what is written', () => {
  test('poppler reads the packed document and its update as whole files without a signature', () => {
    const before = openPdf(packedPdf(paperPdf()))
    const updated = appendUpdate(before, [{ number: before.size, value: pdfDict({}) }])
    for (const file of [before.bytes, updated]) {
      const { output } = askJudge('pdfsig', ['a.pdf'], { 'a.pdf': file })
      expect(output).toContain('does not contain any signatures')
      expect(output).not.toContain('Syntax')
    }
  })
})
