import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalNumbers, maskPersonalNumbers } from './personal-numbers.ts'
import { inventedPersonId } from './testing.ts'

const id = inventedPersonId()

test('whole numbers in running text are found with their place', () => {
  const text = `申请人身份证${id}，电话13800138000，卡号4111 1111 1111 1111。`
  expect(findPersonalNumbers(text).map(({ kind, text: number }) => [kind, number])).toEqual([
    ['personId', id],
    ['mobilePhone', '13800138000'],
    ['bankCard', '4111 1111 1111 1111'],
  ])
  expect(findPersonalNumbers(text)[0]?.index).toBe(6)
  expect(maskPersonalNumbers(text)).toBe(`申请人身份证${id.slice(0, 6)}********${id.slice(14)}，电话138****8000，卡号************1111。`)
})

test('groups and full-width digits hide nothing', () => {
  expect(maskPersonalNumbers('１３８００１３８０００')).toBe('138****8000')
  expect(maskPersonalNumbers('138-0013-8000')).toBe('138****8000')
  expect(maskPersonalNumbers(`${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`)).toBe(`${id.slice(0, 6)}********${id.slice(14)}`)
  expect(maskPersonalNumbers('13800138000 13900139000')).toBe('138****8000 139****9000')
})

test('numbers that do not check, masked numbers and longer numbers are left alone', () => {
  for (const text of [
    '330102198805059786',
    '330102********123X',
    '3301022026030200001232',
    '电话0571-87654321',
    '2107-330102-04-01-123456',
    '',
  ]) {
    expect(maskPersonalNumbers(text)).toBe(text)
  }
})

test('after masking nothing is left to find, and text around stays', () => {
  const piece = fc.oneof(
    fc.constantFrom(id, '13800138000', '4111111111111111'),
    fc.string({ unit: fc.constantFrom('张', '，', ' ', '。', '\n') }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('、')
      const masked = maskPersonalNumbers(text)
      expect(findPersonalNumbers(masked)).toEqual([])
      expect(masked.replaceAll(/[\d*X]/g, '')).toBe(text.replaceAll(/[\dX]/g, ''))
    }),
  )
})
