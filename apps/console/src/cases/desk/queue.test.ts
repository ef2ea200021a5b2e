import { expect, test } from 'vitest'
import { neighbours } from './queue.ts'

test('the pile leads on and back, and ends at its ends', () => {
  expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ at: 2, of: 3, previous: 'a', next: 'c' })
  expect(neighbours(['a', 'b', 'c'], 'c')?.next).toBeUndefined()
})

test('a case opened by itself has no pile', () => {
  expect(neighbours([], 'a')).toBeUndefined()
  expect(neighbours(['b', 'c'], 'a')).toBeUndefined()
})
