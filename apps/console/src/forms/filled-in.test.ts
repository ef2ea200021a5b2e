import type { Form } from '@yiwang/forms'
import { expect, test } from 'vitest'
import { faultsOf, filledIn } from './filled-in.ts'
import { sectionsOf } from './sections.ts'

const form: Form = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'kind'],
  'x-groups': [{ id: 'shop', title: '经营主体' }],
  properties: {
    name: { type: 'string', title: '招牌名称', 'x-group': 'shop' },
    kind: {
      type: 'string',
      title: '业态',
      oneOf: [
        { const: 'cafe', title: '饮品店' },
        { const: 'other', title: '其他' },
      ],
    },
    otherName: { type: 'string', title: '其他业态', 'x-when': { field: 'kind', is: ['other'] } },
    staff: {
      type: 'array',
      title: '从业人员',
      items: { type: 'object', additionalProperties: false, properties: { name: { type: 'string', title: '姓名' } } },
    },
  },
}

test('empty fields, empty rows and what is no longer asked for are not sent', () => {
  expect(filledIn(form, { name: '望湖茶室', kind: 'cafe', otherName: '面馆', staff: [{ name: '' }, { name: '李晓芸' }] })).toEqual({
    name: '望湖茶室',
    kind: 'cafe',
    staff: [{ name: '李晓芸' }],
  })
  expect(filledIn(form, undefined)).toEqual({})
})

test('the screen finds the same faults as the server, each with its place', () => {
  expect(faultsOf(form, { kind: 'bar' }).map(({ path, code }) => ({ path, code }))).toEqual([
    { path: '/name', code: 'required' },
    { path: '/kind', code: 'choice' },
  ])
  expect(faultsOf(form, { name: '望湖茶室', kind: 'cafe' })).toEqual([])
})

test('fields stand in their sections, those without one first', () => {
  expect(sectionsOf(form)).toEqual([
    { id: '', title: '', names: ['kind', 'otherName', 'staff'] },
    { id: 'shop', title: '经营主体', names: ['name'] },
  ])
})
