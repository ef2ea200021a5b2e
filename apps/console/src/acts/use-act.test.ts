import { expect, test } from 'vitest'
import { fieldPath } from './pointer.ts'
import { RepeatKeys } from './use-act.ts'

test('the same input sent again after silence carries the same key, another input or a settled one does not', () => {
  const keys = new RepeatKeys()
  const first = keys.keyFor({ reason: '待检测' })
  expect(keys.keyFor({ reason: '待检测' })).toBe(first)
  expect(keys.keyFor({ reason: '待听证' })).not.toBe(first)
  const again = keys.keyFor({ reason: '待检测' })
  keys.settle()
  expect(keys.keyFor({ reason: '待检测' })).not.toBe(again)
})

test('a pointer of the request leads to the field of the screen', () => {
  expect(fieldPath('/items/0/what')).toEqual(['items', 0, 'what'])
  expect(fieldPath('/a~1b/m~0n')).toEqual(['a/b', 'm~n'])
  expect(fieldPath('')).toEqual([])
})
