import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainStart, firstBrokenLink, nextLink, type ChainRow } from './chain.ts'
import { sm3 } from './sm3.ts'

function chainOf(contents: Uint8Array[]): ChainRow[] {
  let previous: Uint8Array = chainStart
  return contents.map((content) => {
    previous = nextLink(previous, content)
    return { content, link: previous }
  })
}

test('a link is SM3 of the previous link and the content', () => {
  expect(nextLink(chainStart, Buffer.from('abc'))).toEqual(sm3(Buffer.alloc(32), 'abc'))
})

test('an untouched chain is whole, also when checked from a known link on', () => {
  const rows = chainOf(['one', 'two', 'three'].map((text) => Buffer.from(text)))
  expect(firstBrokenLink(rows)).toBeUndefined()
  expect(firstBrokenLink(rows.slice(1), rows[0]?.link)).toBeUndefined()
  expect(firstBrokenLink([])).toBeUndefined()
})

test('a change, a removal, an insertion or an exchange is found at the first row it touches', () => {
  const row = fc.uint8Array({ maxLength: 20 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(), row, (contents, at, other) => {
      const rows = chainOf(contents)
      const index = at % rows.length
      const touched = rows.map((each, i) => (i === index ? { ...each, content: Buffer.concat([each.content, other, Buffer.of(1)]) } : each))
      expect(firstBrokenLink(touched)).toBe(index)
      const removed = rows.toSpliced(index, 1)
      expect(firstBrokenLink(removed)).toBe(index === rows.length - 1 ? undefined : index)
      expect(firstBrokenLink(rows.toSpliced(index, 0, { content: other, link: sm3(other) }))).toBe(index)
    }),
  )
})

test('a previous link of another length is refused, so that content cannot pass for a link', () => {
  expect(() => nextLink(Buffer.alloc(31), Buffer.alloc(1))).toThrow('hash chain')
})
