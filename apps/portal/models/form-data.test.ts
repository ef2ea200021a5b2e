import { type Form, checkForm } from '@yiwang/forms'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aForm } from '../testing.ts'
import { readForm, shownValue, textOfValue } from './form-data.ts'

const form: Form = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string', title: '姓名', 'x-locked': true },
    kind: {
      type: 'string',
      title: '业态',
      oneOf: [
        { const: 'catering', title: '餐饮' },
        { const: 'sales', title: '销售' },
      ],
    },
    area: { type: 'number', title: '面积', minimum: 1, 'x-when': { field: 'kind', is: ['catering'] } },
    capital: { type: 'integer', title: '资本', format: 'money' },
    online: { type: 'boolean', title: '网络订餐' },
    dishes: {
      type: 'array',
      title: '品类',
      items: {
        type: 'string',
        oneOf: [
          { const: 'hot', title: '热食' },
          { const: 'cold', title: '冷食' },
        ],
      },
    },
    staff: {
      type: 'array',
      title: '人员',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { name: { type: 'string', title: '姓名' }, age: { type: 'integer', title: '年龄' } },
      },
    },
  },
}

test('what a browser sends becomes what the form means', () => {
  const sent = aForm({
    kind: 'catering',
    area: '45.5',
    capital: '1,234.50',
    online: 'no',
    dishes: ['hot', 'cold'],
    'staff.count': '2',
    'staff.0.name': '甲',
    'staff.0.age': '30',
    'staff.1.name': ' ',
  })
  const data = readForm(form, sent)
  expect(data).toEqual({
    kind: 'catering',
    area: 45.5,
    capital: 123450,
    online: false,
    dishes: ['hot', 'cold'],
    staff: [{ name: '甲', age: 30 }],
  })
  expect(checkForm(form, data)).toEqual([])
})

test('a locked field stays what the register says, whatever is sent', () => {
  expect(readForm(form, aForm({ name: '冒名' }), { name: '王秀兰' })).toEqual({ name: '王秀兰' })
})

test('what is not asked for is left out, though it was sent', () => {
  expect(readForm(form, aForm({ kind: 'sales', area: '45' }))).toEqual({ kind: 'sales' })
})

test('what is no number stays as typed, to be shown again and said to be wrong', () => {
  const data = readForm(form, aForm({ kind: 'catering', area: '四十五', capital: '1.234' }))
  expect(data).toMatchObject({ area: '四十五', capital: '1.234' })
  expect(checkForm(form, data).map(({ path }) => path)).toEqual(['/area', '/capital'])
})

test('money goes to the screen and back without losing a fen', () => {
  const field = form.properties['capital']
  if (!field) throw new Error('no such field')
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (fen) => {
      expect(readForm(form, aForm({ capital: textOfValue(field, fen) }))['capital']).toBe(fen)
    }),
    {
      examples: [[0], [5], [10], [100], [123456]],
    },
  )
})

test('a hostile count of rows does not make a million of them', () => {
  expect(readForm(form, aForm({ 'staff.count': '99999999', 'staff.0.name': '甲' }))).toEqual({ staff: [{ name: '甲' }] })
  expect(readForm(form, aForm({ 'staff.count': '-1' }))).toEqual({})
})

test('choices are shown by their words', () => {
  const words = { yes: '是', no: '否' }
  const shown = (name: string, value: unknown) => shownValue(form.properties[name] ?? { type: 'string' }, value, words)
  expect([
    shown('kind', 'sales'),
    shown('online', true),
    shown('dishes', ['hot', 'cold']),
    shown('capital', 123450),
    shown('staff', [{ name: '甲', age: 3 }]),
    shown('kind', undefined),
  ]).toEqual(['销售', '是', '热食；冷食', '1234.50', '甲，3', ''])
})
