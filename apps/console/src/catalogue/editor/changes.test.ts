import { elements, furtherFields } from '@yiwang/catalogue/rules'
import { expect, test } from 'vitest'
import { changesOf, isSame, tidy } from './changes.ts'
import { sectionOf, sections } from './element-kinds.ts'

test('R4-040 every element of appendix 1 has its place in the editor, once', () => {
  const fields = [...new Set([...elements.map(({ field }) => field), ...Object.keys(furtherFields)])]
  expect(fields.filter((field) => sectionOf(field) === undefined)).toEqual([])
  const drawn = Object.values(sections).flatMap((section) => Object.keys(section))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(drawn.filter((field) => !fields.includes(field as never))).toEqual([])
})

test('only what differs is sent, and only what may be changed', () => {
  const before = { summary: '开饭店', visits: 1, audiences: ['person' as const] }
  const screen = { summary: '开饭店 ', visits: 0, audiences: ['person', 'organisation'] }
  expect(changesOf(before, screen, ['summary', 'visits'])).toEqual({ visits: 0 })
})

test('what was emptied is sent as nothing, and what was always empty is not sent', () => {
  expect(changesOf({ forwardTo: '省局' }, { forwardTo: '', extension: { value: undefined } }, ['forwardTo', 'extension'])).toEqual({
    forwardTo: null,
  })
})

test('lists stay lists when they are emptied, groups of nothing are nothing', () => {
  expect(tidy({ charged: false, standards: [] })).toEqual({ charged: false, standards: [] })
  expect(tidy({ key: '', version: null })).toBeUndefined()
  expect(tidy(['一', ' ', '二'])).toEqual(['一', '二'])
})

test('the order of members is no difference, the order of a list is one', () => {
  expect(isSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true)
  expect(isSame([1, 2], [2, 1])).toBe(false)
})
