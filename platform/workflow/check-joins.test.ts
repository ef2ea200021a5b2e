import { expect, test } from 'vitest'
import { flowElements, flowXml, refused, task } from './testing.ts'

const start = '<startEvent id="s"/>'
const end = '<endEvent id="e"/>'
const gate = (kind: string, id: string, more = '') => `<${kind}Gateway id="${id}" name="${id}" ${more}/>`
const found = async (xml: string) => (await refused(xml)).map(({ code, elementId }) => `${code} ${elementId}`)

test('an exclusive choice before a parallel join would keep the case waiting for ever', async () => {
  const xml = flowXml(`${start}${gate('exclusive', 'g', 'default="g-b"')}${task('a')}${task('b')}${gate('parallel', 'j')}${end}`, [
    ['s', 'g'],
    ['g', 'a', 'urgent'],
    ['g', 'b'],
    ['a', 'j'],
    ['b', 'j'],
    ['j', 'e'],
  ])
  expect(await found(xml)).toEqual(['joinStalls j'])
  expect(await found(xml.replace(/parallelGateway/g, 'inclusiveGateway'))).toEqual([])
})

test('a timer that leads out of a parallel branch is seen as a join that may stall', async () => {
  const timer = '<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition yiwang:workdays="1"/></boundaryEvent>'
  const xml = (target: string) =>
    flowXml(
      `${start}${gate('parallel', 'g')}${task('a')}${timer}${task('b')}${gate('exclusive', 'm')}${gate('parallel', 'j')}${end}<endEvent id="out"/>`,
      [
        ['s', 'g'],
        ['g', 'a'],
        ['g', 'b'],
        ['a', 'm'],
        ['m', 'j'],
        ['b', 'j'],
        ['j', 'e'],
        ['t', target],
      ],
    )
  expect(await found(xml('out'))).toEqual(['joinStalls j'])
  expect(await found(xml('m').replace('<endEvent id="out"/>', ''))).toEqual([])
})

test('a branch that leads back before its fork would multiply the work', async () => {
  const xml = flowXml(
    `${start}${gate('exclusive', 'm')}${gate('parallel', 'g')}${task('a')}${gate('exclusive', 'x', 'default="x-m"')}${task('b')}${gate('exclusive', 'y')}${end}`,
    [
      ['s', 'm'],
      ['m', 'g'],
      ['g', 'a'],
      ['g', 'b'],
      ['a', 'x'],
      ['x', 'm'],
      ['x', 'y', 'done'],
      ['b', 'y'],
      ['y', 'e'],
    ],
  )
  expect(await found(xml)).toEqual([])
  const joined = xml.replace('<exclusiveGateway id="y"', '<parallelGateway id="y"')
  expect((await found(joined)).map((text) => text.split(' ')[0])).toContain('tokensPileUp')
})

test('a fork that always leads back as well can never end', async () => {
  const xml = flowXml(`${start}${gate('exclusive', 'm')}${task('a')}${gate('parallel', 'g')}${end}`, [
    ['s', 'm'],
    ['m', 'a'],
    ['a', 'g'],
    ['g', 'm'],
    ['g', 'e'],
  ])
  expect(await found(xml)).toEqual(['neverEnds g'])
})

test('a circle without people is refused, one with a person is not', async () => {
  const xml = (node: string) =>
    flowXml(`${start}${gate('exclusive', 'm')}${node}${gate('exclusive', 'g', 'default="g-e"')}${end}`, [
      ['s', 'm'],
      ['m', 'a'],
      ['a', 'g'],
      ['g', 'm', 'again'],
      ['g', 'e'],
    ])
  expect(await found(xml('<serviceTask id="a" yiwang:operation="x"/>'))).toEqual(['endlessLoop m'])
  expect(await found(xml(task('a')))).toEqual([])
  const inner = (node: string) =>
    `<subProcess id="a"><startEvent id="as"/>${node}<endEvent id="ae"/>${flowElements([
      ['as', 'an'],
      ['an', 'ae'],
    ])}</subProcess>`
  expect(await found(xml(inner('<serviceTask id="an" yiwang:operation="x"/>')))).toEqual(['endlessLoop m'])
  expect(await found(xml(inner(task('an'))))).toEqual([])
})

test('deeply nested sub-processes and very many nodes are checked in reasonable time', async () => {
  const nest = (depth: number): string =>
    depth === 0
      ? ''
      : `<subProcess id="n${depth}"><startEvent id="s${depth}"/>${nest(depth - 1)}<endEvent id="e${depth}"/>${flowElements(
          depth === 1
            ? [[`s1`, `e1`]]
            : [
                [`s${depth}`, `n${depth - 1}`],
                [`n${depth - 1}`, `e${depth}`],
              ],
        )}</subProcess>`
  const deep = flowXml(`${start}${nest(40)}${end}`, [
    ['s', 'n40'],
    ['n40', 'e'],
  ])
  const before = performance.now()
  expect(await refused(deep)).toEqual([])
  const branches = Array.from({ length: 300 }, (_, index) => `b${index}`)
  const wide = flowXml(
    `${start}${gate('inclusive', 'f', 'default="f-b0"')}${branches.map((id) => task(id)).join('')}${gate('inclusive', 'j')}${end}`,
    [
      ['s', 'f'],
      ['j', 'e'],
      ...branches.flatMap((id, index): [string, string, string?][] => [index === 0 ? ['f', id] : ['f', id, id], [id, 'j']]),
    ],
  )
  expect(await refused(wide)).toEqual([])
  const many = Array.from({ length: 1001 }, (_, index) => task(`t${index}`)).join('')
  expect(await found(flowXml(`${start}${many}${end}`, [['s', 'e']]))).toEqual(['flowTooLarge p'])
  expect(performance.now() - before).toBeLessThan(5000)
})
