import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canonicalDivision,
  divisionLevel,
  divisionPath,
  divisionPrefix,
  isDivisionCode,
  isWithin,
  parentDivision,
  parseDivision,
} from './divisions.ts'

test.for([
  ['000000', 'nation', '000000', ''],
  ['330000', 'province', '330000', '33'],
  ['330100', 'city', '330100', '3301'],
  ['330102', 'county', '330102', '330102'],
  ['330102001', 'township', '330102001', '330102001'],
  ['330102001000', 'township', '330102001', '330102001'],
  ['330102001051', 'village', '330102001051', '330102001051'],
  ['441900003', 'township', '441900003', '441900003'],
  ['330102000', 'county', '330102', '330102'],
] as const)('%s is a %s, written shortly %s', ([text, level, short, prefix]) => {
  expect(parseDivision(text)).toEqual({ ok: true, value: { code: text.padEnd(12, '0'), short, level } })
  expect(divisionLevel(text)).toBe(level)
  expect(divisionPrefix(text)).toBe(prefix)
})

test.for([
  ['33', 'length'],
  ['3301020', 'length'],
  ['', 'length'],
  ['33010a', 'characters'],
  ['990102', 'province'],
  ['000102', 'province'],
  ['330102000051', 'gap'],
  ['330002', 'gap'],
  ['330000001', 'gap'],
] as const)('%s is refused for its %s', ([text, fault]) => {
  expect(parseDivision(text)).toEqual({ ok: false, fault })
  expect(isDivisionCode(text)).toBe(false)
  expect(() => canonicalDivision(text)).toThrow('division code')
})

test('a division lies in itself, in what surrounds it, and in nothing else', () => {
  expect(isWithin('330102001051', '330102001')).toBe(true)
  expect(isWithin('330102', '330102000000')).toBe(true)
  expect(isWithin('330102', '330100')).toBe(true)
  expect(isWithin('330102', '000000')).toBe(true)
  expect(isWithin('330100', '330102')).toBe(false)
  expect(isWithin('330103', '330102')).toBe(false)
  expect(isWithin('441900003', '441900')).toBe(true)
  expect(() => isWithin('330102', '3301')).toThrow('division code: length')
})

test('the way from the nation inwards', () => {
  expect(divisionPath('330102001')).toEqual(['000000000000', '330000000000', '330100000000', '330102000000', '330102001000'])
  expect(divisionPath('441900003')).toEqual(['000000000000', '440000000000', '441900000000', '441900003000'])
  expect(parentDivision('000000')).toBeUndefined()
})

const code = fc
  .tuple(fc.constantFrom('11', '33', '44', '51', '65'), fc.integer({ min: 1, max: 99 }), fc.nat(99), fc.nat(999), fc.nat(999))
  .map(([province, city, county, township, village]) => {
    const two = (value: number): string => String(value).padStart(2, '0')
    const three = (value: number): string => String(value).padStart(3, '0')
    return province + two(city) + two(county) + three(township) + (township === 0 ? '000' : three(village))
  })

test('every division lies in each of its path, the path leads outwards one level at a time', () => {
  fc.assert(
    fc.property(code, code, (one, other) => {
      const path = divisionPath(one)
      expect(path.every((outer) => isWithin(one, outer))).toBe(true)
      expect(path.at(-1)).toBe(one)
      expect(isWithin(other, one)).toBe(divisionPath(other).includes(one))
      expect(path.map((outer) => divisionPrefix(outer).length)).toEqual([...new Set(path.map((outer) => divisionPrefix(outer).length))])
    }),
  )
})
