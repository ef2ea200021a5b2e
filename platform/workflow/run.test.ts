import { expect, test } from 'vitest'
import { cancel, complete, correlateMessage, fireTimer, start } from './run.ts'
import { readSample } from './samples/samples.ts'
import type { SampleKey } from './samples/samples.ts'
import type { Definition } from './definition.ts'
import { addWorkdays, codeOf, deployed, moment, now, opened, stored } from './testing.ts'

async function sample(key: SampleKey): Promise<Definition> {
  return deployed(await readSample(key))
}

test('examination, decision, return to examination and decision again lead to the end once', async () => {
  const flow = await sample('simple-approval')
  const first = start(flow, moment)
  expect(opened(first)).toEqual(['examine'])
  expect(first.opened[0]).toMatchObject({ limit: { value: 3, unit: 'workday' }, formKey: 'examination', stage: '审查' })
  const examined = complete(flow, stored(first), first.opened[0]?.id ?? 0, { ...moment, by: 'li', variables: { opinion: 'agree' } })
  expect(examined.closed).toEqual([{ id: first.opened[0]?.id, nodeId: 'examine', how: 'completed', by: 'li' }])
  expect(examined.opened[0]?.candidates).toEqual({ roles: ['decider'], body: 'implementing', notDoneBy: ['examine'] })
  const returned = complete(flow, stored(examined), examined.opened[0]?.id ?? 0, { ...moment, variables: { decision: 'return' } })
  expect(opened(returned)).toEqual(['examine'])
  expect(returned.ended).toBeUndefined()
  const again = complete(flow, stored(returned), returned.opened[0]?.id ?? 0, { ...moment, variables: { opinion: 'disagree' } })
  const end = complete(flow, stored(again), again.opened[0]?.id ?? 0, { ...moment, variables: { decision: 'deny' } })
  expect(end.ended).toEqual({ endEventId: 'denied' })
  expect(end.state).toMatchObject({ status: 'ended', tokens: [], scopes: [], variables: { decision: 'deny' } })
  expect(codeOf(() => complete(flow, stored(end), 1, moment))).toBe('notRunning')
})

test('a task is completed once, and only with one of the offered decisions', async () => {
  const flow = await sample('simple-approval')
  const first = start(flow, moment)
  const task = first.opened[0]?.id ?? 0
  expect(codeOf(() => complete(flow, first.state, task, moment))).toBe('decisionInvalid')
  expect(codeOf(() => complete(flow, first.state, task, { ...moment, variables: { opinion: 'perhaps' } }))).toBe('decisionInvalid')
  const examined = complete(flow, first.state, task, { ...moment, variables: { opinion: 'agree' } })
  expect(codeOf(() => complete(flow, examined.state, task, { ...moment, variables: { opinion: 'agree' } }))).toBe('taskNotOpen')
  expect(codeOf(() => complete(flow, examined.state, 999, moment))).toBe('taskNotOpen')
  expect(first.state.tokens).toHaveLength(1)
})

test('R4-106 two consulted bodies and the examiner are asked at the same time, and the decision waits for all', async () => {
  const flow = await sample('parallel-consult')
  const first = start(flow, { ...moment, variables: { consultees: ['fire', 'health'] } })
  expect(opened(first).toSorted()).toEqual(['consult', 'consult', 'examine'])
  expect(first.opened.filter(({ nodeId }) => nodeId === 'consult').map(({ candidates }) => candidates.body)).toEqual(['fire', 'health'])
  expect(first.timers.set).toEqual([{ id: expect.stringMatching(/:consultLate$/), nodeId: 'consultLate', due: addWorkdays(now, 7) }])
  let step = first
  for (const task of first.opened) {
    expect(step.state.tokens.some(({ at }) => at === 'decide')).toBe(false)
    step = complete(flow, stored(step), task.id, { ...moment, variables: task.decision ? { opinion: 'agree' } : {} })
  }
  expect(opened(step)).toEqual(['decide'])
  expect(step.state.variables['opinions']).toEqual(['agree', 'agree'])
  expect(step.state.variables).not.toHaveProperty('opinion')
})

test('when consulted bodies do not answer in time, their tasks are withdrawn and the flow goes on', async () => {
  const flow = await sample('parallel-consult')
  const first = start(flow, { ...moment, variables: { consultees: ['fire', 'health'] } })
  const consults = first.opened.filter(({ nodeId }) => nodeId === 'consult').map(({ id }) => id)
  const timer = first.timers.set[0]?.id ?? ''
  const late = fireTimer(flow, stored(first), timer, moment)
  expect(late.closed.map(({ id, how }) => [id, how])).toEqual(consults.map((id) => [id, 'cancelled']))
  expect(late.timers.cleared).toEqual([timer])
  expect(opened(late)).toEqual([])
  expect(codeOf(() => fireTimer(flow, stored(late), timer, moment))).toBe('timerNotSet')
  const examine = first.opened.find(({ nodeId }) => nodeId === 'examine')?.id ?? 0
  expect(opened(complete(flow, stored(late), examine, moment))).toEqual(['decide'])
})

