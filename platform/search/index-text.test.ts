import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, indexText } from './index.ts'
import { simplified } from './traditional.ts'

test('long words are found by the words within them', () => {
  expect(indexText('居民身份证申领').words.split(' ')).toEqual(['居民', '身份', '身份证', '居民身份证', '申领'])
})

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['營業執照', '营业执照'],
  ['Ｗｉ－Ｆｉ　設備', 'wi-fi 设备'],
  ['㎏', 'kg'],
])('%s is compared as %s', (written, compared) => {
  expect(fold(written)).toBe(compared)
})

test('the table of traditional signs is one to one and leads to no sign that would be changed again', () => {
  for (const [from, to] of simplified) {
    expect([Array.from(from).length, Array.from(to).length]).toEqual([1, 1])
    expect(simplified.has(to)).toBe(false)
  }
  expect(simplified.size).toBeGreaterThan(300)
})

test('signs of the query language and markup never enter the index', () => {
  const { words, pinyin } = indexText(`<b>居民's & | ! ( ) :* <-> \\ "身份证"</b>`)
  expect(words).toMatch(/^[a-z0-9\p{Script=Han} ]*$/u)
  expect(pinyin).toMatch(/^[a-z0-9 ]*$/)
})

test('what cannot be told apart by ear is written alike', () => {
  const sound = (text: string) => indexText(text).pinyin
  expect(sound('身分证')).toBe(sound('身份证'))
  expect(sound('四川')).toBe(sound('是川'))
  expect(sound('南')).toBe(sound('兰'))
  expect(sound('林')).toBe(sound('宁'))
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('身份证營業執照ＡBc1２店 ，。<>&|!*:\'"\\𠮷㎏é')) }),
)

test('folding once is enough, and any text can be indexed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { words } = indexText(text)
      expect(words).toMatch(/^[a-z0-9\p{Script=Han} ]*$/u)
      for (const word of words.split(' ')) expect(word.length).toBeLessThanOrEqual(64)
    }),
  )
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('身份證業Ａａ1２ ')) }), (text) => fold(fold(text)) === fold(text)))
})
