import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

test('each refusal has its text in both languages, and none is left over', () => {
  const source = readFileSync(new URL('problem.ts', import.meta.url), 'utf8')
  const codes = [...source.matchAll(/\| '(\w+)'/g)].map((match) => `storage.${match[1]}`)
  expect(codes.length).toBeGreaterThan(15)
  expect(Object.keys(chinese).sort()).toEqual([...codes].sort())
  expect(Object.keys(english).sort()).toEqual([...codes].sort())
})
