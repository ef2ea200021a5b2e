import { expect, test } from 'vitest'
import { blindIndex } from './blind-index.ts'

const secret = Buffer.alloc(32, 1)

test('equal numbers have equal indexes and different numbers different ones', () => {
  const index = blindIndex({ secret }, 'person.id-number', '11010519491231002X')
  expect(index).toEqual(blindIndex({ secret }, 'person.id-number', '11010519491231002X'))
  expect(index).not.toEqual(blindIndex({ secret }, 'person.id-number', '440524188001010014'))
  expect(index).toHaveLength(32)
})

test('the indexes of two columns, two keys or two hashes cannot be joined', () => {
  const indexes = [
    blindIndex({ secret }, 'person.id-number', 'x'),
    blindIndex({ secret }, 'legal-person.id-number', 'x'),
    blindIndex({ secret, hash: 'sha256' }, 'person.id-number', 'x'),
    blindIndex({ secret: Buffer.alloc(32, 2) }, 'person.id-number', 'x'),
    blindIndex({ secret }, 'person.id-number","x', ''),
  ]
  expect(new Set(indexes.map((each) => each.toString('hex'))).size).toBe(indexes.length)
})

test('a short secret is refused', () => {
  expect(() => blindIndex({ secret: Buffer.alloc(16) }, 'p', 'x')).toThrow('32 bytes')
})
