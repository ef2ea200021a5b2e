import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBaseCode, mainItemOf, makeBaseCode, parseBaseCode, sameMainItem } from './base-code.ts'
import { itemTypes } from './item-types.ts'

test('a code falls into type 2, main item 5 and sub-item 3', () => {
  expect(parseBaseCode('XK00101003')).toEqual({
    ok: true,
    value: { code: 'XK00101003', type: 'XK', mainItem: '00101', subItem: '003', kind: 'subItem' },
  })
  expect(parseBaseCode('xk0010100y')).toMatchObject({ ok: true, value: { code: 'XK0010100Y', kind: 'mainItemWithSubItems' } })
})

test('an item without sub-items, and a main item itself, end in 000; a sub-item never does', () => {
  expect(makeBaseCode({ type: 'XK', mainItem: 101 })).toBe('XK00101000')
  expect(parseBaseCode('XK00101000')).toMatchObject({ ok: true, value: { kind: 'mainItem' } })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 999 }), (mainItem, subItem) => {
      const code = makeBaseCode({ type: 'QR', mainItem, subItem })
      expect(parseBaseCode(code)).toMatchObject({ ok: true, value: { kind: 'subItem', type: 'QR' } })
      expect(mainItemOf(code)).toBe(makeBaseCode({ type: 'QR', mainItem }))
      expect(code.endsWith('000')).toBe(false)
    }),
  )
})

test.for([
  ['XK0010100', 'length'],
  ['XK001010000', 'length'],
  ['', 'length'],
  ['ZZ00101000', 'type'],
  ['1100101000', 'type'],
  ['XK0A101000', 'mainItem'],
  ['XK00000000', 'mainItem'],
  ['XK00101Y00', 'subItem'],
  ['XK0010100A', 'subItem'],
] as const)('%s is refused for its %s', ([code, fault]) => {
  expect(parseBaseCode(code)).toEqual({ ok: false, fault })
  expect(isBaseCode(code)).toBe(false)
})

test('numbers that do not fit make no code', () => {
  expect(() => makeBaseCode({ type: 'XK', mainItem: 100_000 })).toThrow('base code')
  expect(() => makeBaseCode({ type: 'XK', mainItem: 1, subItem: 1000 })).toThrow('base code')
  expect(() => makeBaseCode({ type: 'XK', mainItem: 0 })).toThrow('mainItem')
  expect(() => makeBaseCode({ type: 'XK', mainItem: -1 })).toThrow('base code')
})

test('main item and sub-items belong together, other items do not', () => {
  expect(sameMainItem('XK0010100Y', 'XK00101002')).toBe(true)
  expect(sameMainItem('XK00101000', 'XK00102000')).toBe(false)
  expect(sameMainItem('XK00101000', 'CF00101000')).toBe(false)
})

test('a province may bring its own table of types', () => {
  const types = [{ code: '01', name: '行政许可', nature: 'power', national: '01', verified: true } as const]
  expect(isBaseCode('0100101000', { types })).toBe(true)
  expect(isBaseCode('XK00101000', { types })).toBe(false)
})

test('every type has two characters and a name of its own; the nine public services of appendix 1 are there', () => {
  expect(new Set(itemTypes.map(({ code }) => code)).size).toBe(itemTypes.length)
  expect(new Set(itemTypes.map(({ name }) => name)).size).toBe(itemTypes.length)
  expect(itemTypes.filter(({ code }) => !/^[A-Z]{2}$/.test(code))).toEqual([])
  const services = itemTypes.filter(({ nature, code }) => nature === 'publicService' && code !== 'GG').map(({ name }) => name)
  expect(services.join('、')).toBe(
    '基本公共教育、劳动就业服务、社会保险、基本社会服务、基本医疗卫生、人口和计划生育、基本住房保障、公共文化体育、残疾人基本公共服务',
  )
})
