import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, highlight } from './index.ts'

const marked = (text: string, question: string): string[] =>
  highlight(text, question)
    .filter((piece) => piece.match)
    .map((piece) => piece.text)

test.each([
  ['居民身份证申领', '身份证', ['居民身份证']],
  ['居民身份证申领', '身分证', ['居民身份证']],
  ['申领、換領居民身份證', '换领', ['換領']],
  ['ＡＢＣ公司', 'abc', ['ＡＢＣ']],
  ['取水许可审批', '取税', ['取水']],
  ['食品经营许可（新办）', '食品经营许可证', ['食品经营许可']],
  ['公证处地址', '公正处', ['公证处']],
  ['公正公开', '公正', ['公正']],
  ['个体工商户设立登记', '我想开店', ['个体工商户设立']],
  ['道路运输', '不存在的词', []],
  ['开发区里的店', '开个店', []],
])('in %s, asked for %s, is marked %j', (text, question, pieces) => {
  expect(marked(text, question)).toEqual(pieces)
})

test('pieces are text, never markup', () => {
  expect(highlight('<b>身份证</b>', '身份证')).toEqual([
    { text: '<b>', match: false },
    { text: '身份证', match: true },
    { text: '</b>', match: false },
  ])
})

test('an excerpt of a long text shows the first match with something before and after', () => {
  const text = `${'前'.repeat(300)}公证处${'后'.repeat(300)}`
  const pieces = excerpt(text, '公证处', 40)
  expect(pieces.at(0)).toEqual({ text: '…', match: false })
  expect(pieces.at(-1)).toEqual({ text: '…', match: false })
  expect(pieces.filter((piece) => piece.match)).toEqual([{ text: '公证处', match: true }])
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThanOrEqual(43)
  expect(excerpt('短', '公证处')).toEqual([{ text: '短', match: false }])
})

const text = fc.string({ unit: fc.constantFrom(...Array.from('身份证營業執照公正ＡB1 ，<𠮷㎏')), maxLength: 60 })

test('the pieces joined are the text, whatever the text and the question', () => {
  fc.assert(
    fc.property(text, text, (written, question) => {
      const pieces = highlight(written, question)
      expect(pieces.map((piece) => piece.text).join('')).toBe(written)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      const neighbours = pieces.slice(1).map((piece, place) => piece.match && pieces[place]?.match)
      expect(neighbours).not.toContain(true)
    }),
  )
})

test('an excerpt is a part of the text and never half a sign', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 20 }), (written, question, length) => {
      const shown = excerpt(written, question, length)
        .map((piece) => piece.text)
        .join('')
        .replaceAll('…', '')
      expect(written).toContain(shown)
      expect(shown.isWellFormed()).toBe(true)
    }),
  )
})
