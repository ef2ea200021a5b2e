import { corporateThemes, itemTypes, personThemes } from '@yiwang/standards'
import { expect, test } from 'vitest'
import { nameIn } from './english-names.ts'

test('every theme of people and of organisations and every kind of item has an English name; in Chinese it keeps its own', () => {
  const names = [...personThemes.entries, ...corporateThemes.entries, ...itemTypes].map(({ name }) => name)
  expect(names.filter((name) => /[一-鿿]/.test(nameIn('en', name)))).toEqual([])
  expect(names.map((name) => nameIn('zh', name))).toEqual(names)
})

test('what has no English name is shown as it is published', () => {
  expect(nameIn('en', '杭州市司法局')).toBe('杭州市司法局')
})
