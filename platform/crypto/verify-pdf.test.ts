import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signPdf } from './pades.ts'
import { catalogOf, openPdf, pagesOf } from './pdf-document.ts'
import { isKind, pdfArray, pdfDict, pdfName, pdfNumbers, pdfRef, pdfText, withEntries, type PdfDict, type PdfValue } from './pdf-values.ts'
import { appendUpdate, type PdfChange } from './pdf-writer.ts'
import { makeRevocationList } from './revocation-list.ts'
import type { Signer } from './signer.ts'
import { anAuthority } from './testing.ts'
import { isSignature, numberOf, packedPdf, paperPdf } from './testing-pdf.ts'
import { localTimeStamper } from './time-stamper.ts'
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

/** An incremental update on top of the signed paper, as an attacker or a careless editor makes it. */
function updated(
  change: (of: {
    size: number
    page: number
    pageDict: PdfDict
    root: number
    catalog: PdfDict
    get: (n: number) => PdfValue
  }) => PdfChange[],
): Buffer {
  const document = openPdf(signed)
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

function dictOf(value: PdfValue | undefined): PdfDict {
  if (!isKind(value, 'dict')) throw new Error('no dictionary')
  return value
}

test('an untouched paper is valid, an unsigned one is unsigned, and no paper is unreadable', () => {
  expect(check(signed)).toMatchObject({ verdict: 'valid', problems: [] })
  expect(check(paperPdf())).toEqual({ verdict: 'unsigned', signatures: [], problems: [] })
  expect(check(Buffer.from('PK'))).toMatchObject({ verdict: 'unreadable', signatures: [] })
  expect(check(Buffer.of()).verdict).toBe('unreadable')
})

describe('changed bytes', () => {
  test('R3-46 a sealed paper verifies, and with a byte changed anywhere outside of the signature itself it never does', () => {
    expect(check(signed).verdict).toBe('valid')
    const from = signed.indexOf('/Contents <') + '/Contents <'.length
    const to = signed.indexOf('>', from)
    fc.assert(
      fc.property(fc.nat({ max: signed.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, mask) => {
        fc.pre(position < from || position >= to)
        const changed = Buffer.from(signed)
        changed.writeUInt8(changed.readUInt8(position) ^ mask, position)
        expect(check(changed).verdict).not.toBe('valid')
      }),
      { numRuns: 300 },
    )
  })

  test('a changed digit of the signature breaks it, and so does anything in the room left over', () => {
    const from = signed.indexOf('/Contents <') + '/Contents <'.length
    const to = signed.indexOf('>', from)
    for (const position of [to - 1, to - 100]) {
      const changed = Buffer.from(signed)
      changed.write('7', position, 'latin1')
      expect(check(changed)).toMatchObject({ verdict: 'altered', signatures: [{ problems: ['unreadableSignature'] }] })
    }
    const content = Buffer.from(signed)
    content.writeUInt8(content.readUInt8(3000) ^ 1, 3000)
    expect(check(content)).toMatchObject({ verdict: 'altered', signatures: [{ valid: false, problems: ['digestMismatch'] }] })
  })

  test('a file cut anywhere is not valid and never crashes or hangs the checker', () => {
    for (let length = 0; length < signed.length; length += 97) expect(check(signed.subarray(0, length)).verdict).not.toBe('valid')
  })

  test('bytes mixed at random are reported, not thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: signed.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 40 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (edits) => {
          const changed = Buffer.from(signed)
          for (const [position, bytes] of edits) changed.set(bytes.subarray(0, changed.length - position), position)
          const report = check(changed)
          expect(['unreadable', 'altered', 'unsigned', 'untrusted', 'valid']).toContain(report.verdict)
          expect(report.verdict !== 'valid' || changed.equals(signed)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

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

describe('trust and time', () => {
  const stampedAt = (moment: Date) =>
    signPdf(paperPdf(), signer, { at: moment, timeStamper: localTimeStamper(world.timeStamp, () => moment) })
  const afterEnd = new Date('2029-06-01T00:00:00Z')

  test('under other anchors the paper is untrusted', async () => {
    const { root } = await anAuthority('ecdsa-p256')
    expect(verifyPdf(signed, { anchors: [root], now })).toMatchObject({ verdict: 'untrusted', signatures: [{ problems: ['untrusted'] }] })
  })

  test('once the certificate has ended, only a time stamp from before keeps the signature', async () => {
    const question = { anchors: [world.root], now: afterEnd }
    expect(verifyPdf(signed, question)).toMatchObject({ verdict: 'expired', signatures: [{ problems: ['expired'], stamped: false }] })
    expect(verifyPdf(signed, { ...question, signedAt: at }).verdict).toBe('valid')
    expect(verifyPdf(await stampedAt(at), question)).toMatchObject({ verdict: 'valid', signatures: [{ stamped: true, signedAt: at }] })
  })

  test('after a revocation, only a time stamp from before it keeps the signature', async () => {
    const revoked = [{ serial: signer.certificate.serial, at: new Date('2026-06-01T12:00:00Z'), reason: 'keyCompromise' as const }]
    const list = await makeRevocationList(world.authority, { number: 1, thisUpdate: at, nextUpdate: new Date('2026-07-01Z'), revoked })
    const question = { anchors: [world.root], now, revocationLists: [list] }
    expect(verifyPdf(signed, question)).toMatchObject({ verdict: 'revoked', signatures: [{ revocation: { reason: 'keyCompromise' } }] })
    expect(verifyPdf(await stampedAt(at), question).verdict).toBe('valid')
    expect(verifyPdf(await stampedAt(new Date('2026-06-01T13:00:00Z')), question).verdict).toBe('revoked')
  })

  test('a time stamp of an unknown authority, or from the future, proves nothing', async () => {
    const other = await anAuthority('ecdsa-p256')
    const foreign = await signPdf(paperPdf(), signer, { at, timeStamper: localTimeStamper(other.timeStamp, () => at) })
    expect(check(foreign)).toMatchObject({ verdict: 'untrusted', signatures: [{ problems: ['timeStampUntrusted'] }] })
    expect(verifyPdf(foreign, { anchors: [world.root], timeStampAnchors: [other.root], now }).verdict).toBe('valid')
    expect(check(await stampedAt(new Date('2026-08-01Z'))).verdict).toBe('untrusted')
  })

  test('where lists are required, their absence is told', () => {
    expect(verifyPdf(signed, { anchors: [world.root], now, revocation: 'required' })).toMatchObject({
      verdict: 'untrusted',
      signatures: [{ problems: ['revocationUnknown'] }],
    })
  })
})

test('large and deep files are answered within bounds', () => {
  const deep = Buffer.from(
    `%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}\nendobj\nxref\n1 1\n0000000009 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n1000024\n%%EOF`,
  )
  const sections = Buffer.from(`%PDF-1.7\n${'xref\n0 0\ntrailer <</Prev 9>>\n'.repeat(100_000)}startxref\n9\n%%EOF`)
  const from = performance.now()
  for (const file of [deep, sections, Buffer.alloc(20_000_000, '/ByteRange '), packedPdf(paperPdf())])
    expect(check(file).verdict).toMatch(/unreadable|unsigned/)
  expect(performance.now() - from).toBeLessThan(4000)
})

function stream(text: string): PdfValue {
  return { kind: 'stream', dict: pdfDict({}), data: Buffer.from(text) }
}

function referenceIn(dict: PdfDict, key: string): number {
  const value = dict.entries.get(key)
  if (!isKind(value, 'ref')) throw new Error('no reference')
  return value.number
}

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
