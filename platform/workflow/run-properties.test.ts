import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBlock, blockXml } from './blocks.ts'
import { check } from './check.ts'
import type { Definition, FlowNode } from './definition.ts'
import { play } from './play.ts'
import { cancel, complete } from './run.ts'
import type { State } from './state.ts'
import { codeOf, deployed, moment, stored } from './testing.ts'
import { waiting } from './waiting.ts'

const runs = fc.tuple(anyBlock, fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 30 }), fc.nat())

test('in any block-structured flow, any order of completion reaches the end exactly once and leaves no token', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ([block, picks, seed]) => {
      const flow = await deployed(blockXml(block))
      let ended = 0
      const passed: string[] = []
      const last = play(flow, picks, seed, (step) => {
        if (step.ended) ended++
        passed.push(...step.passed)
      })
      expect(ended).toBe(1)
      expect(passed.filter((id) => id === 's' || id === 'e').toSorted()).toEqual(['e', 's'])
      expect(last.ended).toEqual({ endEventId: expect.stringMatching(/^[er]/) as string })
      expect(last.state).toMatchObject({ status: 'ended', tokens: [], scopes: [] })
    }),
    { numRuns: 150 },
  )
})

test('what was opened is closed once, completed or withdrawn, and timers likewise', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ([block, picks, seed]) => {
      const flow = await deployed(blockXml(block))
      const open = new Set<number | string>()
      play(flow, picks, seed, (step, move) => {
        if (move?.kind === 'done') open.delete(move.id)
        for (const { id } of step.closed.filter(({ how }) => how === 'cancelled')) expect(open.delete(id)).toBe(true)
        for (const id of [...step.servicesCancelled, ...step.timers.cleared]) expect(open.delete(id)).toBe(true)
        for (const { id } of [...step.opened, ...step.services, ...step.timers.set]) expect(open.has(id)).toBe(false)
        for (const { id } of [...step.opened, ...step.services, ...step.timers.set]) open.add(id)
        const { tasks, services, timers } = waiting(flow, step.state)
        expect(open).toEqual(new Set([...tasks, ...services, ...timers].map(({ id }) => id)))
      })
      expect(open.size).toBe(0)
    }),
    { numRuns: 150 },
  )
})

test('a state is plain JSON, is not changed by the step taken from it, and takes no task twice', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ([block, picks, seed]) => {
      const flow = await deployed(blockXml(block))
      let before: { state: State; text: string } | undefined
      play(flow, picks, seed, (step, move) => {
        expect(JSON.stringify(before?.state)).toBe(before?.text)
        expect(stored(step)).toEqual(step.state)
        const again = codeOf(() => complete(flow, step.state, move?.kind === 'done' ? move.id : 0, moment))
        expect(again).toBe(step.ended ? 'notRunning' : 'taskNotOpen')
        before = { state: step.state, text: JSON.stringify(step.state) }
      })
    }),
    { numRuns: 100 },
  )
})

test('a flow can be stopped at any step, and then nothing is left open', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ([block, picks, seed]) => {
      const flow = await deployed(blockXml(block))
      play(flow, picks, seed, (step) => {
        if (step.state.status !== 'running') return
        const { tasks, services, timers } = waiting(flow, step.state)
        const stopped = cancel(flow, step.state, moment)
        expect(stopped.state).toMatchObject({ status: 'cancelled', tokens: [], scopes: [] })
        expect(new Set(stopped.closed.map(({ id }) => id))).toEqual(new Set(tasks.map(({ id }) => id)))
        expect(new Set(stopped.servicesCancelled)).toEqual(new Set(services.map(({ id }) => id)))
        expect(new Set(stopped.timers.cleared)).toEqual(new Set(timers.map(({ id }) => id)))
      })
    }),
    { numRuns: 60 },
  )
})

type Kinds = ('exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway')[]

/** The same flow with its gateways changed at will, most of them wrongly. */
function regated(flow: Definition, kinds: Kinds): Definition {
  let at = 0
  const nodes = flow.nodes.map((node): FlowNode => {
    if (!node.type.endsWith('Gateway')) return node
    const { id, name, parent } = node
    const type = kinds[at++ % kinds.length] ?? 'exclusiveGateway'
    const last = flow.flows.findLast(({ source }) => source === id)
    return { id, name, type, ...(parent !== undefined && { parent }), ...(type !== 'parallelGateway' && last && { default: last.id }) }
  })
  const flows = flow.flows.map(({ condition, ...rest }) => {
    const source = nodes.find(({ id }) => id === rest.source)
    const siblings = flow.flows.filter((other) => other.source === rest.source)
    const index = siblings.findIndex(({ id }) => id === rest.id)
    const decides = source && source.type.endsWith('Gateway') && source.type !== 'parallelGateway' && index < siblings.length - 1
    return decides ? { ...rest, condition: condition ?? `'${rest.source}.${index}' in choice` } : rest
  })
  return { ...flow, nodes, flows }
}

test('a flow that passes the check never gets stuck, however its gateways are mixed', async () => {
  const kinds = fc.array(fc.constantFrom<Kinds[number]>('exclusiveGateway', 'parallelGateway', 'inclusiveGateway'), {
    minLength: 1,
    maxLength: 8,
  })
  const seen = { passed: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(runs, kinds, async ([block, picks, seed], gates) => {
      const flow = regated(await deployed(blockXml(block)), gates)
      fc.pre(flow.nodes.some(({ type }) => type.endsWith('Gateway')))
      const problems = check(flow)
      seen[problems.length === 0 ? 'passed' : 'refused']++
      fc.pre(problems.length === 0)
      expect(play(flow, picks, seed, () => undefined).state).toMatchObject({ status: 'ended', tokens: [], scopes: [] })
    }),
    { numRuns: 250 },
  )
  expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(20)
})
