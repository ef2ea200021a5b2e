import { expect, test } from 'vitest'
import { namesItself, toolAt, toolsFor } from './tools.ts'

test('the rail shows what the permissions open and nothing else', () => {
  expect(toolsFor(['cases.look', 'cases.accept']).map(({ key }) => key)).toEqual(['work'])
  expect(toolsFor(['cases.register', 'registers.look']).map(({ key }) => key)).toEqual(['counter', 'records'])
  expect(toolsFor([])).toEqual([])
})

test('a case is part of the work list, an item of the catalogue, and a strange path of nothing', () => {
  expect(toolAt('/')?.key).toBe('work')
  expect(toolAt('/cases/330100202603020000012')?.key).toBe('work')
  expect(toolAt('/catalogue/items/0100001000')?.key).toBe('catalogue')
  expect(toolAt('/accountsX')).toBeUndefined()
})

test('a page has one heading: its own, or that of its tool', () => {
  const own = [
    '/cases/33',
    '/catalogue/items/XK',
    '/catalogue/flows/new',
    '/licences/types/new',
    '/accounts/0198',
    '/accounts/roles/examiner',
  ]
  const tools = ['/', '/counter', '/catalogue', '/catalogue/flows', '/licences/types', '/accounts', '/accounts/roles', '/records/questions']
  expect(own.filter((path) => !namesItself(path))).toEqual([])
  expect(tools.filter(namesItself)).toEqual([])
})
