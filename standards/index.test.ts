import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as face from './index.ts'

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test('everything here is pure: no module of Node, no package, no clock, no chance', () => {
  expect(sources.length).toBeGreaterThan(25)
  for (const name of sources) {
    const text = readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from = '']) => from)
    expect([name, imported.filter((from) => !from.startsWith('./'))]).toEqual([name, []])
    expect([name, /new Date\(\)|Date\.now|Math\.random|process\./.test(text)]).toEqual([name, false])
  }
})

function throws(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}

test('every reader of a number takes whatever a person types and throws at nothing', () => {
  const readers = Object.entries(face).filter(([name]) =>
    /^(?:parse(?!DivisionRows)|is(?=[A-Z][a-zA-Z]+(?:Id|Code|Number|Phone|Card|Identifier)$)|isUscc|isEmail|mask)/.test(name),
  )
  expect(readers.length).toBeGreaterThan(25)
  const typed = [
    '',
    ' ',
    '\u0000',
    '0'.repeat(10_000),
    'x'.repeat(18),
    '１'.repeat(18),
    '\uD800',
    "'; drop table x; --",
    '<script>',
    '12345678901234567X',
  ]
  for (const [name, reader] of readers) {
    const failed = typed.filter((text) => throws(() => (reader as (text: string) => unknown)(text)))
    expect([name, failed]).toEqual([name, []])
  }
})
