import { expect, test } from 'vitest'
import { addDiagram } from './add-diagram.ts'
import { compare } from './compare.ts'
import { readSample } from './samples/samples.ts'
import { deployed, flowXml, task } from './testing.ts'

const plain = (nodes: string, middle: string[]) => {
  const order = ['s', ...middle, 'e']
  return flowXml(
    `<startEvent id="s"/>${nodes}<endEvent id="e"/>`,
    order.slice(1).map((id, index) => [order[index] ?? '', id]),
  )
}

test('added, removed and changed elements are told apart', async () => {
  const before = await deployed(plain(task('a') + task('b'), ['a', 'b']))
  const after = await deployed(
    plain(task('a').replace('role="clerk"', 'role="head"').replace('name="a"', 'name="复审"') + task('c'), ['a', 'c']),
  )
  const { added, removed, changed } = compare(before, after)
  expect(added.map(({ id }) => id)).toEqual(['c', 'a-c', 'c-e'])
  expect(removed.map(({ id }) => id)).toEqual(['b', 'a-b', 'b-e'])
  expect(changed).toEqual([
    {
      id: 'a',
      name: '复审',
      type: '人工环节',
      fields: [
        { field: 'name', label: '名称', before: 'a', after: '复审' },
        { field: 'candidates', label: '办理对象', before: { roles: ['clerk'] }, after: { roles: ['head'] } },
      ],
    },
  ])
})

test('a limit taken away is a change without an after, and a changed kind is one element changed', async () => {
  const limited = task('a').replace('</extensionElements>', '<yiwang:limit value="3"/></extensionElements>')
  const { changed } = compare(await deployed(plain(limited, ['a'])), await deployed(plain(task('a'), ['a'])))
  expect(changed[0]?.fields).toEqual([{ field: 'limit', label: '时限', before: { value: 3, unit: 'workday' } }])
  const service = await deployed(plain('<serviceTask id="a" name="a" yiwang:operation="x"/>', ['a']))
  const kind = compare(await deployed(plain(task('a'), ['a'])), service)
  expect(kind.added).toEqual([])
  expect(kind.changed[0]?.fields.map(({ field }) => field)).toEqual(['type', 'candidates', 'operation'])
})

test('a flow compared with itself, redrawn or in another version, has no changes', async () => {
  const xml = await readSample('site-visit')
  const nothing = { added: [], removed: [], changed: [] }
  expect(compare(await deployed(xml), await deployed(await addDiagram(xml), { version: 2 }))).toEqual(nothing)
})
