import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBlock, blockXml } from './blocks.ts'
import type { Definition } from './definition.ts'
import { cancel, complete, fireTimer, start } from './run.ts'
import type { State, Step } from './state.ts'
import { codeOf, deployed, moment, stored } from './testing.ts'
import { waiting } from './waiting.ts'

type Move = { kind: 'done'; id: number } | { kind: 'timer'; id: string }

/** What may happen next, read from the state alone. */
function moves(flow: Definition, state: State): Move[] {
  const { tasks, services, timers } = waiting(flow, state)
  return [
    ...[...tasks, ...services].map(({ id }): Move => ({ kind: 'done', id })),
    ...timers.map(({ id }): Move => ({ kind: 'timer', id })),
  ]
}

/** Branches to take, and whether to go round again: never more than the first few times. */
function variables(seed: number, steps: number) {
  const choice = [1, 2]
    .flatMap((index) => Array.from({ length: 40 }, (_, gate) => `f${gate}.${index}`))
    .filter((_, at) => (seed >> (at % 29)) & 1)
  return { choice, again: steps < 12 && (seed & 1) === 1 }
}

function play(flow: Definition, picks: number[], seed: number, onStep: (step: Step, move: Move | undefined) => void): Step {
  let step = start(flow, { ...moment, variables: variables(seed, 0) })
  onStep(step, undefined)
  for (let steps = 1; step.state.status === 'running'; steps++) {
    expect(steps).toBeLessThan(400)
    const state = stored(step)
    const possible = moves(flow, state)
    const move = possible[(picks[steps % picks.length] ?? 0) % possible.length]
    if (!move) throw new Error(`nothing can happen any more: ${JSON.stringify(state)}`)
    const next =
      move.kind === 'timer'
        ? fireTimer(flow, state, move.id, moment)
        : complete(flow, state, move.id, { ...moment, variables: variables(seed + steps, steps) })
    onStep(next, move)
    step = next
  }
  return step
}

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
