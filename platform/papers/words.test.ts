import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

test('each problem has its text in both languages, and none is left over', () => {
  const folder = new URL('.', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const codes = new Set(
    sources.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(papers\.\w+)'/g)].map((match) => match[1])),
  )
  expect(codes.size).toBeGreaterThan(3)
  expect(new Set(Object.keys(chinese))).toEqual(codes)
  expect(new Set(Object.keys(english))).toEqual(codes)
})
