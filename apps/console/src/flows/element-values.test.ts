import { expect, test } from 'vitest'
import type { Moddle } from './bpmn-parts.ts'
import { readElement, writeExtensions } from './element-values.ts'

const create = (kind: string, properties: Record<string, unknown>): Moddle => ({ $type: kind, ...properties })
const before: Moddle[] = [
  create('yiwang:Candidates', { role: 'examiner', body: 'implementing', expertise: '联络', notDoneBy: 'accept' }),
  create('yiwang:Limit', { value: '3', unit: 'workday' }),
  create('yiwang:Decision', {
    variable: 'opinion',
    options: [create('yiwang:Option', { value: 'agree', label: '拟同意', action: 'pass' })],
  }),
  create('vendor:Note', { text: '保留' }),
]
const task = {
  name: '书面审查',
  extensionElements: { values: before } as never,
  get: (name: string) => (name === 'yiwang:stage' ? '审查' : undefined),
}

test('what was read and written again is the same', () => {
  const written = writeExtensions(readElement(task), before, create)
  expect(new Set(written.map(({ $type }) => $type))).toEqual(new Set(before.map(({ $type }) => $type)))
  for (const one of before) expect(written).toContainEqual(one)
})

test('a change of the role leaves what the panel does not show', () => {
  const [note, candidates] = writeExtensions({ ...readElement(task), role: 'inspector' }, before, create)
  expect(note).toEqual(before[3])
  expect(candidates).toMatchObject({ role: 'inspector', expertise: '联络', notDoneBy: 'accept' })
})

test('half an outcome is none, and outcomes need the variable they are kept in', () => {
  const screen = { ...readElement(task), options: [{ value: ' pass ', label: '' }, { label: '无值' }] }
  const decision = writeExtensions(screen, [], create).find(({ $type }) => $type === 'yiwang:Decision')
  expect(decision?.['options']).toEqual([{ $type: 'yiwang:Option', value: 'pass', label: 'pass', action: 'pass' }])
  expect(writeExtensions({ ...screen, variable: '' }, [], create).some(({ $type }) => $type === 'yiwang:Decision')).toBe(false)
})

test('an element nobody said anything about gets nothing', () => {
  const empty = readElement({ get: () => undefined })
  expect(writeExtensions(empty, [], create)).toEqual([])
})
