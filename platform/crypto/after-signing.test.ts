import { beforeAll, describe, expect, test } from 'vitest'
import { signPdf } from './pades.ts'
import { openPdf, pagesOf } from './pdf-document.ts'
import { isKind, pdfArray, pdfDict, pdfName, pdfNumbers, pdfRef, pdfText, withEntries, type PdfDict, type PdfValue } from './pdf-values.ts'
import { appendUpdate, type PdfChange } from './pdf-writer.ts'
import type { Signer } from './signer.ts'
import { anAuthority } from './testing.ts'
import { isSignature, numberOf, paperPdf } from './testing-pdf.ts'
import { dictOf, referenceIn, stream, updateOf, type SeenPaper } from './testing-update.ts'
import { verifyPdf, type PdfReport } from './verify-pdf.ts'

const at = new Date('2026-06-01T08:00:00Z')
const now = new Date('2026-06-02T08:00:00Z')

let world: Awaited<ReturnType<typeof anAuthority>>
let signer: Signer
let signed: Buffer

beforeAll(async () => {
  world = await anAuthority('ecdsa-p256')
  signer = await world.issue()
  signed = await signPdf(paperPdf(), signer, { at })
})

const check = (pdf: Uint8Array): PdfReport => verifyPdf(pdf, { anchors: [world.root], now })

const updated = (change: (seen: SeenPaper) => PdfChange[]): Buffer => updateOf(signed, change)

describe('incremental saving', () => {
  const attacks: [string, () => Buffer, string][] = [
    [
      'the content of a page is replaced',
      () =>
        updated(({ size, page, pageDict }) => [
          { number: size, value: stream('BT ET') },
          { number: page, value: withEntries(pageDict, { Contents: pdfRef(size) }) },
        ]),
      'object',
    ],
    [
      'the content stream itself is replaced',
      () => updated(({ pageDict }) => [{ number: referenceIn(pageDict, 'Contents'), value: stream('0 0 99 99 re f') }]),
      'object',
    ],
    ['a page is added', () => updated(({ size, get, catalog }) => addPage(size, get, catalog)), 'object'],
    [
      'a note is laid over the text',
      () =>
        updated(({ size, page, pageDict }) =>
          annotate(size, page, pageDict, { Subtype: pdfName('FreeText'), Rect: pdfNumbers(0, 0, 500, 500) }),
        ),
      'annotations',
    ],
    [
      'an empty signature field with a picture is laid over the text',
      () =>
        updated(({ size, page, pageDict }) =>
          annotate(size, page, pageDict, { Subtype: pdfName('Widget'), FT: pdfName('Sig'), Rect: pdfNumbers(0, 0, 500, 500) }),
        ),
      'annotations',
    ],
    [
      'the seal is taken off the page',
      () => updated(({ page, pageDict }) => [{ number: page, value: withEntries(pageDict, { Annots: undefined }) }]),
      'annotations',
    ],
    ['the seal is given another picture', () => updated(({ size, get, pageDict }) => reSeal(size, get, pageDict)), 'object'],
    [
      'an action runs when the paper is opened',
      () =>
        updated(({ root, catalog }) => [
          { number: root, value: withEntries(catalog, { OpenAction: pdfDict({ S: pdfName('JavaScript') }) }) },
        ]),
      'object',
    ],
    [
      'the title is changed',
      () =>
        updated(({ get }) => [
          {
            number: referenceIn(openPdf(signed).trailer, 'Info'),
            value: withEntries(dictOf(get(referenceIn(openPdf(signed).trailer, 'Info'))), { Title: pdfText('x') }),
          },
        ]),
      'object',
    ],
    [
      'layers are brought in',
      () => updated(({ root, catalog }) => [{ number: root, value: withEntries(catalog, { OCProperties: pdfDict({}) }) }]),
      'object',
    ],
  ]

  test.each(attacks)('%s', (_what, make, word) => {
    const report = check(make())
    expect(report).toMatchObject({
      verdict: 'altered',
      signatures: [{ valid: false, coversWholeDocument: false, problems: ['changedAfterSigning'] }],
    })
    expect(report.signatures[0]?.changes.join(' ')).toContain(word)
  })

  test('a reference the signer left dangling is not filled in afterwards', async () => {
    const before = openPdf(paperPdf())
    const [page = 0] = pagesOf(before)
    const dangling = withEntries(dictOf(before.get(page)), { Thumb: pdfRef(before.size + 50) })
    const prepared = await signPdf(appendUpdate(before, [{ number: page, value: dangling }]), signer, { at })
    expect(check(prepared).verdict).toBe('valid')
    const filled = appendUpdate(openPdf(prepared), [{ number: before.size + 50, value: stream('hidden until now') }])
    expect(check(filled)).toMatchObject({ verdict: 'altered', signatures: [{ changes: [`object ${before.size + 50} filled in`] }] })
  })

  test('bytes after the end mark are reported: words, a comment, an object nobody lists, a second body', () => {
    const objectNobodyLists = Buffer.from('99 0 obj\n<<>>\nendobj\n')
    const tails = [
      Buffer.from('x'),
      Buffer.from('% a comment\n'),
      objectNobodyLists,
      signed,
      Buffer.concat([objectNobodyLists, Buffer.from('startxref\n9\n%%EOF\n')]),
    ]
    for (const tail of tails) expect(check(Buffer.concat([signed, tail])).verdict).toMatch(/altered|unreadable/)
  })

  test('an object hidden between the listed ones of an update is reported', () => {
    const harmless = updated(({ size }) => [{ number: size, value: pdfDict({}) }])
    expect(check(harmless).verdict).toBe('valid')
    const inserted = Buffer.concat([signed, Buffer.from('4 0 obj\n<<>>\nendobj\n')])
    const document = openPdf(signed)
    const hidden = appendUpdate({ ...document, bytes: inserted }, [{ number: document.size, value: pdfDict({}) }])
    expect(check(hidden)).toMatchObject({ verdict: 'altered', signatures: [{ changes: ['bytes outside of objects'] }] })
  })
})