test('a site visit reminds once without interrupting, waits for rectification and is repeated', async () => {
  const flow = await sample('site-visit')
  const first = start(flow, moment)
  const visiting = complete(flow, stored(first), first.opened[0]?.id ?? 0, moment)
  expect(opened(visiting)).toEqual(['inspect'])
  const reminder = visiting.timers.set[0]?.id ?? ''
  const reminded = fireTimer(flow, stored(visiting), reminder, moment)
  expect(reminded.services).toMatchObject([{ nodeId: 'remind', operation: 'remind' }])
  expect(reminded.closed).toEqual([])
  expect(codeOf(() => fireTimer(flow, stored(reminded), reminder, moment))).toBe('timerNotSet')
  const quiet = complete(flow, stored(reminded), reminded.services[0]?.id ?? 0, moment)
  const inspect = visiting.opened[0]?.id ?? 0
  const rectify = complete(flow, stored(quiet), inspect, { ...moment, variables: { finding: 'rectify' } })
  expect(rectify.messages.set).toMatchObject([{ nodeId: 'rectify', message: 'rectified' }])
  expect(rectify.timers.set).toMatchObject([{ nodeId: 'rectifyLate', due: new Date('2026-04-01T09:00:00+08:00') }])
  expect(codeOf(() => correlateMessage(flow, rectify.state, { ...moment, message: 'other' }))).toBe('messageUnexpected')
  const back = correlateMessage(flow, stored(rectify), { ...moment, message: 'rectified' })
  expect(opened(back)).toEqual(['inspect'])
  expect(back.timers.cleared).toEqual([rectify.timers.set[0]?.id])
  const passed = complete(flow, stored(back), back.opened[0]?.id ?? 0, { ...moment, variables: { finding: 'passed' } })
  expect(opened(passed)).toEqual(['decide'])
  expect(passed.state.scopes).toEqual([])
})

test('a majority ends the countersigning and withdraws the other signatures; a minority sends it back', async () => {
  const flow = await sample('countersign')
  const first = start(flow, { ...moment, variables: { signers: ['a', 'b', 'c'] } })
  const signing = complete(flow, stored(first), first.opened[0]?.id ?? 0, moment)
  expect(signing.opened.map(({ candidates, instance }) => [candidates.users, instance?.number, instance?.of])).toEqual([
    [['a'], 1, 3],
    [['b'], 2, 3],
    [['c'], 3, 3],
  ])
  const [a, b, c] = signing.opened.map(({ id }) => id)
  const one = complete(flow, stored(signing), b ?? 0, { ...moment, variables: { vote: 'agree' } })
  expect(opened(one)).toEqual([])
  const won = complete(flow, stored(one), c ?? 0, { ...moment, variables: { vote: 'agree' } })
  expect(opened(won)).toEqual(['decide'])
  expect(won.closed).toContainEqual({ id: a, nodeId: 'sign', how: 'cancelled' })
  const against = complete(flow, stored(signing), a ?? 0, { ...moment, variables: { vote: 'object' } })
  const lost = complete(flow, stored(against), c ?? 0, { ...moment, variables: { vote: 'object' } })
  expect(opened(lost)).toEqual(['examine'])
})

test('a withdrawn case leaves nothing open and cannot go on', async () => {
  const flow = await sample('parallel-consult')
  const first = start(flow, { ...moment, variables: { consultees: ['fire'] } })
  const stopped = cancel(flow, stored(first), moment)
  expect(stopped.state).toMatchObject({ status: 'cancelled', tokens: [], scopes: [] })
  expect(stopped.closed.map(({ how }) => how)).toEqual(['cancelled', 'cancelled'])
  expect(stopped.timers.cleared).toHaveLength(1)
  expect(stopped.ended).toBeUndefined()
  expect(codeOf(() => complete(flow, stopped.state, first.opened[0]?.id ?? 0, moment))).toBe('notRunning')
})

test('a running case is not continued by another version of its flow', async () => {
  const flow = await sample('simple-approval')
  const { state, opened: tasks } = start(flow, moment)
  const newer = { ...flow, version: 2 }
  expect(codeOf(() => complete(newer, state, tasks[0]?.id ?? 0, moment))).toBe('definitionMismatch')
  expect(codeOf(() => cancel(newer, state, moment))).toBe('definitionMismatch')
})
