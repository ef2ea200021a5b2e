import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { undoRowFilters } from './pdf-reader.ts'
import { isKind, nameIs } from './pdf-values.ts'
import { readPng } from './png.ts'
import { CryptoProblem } from './problems.ts'
import { drawPicture } from './seal-picture.ts'
import { aPng, packedPdf, sealPdf } from './testing-pdf.ts'

test.each([
  [0, true, false],
  [2, false, false],
  [4, true, true],
  [6, false, true],
] as const)('a PNG of colour type %i is split into colours and transparency', (type, gray, transparent) => {
  const png = readPng(aPng(type))
  expect(png).toMatchObject({ width: 3, height: 2, gray })
  expect(png.colours).toEqual(Buffer.alloc(6 * (gray ? 1 : 3), 0x80))
  expect(png.alpha).toEqual(transparent ? Buffer.alloc(6, 0x80) : undefined)
})

test('the five row filters of PNG are undone', () => {
  const rows = Buffer.from([0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1])
  expect([...undoRowFilters(rows, 3, 1)]).toEqual([1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5])
})

test.each([
  ['no PNG', Buffer.from('GIF89a')],
  ['a cut PNG', aPng(6).subarray(0, 50)],
  ['a PNG of 16 bits', aPng(6, 3, 2, 16)],
  ['a PNG as wide as a street', aPng(6, 5000, 1)],
])('%s is a typed problem', (_what, bytes) => {
  expect(() => readPng(bytes)).toThrow(CryptoProblem)
  expect(() => drawPicture({ kind: 'pdf', bytes }, 10)).toThrow(CryptoProblem)
})

test('a PNG whose pixels unpack to more than its size is refused', () => {
  const png = aPng(0)
  const bomb = Buffer.from(deflateSync(Buffer.alloc(10_000_000)))
  const at = png.indexOf('IDAT')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bomb.length)
  const forged = Buffer.concat([
    png.subarray(0, at - 4),
    length,
    Buffer.from('IDAT'),
    bomb,
    Buffer.alloc(4),
    png.subarray(png.indexOf('IEND') - 4),
  ])
  expect(() => readPng(forged)).toThrow(CryptoProblem)
})

test('a transparent PNG becomes a form, a picture and its mask under consecutive numbers', () => {
  const changes = drawPicture({ kind: 'png', bytes: aPng(6) }, 40)
  expect(changes.map((change) => change.number)).toEqual([40, 41, 42])
  expect(drawPicture({ kind: 'png', bytes: aPng(2) }, 40)).toHaveLength(2)
})

test.each([
  ['as written', sealPdf()],
  ['packed in streams', packedPdf(sealPdf())],
])('a page of lines (%s) becomes a form with nothing left pointing back into its own file', (_what, bytes) => {
  const changes = drawPicture({ kind: 'pdf', bytes }, 100)
  const form = changes[0]?.value
  if (form === undefined || Buffer.isBuffer(form) || !isKind(form, 'stream')) throw new Error('no form')
  expect(nameIs(form.dict.entries.get('Subtype'), 'Form')).toBe(true)
  const numbers = new Set(changes.map((change) => change.number))
  const written = changes.map((change) => (Buffer.isBuffer(change.value) ? '' : JSON.stringify(change.value, replaceMaps)))
  const pointed = written.flatMap((text) => [...text.matchAll(/"kind":"ref","number":(\d+)/g)].map((match) => Number(match[1])))
  expect(pointed.every((number) => numbers.has(number))).toBe(true)
})

function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}
