import { expect, test } from 'vitest'
import { chainStart, nextLink } from './chain.ts'
import { sm3 } from './sm3.ts'

test('a link is SM3 of the previous link and the content', () => {
  expect(nextLink(chainStart, Buffer.from('abc'))).toEqual(sm3(Buffer.alloc(32), 'abc'))
})

test('a previous link of another length is refused, so that content cannot pass for a link', () => {
  expect(() => nextLink(Buffer.alloc(31), Buffer.alloc(1))).toThrow('hash chain')
})
