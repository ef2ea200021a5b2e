import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { templates, type TemplateCode } from './templates.ts'

/** Where the product sends a message: every file of a module but its tests, its builders and the demo. */
const home = fileURLToPath(new URL('../', import.meta.url))
const files = globSync('*/**/*.ts', { cwd: home, exclude: (name) => /node_modules|generated|demo|test(ing)?\.ts$/.test(String(name)) })
const sources = files.map((name) => [name, readFileSync(`${home}${name}`, 'utf8')] as const)

function sendersOf(code: string): string[] {
  return sources.filter(([, source]) => new RegExp(`\\btemplate: '${code}'`).test(source)).map(([name]) => name)
}

test.each(Object.keys(templates) as TemplateCode[])('%s is sent by somebody', (code) => {
  expect(sendersOf(code)).not.toEqual([])
})

test('a template nobody sends is seen to have no sender', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(sendersOf('aTemplateNobodySends')).toEqual([])
})

test('nobody sends what is no template', () => {
  const sent = sources.flatMap(([, source]) => [...source.matchAll(/\btemplate: '(\w+)'/g)].map((match) => match[1] ?? ''))
  expect(sent.filter((code) => !Object.hasOwn(templates, code))).toEqual([])
})
