import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { translator } from './i18n.ts'
import en from './messages/en.json' with { type: 'json' }
import zh from './messages/zh-CN.json' with { type: 'json' }

type Messages = { [key: string]: string | Messages }

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`)))
const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const folder = new URL('.', import.meta.url).pathname
const sources = globSync(`${folder}{src,models}/**/*.{ts,astro}`).map((file) => readFileSync(file, 'utf8'))

test('both languages have the same texts with the same places to fill in', () => {
  const [chinese, english] = [flat(zh), flat(en)]
  expect(english.map(([key]) => key)).toEqual(chinese.map(([key]) => key))
  const other = new Map(english)
  const differing = chinese.filter(([key, text]) => JSON.stringify(params(text)) !== JSON.stringify(params(other.get(key) ?? '')))
  expect(differing).toEqual([])
})

test('every text a page asks for is there', () => {
  const asked = new Set(sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '')))
  const there = new Set(flat(zh).map(([key]) => key))
  expect(asked.size).toBeGreaterThan(200)
  expect([...asked].filter((key) => !there.has(key))).toEqual([])
})

test('pages carry no Chinese of their own, except theme names and samples of data', () => {
  const outside = globSync(`${folder}src/**/*.astro`).filter((file) =>
    /[一-鿿]/.test(
      readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/[，。；：、（）]/g, ''),
    ),
  )
  expect(outside.map((file) => file.slice(folder.length))).toEqual(['src/components/Modes.astro'])
})

test('a text without its words shows its key, so that the gap is seen', () => {
  expect(translator('zh')('no.such.text')).toBe('no.such.text')
  expect(translator('zh')('constructor')).toBe('constructor')
  expect(translator('en')('search.found', { count: 3 })).toBe('3 services')
})

test('what is filled in is never filled in again', () => {
  expect(translator('zh')('search.headingFor', { question: '{question}{count}' })).toBe('“{question}{count}”的搜索结果')
})

test('in English one thing is one thing', () => {
  const en = translator('en')
  expect([1, 2, 0].map((days) => en('limit.workday', { days }))).toEqual(['1 working day', '2 working days', '0 working days'])
  expect(en('copies.originals', { count: 1 })).toBe('1 original')
  expect(translator('zh')('limit.workday', { days: 1 })).toBe('1 个工作日')
})
