import { expect, test } from 'vitest'
import { complete, correlateMessage, fireTimer, start } from './run.ts'
import type { Step } from './state.ts'
import type { Definition } from './definition.ts'
import type { Variables } from './condition-values.ts'
import { codeOf, deployed, flowElements, flowXml, moment, now, opened, refused, stored, task, taskId } from './testing.ts'
import { waiting } from './waiting.ts'

const ends = '<startEvent id="s"/><endEvent id="e"/>'
const line = (node: string, more: [string, string][] = []) => flowXml(`${ends}${node}`, [['s', 'x'], ['x', 'e'], ...more])

const loop = (attributes: string, inner = '') =>
  `<multiInstanceLoopCharacteristics ${attributes}>${inner}</multiInstanceLoopCharacteristics>`
const inner = (id: string, nodes: string, flows: [string, string, string?][], more = '') =>
  `<subProcess id="${id}"><startEvent id="${id}s"/>${nodes}<endEvent id="${id}e"/>${flowElements(flows)}${more}</subProcess>`

function done(flow: Definition, step: Step, nodeId: string, variables: Variables = {}): Step {
  const open = waiting(flow, step.state).tasks.find((item) => item.nodeId === nodeId)
  return complete(flow, stored(step), open?.id ?? 0, { ...moment, variables })
}

test('a sequential loop asks one after the other and stops when its condition holds', async () => {
  const condition = '<completionCondition>vote == false</completionCondition>'
  const flow = await deployed(
    line(
      task(
        'x',
        loop('isSequential="true" yiwang:collection="people" yiwang:element="who" yiwang:result="vote" yiwang:collect="votes"', condition),
      ),
    ),
  )
  const first = start(flow, { ...moment, variables: { people: ['a', 'b', 'c'] } })
  expect(first.opened.map(({ instance }) => instance)).toEqual([{ number: 1, of: 3, element: 'a' }])
  const second = done(flow, first, 'x', { vote: true })
  expect(second.opened.map(({ instance }) => instance)).toEqual([{ number: 2, of: 3, element: 'b' }])
  const end = done(flow, second, 'x', { vote: false })
  expect(end.ended).toEqual({ endEventId: 'e' })
  expect(end.state.variables).toEqual({ people: ['a', 'b', 'c'], votes: [true, false] })
})

test('a loop over nobody is done at once, and one over something else is refused', async () => {
  const flow = await deployed(line(task('x', loop('yiwang:collection="people" yiwang:result="vote" yiwang:collect="votes"'))))
  const end = start(flow, { ...moment, variables: { people: [] } })
  expect(end.ended).toEqual({ endEventId: 'e' })
  expect(end.state.variables['votes']).toEqual([])
  expect(end.opened).toEqual([])
  expect(codeOf(() => start(flow, moment))).toBe('collectionInvalid')
  expect(codeOf(() => start(flow, { ...moment, variables: { people: 'all' } }))).toBe('collectionInvalid')
  const many = Array.from({ length: 1001 }, () => 'a')
  expect(codeOf(() => start(flow, { ...moment, variables: { people: many } }))).toBe('collectionInvalid')
})

test.each([-1, 1.5, 5000, 'three', true])('a loop of %s times is refused', async (times) => {
  const flow = await deployed(line(task('x', loop('', '<loopCardinality>times</loopCardinality>'))))
  expect(codeOf(() => start(flow, { ...moment, variables: { times } }))).toBe('collectionInvalid')
})

test('a sub-process for each body runs its own course, and its element stays its own', async () => {
  const bodies = loop('yiwang:collection="bodies" yiwang:element="body" yiwang:result="opinion" yiwang:collect="opinions"')
  const consult = '<userTask id="a"><extensionElements><yiwang:candidates role="clerk" body="=body"/></extensionElements></userTask>'
  const flow = await deployed(
    line(
      inner(
        'x',
        `${consult}${task('b')}`,
        [
          ['xs', 'a'],
          ['a', 'b'],
          ['b', 'xe'],
        ],
        bodies,
      ),
    ),
  )
  const first = start(flow, { ...moment, variables: { bodies: ['fire', 'health'] } })
  expect(first.opened.map(({ nodeId, candidates }) => [nodeId, candidates.body])).toEqual([
    ['a', 'fire'],
    ['a', 'health'],
  ])
  const second = complete(flow, stored(first), first.opened[1]?.id ?? 0, { ...moment, variables: { opinion: 'yes', seen: true } })
  expect(opened(second)).toEqual(['b'])
  const third = complete(flow, stored(second), taskId(second), moment)
  expect(third.ended).toBeUndefined()
  const fourth = done(flow, third, 'a', { opinion: 'no' })
  const end = done(flow, fourth, 'b')
  expect(end.ended).toEqual({ endEventId: 'e' })
  expect(end.state.variables).toEqual({ bodies: ['fire', 'health'], seen: true, opinions: ['yes', 'no'] })
})

