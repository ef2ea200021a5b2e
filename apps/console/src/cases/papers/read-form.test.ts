import { expect, test } from 'vitest'
import { readForm, sayAnswers } from './read-form.ts'

const schema = {
  type: 'object',
  'x-groups': [{ id: 'place', title: '经营场所' }],
  properties: {
    name: { type: 'string', title: '名称' },
    kind: { type: 'string', title: '业态', oneOf: [{ const: 'cafe', title: '饮品店' }] },
    capital: { type: 'integer', format: 'money', title: '注册资本' },
    owned: { type: 'boolean', title: '自有房屋', 'x-group': 'place' },
    staff: {
      type: 'array',
      title: '从业人员',
      items: { type: 'object', properties: { name: { title: '姓名' }, since: { title: '入职', format: 'date' } } },
    },
  },
}

test('a filled form is read in the words and the order of the form', () => {
  const groups = readForm(schema, { owned: false, kind: 'cafe', capital: 12_345_00, name: '望湖茶室' })
  expect(groups).toEqual([
    {
      key: '',
      title: '',
      fields: [
        { name: '名称', value: '望湖茶室' },
        { name: '业态', value: '饮品店' },
        { name: '注册资本', value: '¥12,345.00' },
      ],
    },
    { key: 'place', title: '经营场所', fields: [{ name: '自有房屋', value: '否' }] },
  ])
})

test('rows of a list are read out, and nothing that was filled in is left unsaid', () => {
  const [group] = readForm(schema, { staff: [{ name: '陈思远', since: '2026-03-02' }], remark: '加急' })
  expect(group?.fields).toEqual([
    { name: '从业人员', value: '姓名 陈思远，入职 2026年3月2日（周一）' },
    { name: 'remark', value: '加急' },
  ])
})

test('answers are said by their labels, and unanswered questions are not said at all', () => {
  const question = {
    key: 'area',
    text: '面积多大？',
    many: true,
    required: true,
    options: [
      { value: 's', label: '50 平方米以下' },
      { value: 'l', label: '以上' },
    ],
  }
  expect(sayAnswers([question], { area: ['s', 'l'] })).toEqual([{ name: '面积多大？', value: '50 平方米以下、以上' }])
  expect(sayAnswers([question], {})).toEqual([])
})
