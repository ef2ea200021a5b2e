import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escape, tag, wrap } from './svg.ts'

test('attributes and text are escaped, absent attributes left out', () => {
  expect(tag('text', { x: 1.26, fill: '"><script>', y: undefined }, escape(`a<b & 'c'`))).toBe(
    '<text x="1.3" fill="&quot;&gt;&lt;script&gt;">a&lt;b &amp; &#39;c&#39;</text>',
  )
})

test('what XML forbids is dropped, rare Han characters are kept', () => {
  expect(escape('a\u0000b\u0008\uFFFE\uD800c𠀀')).toBe('abc𠀀')
})

test('no text ever becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escape(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/)
    }),
  )
})

test('Han characters count double, and what does not fit ends in an ellipsis', () => {
  expect(wrap('征求协办部门意见', 70, 14, 3)).toEqual(['征求协办部', '门意见'])
  expect(wrap('征求协办部门意见并汇总答复', 56, 14, 2)).toEqual(['征求协办', '部门意…'])
  expect(wrap('site visit', 56, 14, 3)).toEqual(['site vi', 'sit'])
  expect(wrap('', 50, 14, 3)).toEqual([])
})