test('a terminating end inside a sub-process stops the sub-process only', async () => {
  const forked = [
    ['xs', 'f'],
    ['f', 'a'],
    ['f', 'b'],
    ['a', 'stop'],
    ['b', 'xe'],
  ] as [string, string][]
  const nodes = `<parallelGateway id="f"/>${task('a')}${task('b')}<endEvent id="stop"><terminateEventDefinition/></endEvent>`
  const flow = await deployed(
    flowXml(`${ends}${inner('x', nodes, forked)}${task('after')}`, [
      ['s', 'x'],
      ['x', 'after'],
      ['after', 'e'],
    ]),
  )
  const first = start(flow, moment)
  const stopped = done(flow, first, 'a')
  expect(stopped.closed.map(({ nodeId, how }) => `${nodeId} ${how}`)).toEqual(['a completed', 'b cancelled'])
  expect(opened(stopped)).toEqual(['after'])
  expect(done(flow, stopped, 'after').ended).toEqual({ endEventId: 'e' })
})

test('an end reached while another branch works does not end the case', async () => {
  const flow = await deployed(
    flowXml(`${ends}<endEvent id="e2"/><parallelGateway id="f"/>${task('a')}${task('b')}`, [
      ['s', 'f'],
      ['f', 'a'],
      ['f', 'b'],
      ['a', 'e'],
      ['b', 'e2'],
    ]),
  )
  const half = done(flow, start(flow, moment), 'a')
  expect(half.ended).toBeUndefined()
  expect(half.state.status).toBe('running')
  expect(done(flow, half, 'b').ended).toEqual({ endEventId: 'e2' })
})

test('an inclusive join waits for the chosen branches only, even behind another choice', async () => {
  const flow = await deployed(
    flowXml(
      `${ends}<inclusiveGateway id="f" default="f-c"/>${task('a')}${task('b')}${task('c')}<exclusiveGateway id="x" default="x-j"/>${task('d')}<inclusiveGateway id="j"/>`,
      [
        ['s', 'f'],
        ['f', 'a', 'fire'],
        ['f', 'b', 'health'],
        ['f', 'c'],
        ['a', 'j'],
        ['b', 'x'],
        ['x', 'd', 'more'],
        ['x', 'j'],
        ['d', 'j'],
        ['c', 'j'],
        ['j', 'e'],
      ],
    ),
  )
  const one = start(flow, { ...moment, variables: { fire: true } })
  expect(opened(one)).toEqual(['a'])
  expect(done(flow, one, 'a').ended).toBeDefined()
  const none = start(flow, moment)
  expect(opened(none)).toEqual(['c'])
  const two = start(flow, { ...moment, variables: { fire: true, health: true } })
  expect(opened(two)).toEqual(['a', 'b'])
  const waits = done(flow, two, 'a')
  expect(waits.ended).toBeUndefined()
  const further = done(flow, waits, 'b', { more: true })
  expect(opened(further)).toEqual(['d'])
  expect(done(flow, further, 'd').ended).toEqual({ endEventId: 'e' })
})

test('a called flow runs in its pinned version with variables of its own', async () => {
  const called = flowXml(
    `${ends}${task('a')}<exclusiveGateway id="g" default="g-e"/>${task('b')}`,
    [
      ['s', 'a'],
      ['a', 'g'],
      ['g', 'b', 'subject == 1 and again'],
      ['g', 'e'],
      ['b', 'e'],
    ],
    'q',
  )
  const library = new Map([['q@2', await deployed(called, { version: 2 })]])
  const copies = '<extensionElements><yiwang:in from="topic" to="subject"/><yiwang:out from="result" to="answer"/></extensionElements>'
  const flow = await deployed(line(`<callActivity id="x" calledElement="q" yiwang:version="2">${copies}</callActivity>`), {
    library: (key, version) => library.get(`${key}@${version}`),
  })
  const first = start(flow, { ...moment, variables: { topic: 1, secret: 'x' } })
  expect(opened(first)).toEqual(['x/a'])
  const again = done(flow, first, 'x/a', { again: true })
  expect(opened(again)).toEqual(['x/b'])
  const end = done(flow, again, 'x/b', { result: 'ok' })
  expect(end.ended).toEqual({ endEventId: 'e' })
  expect(end.state.variables).toEqual({ topic: 1, secret: 'x', answer: 'ok' })
})

test('flows that call each other in a circle are refused', async () => {
  const q = await deployed(line(task('x')).replace('id="p"', 'id="q"'))
  const callingBack = { ...q, nodes: [...q.nodes, { id: 'c', name: '', type: 'callActivity' as const, calls: { key: 'p', version: 1 } }] }
  const problems = await refused(line('<callActivity id="x" calledElement="q" yiwang:version="1"/>'), { library: () => callingBack })
  expect(problems.map(({ code }) => code)).toEqual(['callRecursive'])
})

