import type { Draft } from './draft.ts'
import { placeOf } from './draft.ts'
import type { Place } from './graph.ts'
import { blockers } from './inclusive.ts'
import { goOn } from './leave.ts'
import { FlowProblem } from './problems.ts'
import type { Token } from './state.ts'

/** A parallel join takes one token from each of its flows, when all have one. */
export function tryParallel(draft: Draft, place: Place, scope: number): void {
  const waiting = draft.state.tokens.filter(({ at, in: inside }) => at === place.node.id && inside === scope)
  const taken = place.incoming.map(({ id }) => waiting.find(({ via }) => via === id))
  if (taken.includes(undefined)) return
  pass(draft, place, scope, taken)
}

function pass(draft: Draft, place: Place, scope: number, taken: (Token | undefined)[]): void {
  draft.state.tokens = draft.state.tokens.filter((token) => !taken.includes(token))
  draft.passed.push(place.node.id)
  goOn(draft, place, scope)
}

/**
 * Lets one inclusive join go on whose other branches can no longer arrive. Two joins that wait for each other only
 * (possible in unstructured flows) would wait for ever: then the earlier one goes on.
 */
export function releaseInclusive(draft: Draft): boolean {
  const waiting = draft.state.tokens.filter(({ at, via }) => via !== undefined && placeOf(draft, at).node.type === 'inclusiveGateway')
  const free = waiting.find((token) => isFree(draft, token)) ?? waiting.find((token) => onlyJoins(draft, token.in))
  if (!free) return false
  const mates = waiting.filter(({ at, in: inside }) => at === free.at && inside === free.in)
  const firstByFlow = mates.filter(({ via }, index) => mates.findIndex((mate) => mate.via === via) === index)
  pass(draft, placeOf(draft, free.at), free.in, firstByFlow)
  return true
}

function isFree(draft: Draft, { at, in: scope }: Token): boolean {
  const inside = draft.state.tokens.filter((token) => token.in === scope)
  const full = inside.filter((token) => token.at === at).flatMap(({ via }) => (via === undefined ? [] : [via]))
  return blockers(draft.graph, at, full, inside).length === 0
}

function onlyJoins(draft: Draft, scope: number): boolean {
  return draft.state.tokens.every((token) => token.in !== scope || token.via !== undefined)
}

/** A scope in which every token waits at a join can never move again: the step that leads there is refused. */
export function refuseStuck(draft: Draft): void {
  const stuck = draft.state.tokens.find((token) => token.via !== undefined && onlyJoins(draft, token.in))
  if (!stuck) return
  const { node } = placeOf(draft, stuck.at)
  throw new FlowProblem('joinStuck', { name: node.name || node.id })
}