describe('wrapped and doubled signatures', () => {
  const value = () => numberOf(signed, isSignature)
  const rewritten = (change: (dict: PdfDict) => PdfDict) => updated(({ get }) => [{ number: value(), value: change(dictOf(get(value()))) }])

  test('a signature moved behind new content with its old ranges does not pass (USF)', () => {
    const report = check(rewritten((dict) => dict))
    expect(report.verdict).toBe('altered')
    expect(report.signatures[0]?.problems).toContain('byteRange')
  })

  test.each(['ByteRange', 'Contents', 'SubFilter'])('a signature without %s does not pass', (key) => {
    expect(check(rewritten((dict) => withEntries(dict, { [key]: undefined }))).verdict).toBe('altered')
  })

  test.each([[[0, 10, 20]], [[0, 0, 0, 0]], [[-1, 5, 9, 100]], [[0, 1e9, 2e9, 5]], [[5, 100, 200, 300]]])(
    'the byte range %j does not pass',
    (numbers) => {
      expect(check(rewritten((dict) => withEntries(dict, { ByteRange: pdfNumbers(...numbers) }))).verdict).toBe('altered')
    },
  )

  test('a wider gap round the signature, where other content could stand, does not pass', () => {
    const text = signed.toString('latin1')
    const [range = '', from = '0', to = '0', rest = '0'] = /\[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? []
    const wider = `[0 ${Number(from) - 1} ${Number(to)} ${rest}]`
    expect(wider).toHaveLength(range.length)
    expect(check(Buffer.from(text.replace(range, wider), 'latin1'))).toMatchObject({
      verdict: 'altered',
      signatures: [{ problems: ['byteRange'] }],
    })
  })

  test('a form taken out after signing leaves traces that tell', () => {
    const report = check(updated(({ root, catalog }) => [{ number: root, value: withEntries(catalog, { AcroForm: undefined }) }]))
    expect(report).toMatchObject({ verdict: 'altered', signatures: [], problems: ['1 byte ranges for 0 signatures'] })
  })

  test('a second field for the same signature does not pass', () => {
    const twice = updated(({ size, root, catalog }) => {
      const form = dictOf(catalog.entries.get('AcroForm'))
      const fields = form.entries.get('Fields')
      const field = pdfDict({ FT: pdfName('Sig'), Subtype: pdfName('Widget'), T: pdfText('twin'), V: pdfRef(value()) })
      const grown = pdfArray(...(isKind(fields, 'array') ? fields.items : []), pdfRef(size))
      return [
        { number: size, value: field },
        { number: root, value: withEntries(catalog, { AcroForm: withEntries(form, { Fields: grown }) }) },
      ]
    })
    expect(check(twice).verdict).toBe('altered')
  })
})

describe('what may be done after signing', () => {
  test('evidence about signatures may be added (DSS), and nothing beside it', () => {
    const withEvidence = updated(({ size, root, catalog }) => [
      { number: size, value: stream('a revocation list') },
      { number: root, value: withEntries(catalog, { DSS: pdfDict({ CRLs: pdfArray(pdfRef(size)) }) }) },
    ])
    expect(check(withEvidence)).toMatchObject({ verdict: 'valid', signatures: [{ valid: true, coversWholeDocument: false, changes: [] }] })
  })

  test('a further signature by a stranger is itself untrusted and leaves the first one valid', async () => {
    const stranger = await (await anAuthority('ecdsa-p256')).issue()
    const report = check(await signPdf(signed, stranger, { at }))
    expect(report.verdict).toBe('untrusted')
    expect(report.signatures.map((each) => [each.valid, each.problems])).toEqual([
      [true, []],
      [false, ['untrusted']],
    ])
  })

  test('a change between two signatures is told by the first one, though the second covers all', async () => {
    const between = updated(({ page, pageDict }) => [{ number: page, value: withEntries(pageDict, { Rotate: 90 }) }])
    const report = check(await signPdf(between, signer, { at }))
    expect(report.verdict).toBe('altered')
    expect(report.signatures.map((each) => each.problems)).toEqual([['changedAfterSigning'], []])
  })
})

function annotate(size: number, page: number, pageDict: PdfDict, annotation: Record<string, PdfValue>): PdfChange[] {
  const held = pageDict.entries.get('Annots')
  const annotations = pdfArray(...(isKind(held, 'array') ? held.items : []), pdfRef(size))
  return [
    { number: size, value: pdfDict({ Type: pdfName('Annot'), ...annotation }) },
    { number: page, value: withEntries(pageDict, { Annots: annotations }) },
  ]
}

function addPage(size: number, get: (n: number) => PdfValue, catalog: PdfDict): PdfChange[] {
  const number = referenceIn(catalog, 'Pages')
  const pages = dictOf(get(number))
  const kids = pages.entries.get('Kids')
  const page = pdfDict({ Type: pdfName('Page'), Parent: pdfRef(number), MediaBox: pdfNumbers(0, 0, 10, 10) })
  const grown = pdfArray(...(isKind(kids, 'array') ? kids.items : []), pdfRef(size))
  return [
    { number: size, value: page },
    { number, value: withEntries(pages, { Kids: grown, Count: 3 }) },
  ]
}

function reSeal(size: number, get: (n: number) => PdfValue, pageDict: PdfDict): PdfChange[] {
  const annotations = pageDict.entries.get('Annots')
  const [field] = isKind(annotations, 'array') ? annotations.items : []
  if (!isKind(field, 'ref')) throw new Error('no field')
  return [
    { number: size, value: stream('') },
    { number: field.number, value: withEntries(dictOf(get(field.number)), { AP: pdfDict({ N: pdfRef(size) }) }) },
  ]
}
