import { expect, test } from 'vitest'
import { workQuery } from './work-lists.ts'

test('the address alone says which work is shown', () => {
  expect(workQuery({})).toEqual({})
  expect(workQuery({ list: 'incoming', urgency: 'late' })).toEqual({ state: 'submitted', urgency: 'late' })
  expect(workQuery({ list: 'closed', end: 'refused' })).toEqual({ state: 'refused', order: 'newest' })
})

test('an address somebody bent is not passed on to the server', () => {
  expect(workQuery({ list: 'nonsense', urgency: 'burning', item: "'; drop" })).toEqual({})
  expect(workQuery({ list: 'closed', end: 'accepted', urgency: 'late' })).toEqual({ state: 'delivered', order: 'newest' })
})
