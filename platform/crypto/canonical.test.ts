import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalBytes, canonicalJson } from './canonical.ts'
import { CryptoProblem } from './problems.ts'

test('the example of RFC 8785 section 3.2.2 gets its canonical form', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('keys are sorted by UTF-16 code units as RFC 8785 section 3.2.3 shows', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(Object.values(JSON.parse(canonicalJson(value)) as object).toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1])).toEqual(['2', '4', '6', '7', '1', '5', '3'])
})

test('the order in which properties were written does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })), (value) => {
      fc.pre(Object.keys(value).every((key) => key.isWellFormed()))
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.stringify(JSON.parse(canonicalJson(value)))).toHaveLength(JSON.stringify(value).length)
    }),
  )
})

test('absent properties vanish and a date is its ISO text, as in JSON', () => {
  expect(canonicalJson({ b: undefined, a: new Date(0) })).toBe('{"a":"1970-01-01T00:00:00.000Z"}')
  expect(canonicalBytes('局')).toEqual(Buffer.from('"局"'))
})

test('what has no single JSON text is refused instead of being guessed', () => {
  const circular: { self?: unknown } = {}
  circular.self = circular
  for (const value of [
    undefined,
    Number.NaN,
    Infinity,
    1n,
    Symbol('x'),
    () => 1,
    [undefined],
    '\ud800',
    { '\udc00': 1 },
    new Map(),
    circular,
  ]) {
    expect(() => canonicalJson(value)).toThrow(CryptoProblem)
  }
})
