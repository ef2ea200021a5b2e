import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readValue } from './pdf-reader.ts'
import { isKind, pdfText, textOf, type PdfValue } from './pdf-values.ts'
import { writeValue } from './pdf-writer.ts'
import { CryptoProblem } from './problems.ts'

const read = (text: string) => readValue({ bytes: Buffer.from(text, 'latin1'), at: 0 })
const rewritten = (text: string) => writeValue(read(text)).toString('latin1')

test.each([
  ['  12 ', '12'],
  ['-.5', '-0.5'],
  ['true', 'true'],
  ['null', 'null'],
  ['/A#20b', '/A#20b'],
  ['(a\\(b\\)\\101\\n(c))', '<6128622941 0a286329>'.replace(' ', '')],
  ['<48 6>', '<4860>'],
  ['[1 0 R 2 (x)]', '[1 0 R 2 <78>]'],
  ['<</B 1%comment\n/A<</C null>>>>', '<</A <</C null>> /B 1>>'],
  ['1 0 5', '1'],
])('%s is read and written as %s', (given, written) => {
  expect(rewritten(given)).toBe(written)
})

test.each(['', '<<', '[1', '(open', '<4x>', '<</A 1 /A 2>>', '<</A>>', 'obj', '<<1 2>>', '>', '['.repeat(100)])(
  '“%s” is a typed problem',
  (text) => {
    expect(() => read(text)).toThrow(CryptoProblem)
  },
)

test('a string knows where it stands, brackets included', () => {
  const value = read('<< /Contents <00ff> >>')
  const contents = isKind(value, 'dict') ? value.entries.get('Contents') : undefined
  expect(contents).toMatchObject({ at: 13, end: 19, hex: true })
})

test('texts of any script survive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(text.isWellFormed())
      expect(textOf(readValue({ bytes: writeValue(pdfText(text)), at: 0 }))).toBe(text)
    }),
  )
  expect(textOf(null)).toBeUndefined()
})

test('whatever value is written is read back the same', () => {
  const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<PdfValue>(null, true, false),
      fc.integer({ min: -9999, max: 9999 }),
      fc.string({ unit: 'binary-ascii' }).map((name): PdfValue => ({ kind: 'name', name })),
      fc.uint8Array().map((bytes): PdfValue => ({ kind: 'string', bytes: Buffer.from(bytes), hex: true, at: 0, end: 0 })),
      fc.nat({ max: 9999 }).map((number): PdfValue => ({ kind: 'ref', number, generation: 0 })),
      fc.array(tie('value'), { maxLength: 4 }).map((items): PdfValue => ({ kind: 'array', items })),
      fc
        .dictionary(fc.string({ unit: 'binary-ascii' }), tie('value'), { maxKeys: 4 })
        .map((entries): PdfValue => ({ kind: 'dict', entries: new Map(Object.entries(entries)) })),
    ),
  }))
  fc.assert(
    fc.property(value, (given) => {
      const written = writeValue(given)
      expect(writeValue(readValue({ bytes: written, at: 0 })).toString('latin1')).toBe(written.toString('latin1'))
    }),
  )
})
