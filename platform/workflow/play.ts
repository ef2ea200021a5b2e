import type { Definition } from './definition.ts'
import { complete, fireTimer, start } from './run.ts'
import type { State, Step } from './state.ts'
import { moment, stored } from './testing.ts'
import { waiting } from './waiting.ts'

/** Drives flows of `blocks.ts` in any order, for property tests. */
export type Move = { kind: 'done'; id: number } | { kind: 'timer'; id: string }

const mostSteps = 600

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
  const branches = [1, 2].flatMap((index) => Array.from({ length: 40 }, (_, gate) => `f${gate}.${index}`))
  return { choice: branches.filter((_, at) => (seed >> (at % 29)) & 1), again: steps < 12 && (seed & 1) === 1 }
}

/** Plays until the flow ends, storing and reading the state at each step. */
export function play(flow: Definition, picks: number[], seed: number, onStep: (step: Step, move: Move | undefined) => void): Step {
  let step = start(flow, { ...moment, variables: variables(seed, 0) })
  onStep(step, undefined)
  for (let steps = 1; step.state.status === 'running'; steps++) {
    const state = stored(step)
    const possible = moves(flow, state)
    const move = possible[(picks[steps % picks.length] ?? 0) % possible.length]
    if (!move || steps > mostSteps) throw new Error(`nothing leads on: ${JSON.stringify(state)}`)
    step = take(flow, state, move, variables(seed + steps, steps))
    onStep(step, move)
  }
  return step
}

function take(flow: Definition, state: State, move: Move, given: ReturnType<typeof variables>): Step {
  return move.kind === 'timer' ? fireTimer(flow, state, move.id, moment) : complete(flow, state, move.id, { ...moment, variables: given })
}
