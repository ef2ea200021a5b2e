import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryText } from './index.ts'

const waysOf = (question: string): string[] => queryText(question).units.flatMap((unit) => unit.ways.map((way) => way.join('')))

test.each([
  ['身分证', '身份证'],
  ['身分証', '身份证'],
  ['生份证', '身份证'],
  ['營業執照', '营业执照'],
  ['公正处', '公证处'],
  ['户口薄', '户口簿'],
  ['社宝卡', '社保卡'],
  ['公急金', '公积金'],
  ['jiashizheng', '驾驶证'],
  ['sfz', '身份证'],
  ['营夜执照', '营业执照'],
])('who writes %s is also understood to mean %s', (written, meant) => {
  expect(waysOf(written)).toContain(meant)
})

test.each([
  ['我想开个店怎么办', '个体工商户'],
  ['开饭店', '食品经营许可'],
  ['小孩上户口', '出生登记'],
  ['社保卡丢了', '补领'],
  ['社会保障卡', '社保卡'],
  ['身份证', '居民身份证'],
])('everyday words reach the words of the office: %s → %s', (written, meant) => {
  const ways = waysOf(written)
  // as words, since the official name may be more than one
  expect(ways.some((way) => way === meant || way === meant.replace('许可证', '许可'))).toBe(true)
})

test('the small words around a question are left out, but never all of it', () => {
  expect(queryText('我要办理身份证怎么办').units.map((unit) => unit.written)).toEqual(['身份证'])
  expect(queryText('怎么办').units.map((unit) => unit.written)).toEqual(['怎么办'])
  expect(queryText('  ，。！')).toEqual({ all: '', any: '', pinyin: '', units: [] })
})

test('several things are all wanted first, any of them after', () => {
  const { all, any } = queryText('取水 审批')
  expect(all).toBe("'取水' & '审批'")
  expect(any).toBe("'取水' | '审批'")
})

test('who asks for the licence document also means the licence', () => {
  expect(queryText('食品经营许可证').all).toBe("('食品' & '经营' & '许可')")
})

test('while somebody types, the last word may be incomplete', () => {
  expect(queryText('取水 审', { typing: true }).all).toBe("'取水' & '审':*")
  expect(queryText('取水 审').all).not.toContain(':*')
})

test('endless questions are cut, and do not cost endless time', () => {
  const { units } = queryText('取水审批燃气'.repeat(10_000))
  expect(units.length).toBeLessThanOrEqual(16)
  expect(queryText(`${'x'.repeat(5000)} ${'9'.repeat(5000)}`).all.length).toBeLessThan(300)
})

const QUERY = /^(?:[()&| ]|'[a-z0-9\p{Script=Han}]+'(?::\*)?)*$/u

test('whatever is asked, only quoted words and our own operators reach the store', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from('身份证办店ab1 \'"\\&|!():*<>-;%_$')) }),
  )
  fc.assert(
    fc.property(hostile, fc.boolean(), (question, typing) => {
      const { all, any, pinyin } = queryText(question, { typing })
      expect(all).toMatch(QUERY)
      expect(any).toMatch(QUERY)
      expect(pinyin).toMatch(/^[a-z0-9 ]*$/)
      const depth = Array.from(all).reduce((level, sign) => level + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0)
      expect(depth).toBe(0)
    }),
  )
})