test('a wait until a date takes the date from the case', async () => {
  const flow = await deployed(
    line(
      '<intermediateCatchEvent id="x"><timerEventDefinition><timeDate>=hearing.date</timeDate></timerEventDefinition></intermediateCatchEvent>',
    ),
  )
  const first = start(flow, { ...moment, variables: { hearing: { date: '2026-04-01' } } })
  expect(first.timers.set.map(({ due }) => due.toISOString())).toEqual(['2026-03-31T16:00:00.000Z'])
  expect(fireTimer(flow, stored(first), first.timers.set[0]?.id ?? '', moment).ended).toBeDefined()
  expect(codeOf(() => start(flow, moment))).toBe('timerInvalid')
})

test('a timer in workdays without a calendar is refused', async () => {
  const flow = await deployed(line('<intermediateCatchEvent id="x"><timerEventDefinition yiwang:workdays="3"/></intermediateCatchEvent>'))
  expect(codeOf(() => start(flow, { now }))).toBe('timerInvalid')
})

test('a message finds the one place that waits for it; among several the host must say which', async () => {
  const catching = (id: string) => `<receiveTask id="${id}" messageRef="paidMessage"/>`
  const flow = await deployed(
    flowXml(`${ends}<parallelGateway id="f"/>${catching('a')}${catching('b')}<parallelGateway id="j"/>`, [
      ['s', 'f'],
      ['f', 'a'],
      ['f', 'b'],
      ['a', 'j'],
      ['b', 'j'],
      ['j', 'e'],
    ]),
  )
  const first = start(flow, moment)
  expect(first.messages.set.map(({ message }) => message)).toEqual(['paid', 'paid'])
  expect(codeOf(() => correlateMessage(flow, first.state, { ...moment, message: 'paid' }))).toBe('messageAmbiguous')
  const wait = first.messages.set[1]?.id ?? ''
  const second = correlateMessage(flow, stored(first), { ...moment, message: 'paid', wait, variables: { fee: 30 } })
  expect(second.messages.cleared).toEqual([wait])
  const end = correlateMessage(flow, stored(second), { ...moment, message: 'paid' })
  expect(end.ended).toBeDefined()
  expect(end.state.variables).toEqual({ fee: 30 })
})

test('a message on the border may come again when it does not interrupt', async () => {
  const border =
    '<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><messageEventDefinition messageRef="paidMessage"/></boundaryEvent>'
  const flow = await deployed(
    line(`${task('x')}${border}${task('note')}<endEvent id="noted"/>`, [
      ['b', 'note'],
      ['note', 'noted'],
    ]),
  )
  const once = correlateMessage(flow, start(flow, moment).state, { ...moment, message: 'paid' })
  const twice = correlateMessage(flow, stored(once), { ...moment, message: 'paid' })
  expect([...opened(once), ...opened(twice)]).toEqual(['note', 'note'])
  expect(waiting(flow, twice.state).tasks.map(({ nodeId }) => nodeId)).toEqual(['x', 'note', 'note'])
})

test('a choice that the data do not answer is refused, and nothing has changed', async () => {
  const flow = await deployed(
    flowXml(`${ends}${task('a')}<exclusiveGateway id="g" name="金额"/>${task('b')}`, [
      ['s', 'a'],
      ['a', 'g'],
      ['g', 'b', 'amount > 3'],
      ['g', 'e', 'amount < 3'],
      ['b', 'e'],
    ]),
  )
  const first = start(flow, moment)
  const text = JSON.stringify(first.state)
  expect(codeOf(() => done(flow, first, 'a', { amount: 3 }))).toBe('noFlowTaken')
  expect(codeOf(() => done(flow, first, 'a'))).toBe('conditionType')
  expect(JSON.stringify(first.state)).toBe(text)
  expect(done(flow, first, 'a', { amount: 2 }).ended).toBeDefined()
})

test('a task for nobody is refused', async () => {
  const flow = await deployed(
    line('<userTask id="x"><extensionElements><yiwang:candidates role="=roles" users="=who"/></extensionElements></userTask>'),
  )
  expect(codeOf(() => start(flow, { ...moment, variables: { roles: [], who: 'li' } }))).toBe('candidateUnknown')
  const first = start(flow, { ...moment, variables: { roles: ['a', 'b'], who: 'li' } })
  expect(first.opened[0]?.candidates).toEqual({ roles: ['a', 'b'], users: ['li'] })
})

test('a loop of loops over nobody does not turn for ever', async () => {
  const flow = await deployed(
    flowXml(`${ends}<exclusiveGateway id="m"/>${task('a', loop('yiwang:collection="people"'))}<exclusiveGateway id="g" default="g-m"/>`, [
      ['s', 'm'],
      ['m', 'a'],
      ['a', 'g'],
      ['g', 'e', 'finished'],
      ['g', 'm'],
    ]),
  )
  expect(codeOf(() => start(flow, { ...moment, variables: { people: [] } }))).toBe('endlessLoop')
})
