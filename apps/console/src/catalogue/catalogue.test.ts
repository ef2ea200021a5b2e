import type { Implementation } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { toApproval } from './ApproveForm.tsx'
import { kindOf } from './editor/element-kinds.ts'
import { queryOf } from './ItemList.tsx'
import { readSchema, startingForm } from './read-schema.ts'
import { changedFields } from './RevisionChanges.tsx'
import { sayElement } from './say-element.ts'

test('a form being written says what is wrong until it is one', () => {
  expect(readSchema('{').faults).toHaveLength(1)
  expect(readSchema('{"type":"array"}').form).toBeUndefined()
  expect(readSchema(JSON.stringify(startingForm))).toEqual({ form: startingForm, faults: [] })
})

test('every material is reviewed in all four points, ticked or not', () => {
  const approval = toApproval({ opinion: ' 合法有效 ', materials: { lease: ['reasonable', 'necessary'] } }, [
    { code: 'lease' },
    { code: 'id' },
  ])
  expect(approval).toEqual({
    opinion: '合法有效',
    materials: {
      lease: { reasonable: true, necessary: true, timely: false, complete: false },
      id: { reasonable: false, necessary: false, timely: false, complete: false },
    },
  })
})

test('what a revision would change is found element by element, whatever the order of its parts', () => {
  const before = { summary: '开饭店', visits: 1, logistics: { materials: true, results: false } } as Implementation
  expect(changedFields(before, { summary: '开饭店', visits: 0, logistics: { results: false, materials: true } })).toEqual(['visits'])
  expect(changedFields(before, { ...before, refusalGrounds: [], questions: [] })).toEqual([])
})

test('an element is read out in lines and words: rows numbered, choices by name, money in yuan', () => {
  const materials = [
    { name: '营业执照', need: 'required', originals: 1 },
    { name: '租赁合同', electronic: false },
  ]
  expect(sayElement(kindOf('materials'), materials)).toEqual([
    '1. 营业执照',
    '　必要性：必要',
    '　原件份数：1',
    '2. 租赁合同',
    '　可用电子件：否',
  ])
  expect(sayElement(kindOf('committedLimit'), { value: 10, unit: 'workday', basis: '第十九条' })).toEqual(['10 个工作日（第十九条）'])
  expect(sayElement(kindOf('exerciseLevels'), ['city', 'county'])).toEqual(['市级、县级'])
  const fees = { charged: true, standards: [{ key: 'card', name: '工本费', rate: { kind: 'fixed', amountFen: 1000 } }] }
  expect(sayElement(kindOf('fees'), fees).map((line) => line.trim())).toEqual([
    '是否收费：是',
    '收费标准：',
    '1. 工本费',
    '标识：card',
    '计费：',
    '定额',
    '金额：¥10.00',
  ])
  expect(sayElement(kindOf('exerciseContent'), undefined)).toEqual([])
})

test('filters of the list that are not known are no filters', () => {
  expect(queryOf({ q: '许可', itemState: 'inForce', revisionState: 'gone', behind: 'true' })).toEqual({
    q: '许可',
    itemState: 'inForce',
    revisionState: undefined,
    behind: true,
  })
})
