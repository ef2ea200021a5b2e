import type { Implementation } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { toApproval } from './ApproveForm.tsx'
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
})

test('an element is read out in lines, lists numbered and parts named', () => {
  expect(sayElement([{ name: '营业执照', originals: 1 }, { name: '租赁合同' }])).toEqual([
    '1. 名称：营业执照',
    '　原件份数：1',
    '2. 名称：租赁合同',
  ])
  expect(sayElement({ charged: false, note: '' })).toEqual(['是否收费：否'])
  expect(sayElement(undefined)).toEqual([])
})

test('filters of the list that are not known are no filters', () => {
  expect(queryOf({ q: '许可', itemState: 'inForce', revisionState: 'gone', behind: 'true' })).toEqual({
    q: '许可',
    itemState: 'inForce',
    revisionState: undefined,
    behind: true,
  })
})
