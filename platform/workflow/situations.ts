import type { FlowNode } from './definition.ts'
import type { Graph, Place } from './graph.ts'
import { blockers } from './inclusive.ts'

/** A token at work on a node, or waiting at a join on the flow it came by. */
type Token = { at: string; via?: string }
/** Where the tokens of one level stand, the one to move next last. */
export type Situation = Token[]

/**
 * The situations that may follow, none after the end; undefined when tokens are left and none can move. One token is
 * followed to its rest before the next, so that the order of independent work does not multiply the situations.
 */
export function advance(graph: Graph, situation: Situation): Situation[] | undefined {
  if (situation.length === 0) return []
  const moving = situation.findLastIndex(({ via }) => via === undefined)
  if (moving === -1) return release(graph, situation)
  const place = graph.places.get(situation[moving]?.at ?? '')
  if (!place) return []
  if (place.node.type === 'endEvent' && place.node.terminate) return []
  const rest = situation.toSpliced(moving, 1)
  return waysOut(place).map((targets) => arrive(graph, rest, targets))
}

type Move = { to: string; via?: string }

function waysOut({ node, outgoing, boundaries }: Place): Move[][] {
  const moves: Move[] = outgoing.map(({ id, target }) => ({ to: target, via: id }))
  if (node.type === 'exclusiveGateway') return moves.map((move) => [move])
  if (node.type === 'inclusiveGateway') return subsets(moves)
  const done = [moves, ...boundaries.filter(({ interrupting }) => interrupting).map(({ id }): Move[] => [{ to: id }])]
  const extra = boundaries.filter(({ interrupting }) => !interrupting).map(({ id }): Move => ({ to: id }))
  if (extra.length === 0) return done
  if (extra.length > 5) return done.flatMap((way) => [way, [...way, ...extra]])
  return done.flatMap((way) => [way, ...extra.map((one) => [...way, one]), [...way, ...extra]])
}

function subsets(moves: Move[]): Move[][] {
  if (moves.length > 6) return [...moves.map((move) => [move]), moves]
  return Array.from({ length: 2 ** moves.length - 1 }, (_, bits) => moves.filter((__, index) => ((bits + 1) >> index) & 1))
}

function arrive(graph: Graph, situation: Situation, moves: Move[]): Situation {
  let next = situation
  for (const { to, via } of moves) {
    const place = graph.places.get(to)
    if (!place) continue
    next = isJoin(place) && via !== undefined ? tryParallel(place, [...next, { at: to, via }]) : [...next, { at: to }]
  }
  return next
}

function isJoin({ node, incoming }: Place): boolean {
  return incoming.length > 1 && isJoining(node)
}

function isJoining({ type }: FlowNode): boolean {
  return type === 'parallelGateway' || type === 'inclusiveGateway'
}

function tryParallel({ node, incoming }: Place, situation: Situation): Situation {
  if (node.type !== 'parallelGateway') return situation
  const used = incoming.map(({ id }) => situation.findIndex(({ via }) => via === id))
  if (used.includes(-1)) return situation
  return [...situation.filter((_, index) => !used.includes(index)), { at: node.id }]
}

/** Nothing moves: an inclusive join goes on unless another waiting token may still come to it. */
function release(graph: Graph, situation: Situation): Situation[] | undefined {
  const joins = [...new Set(situation.map(({ at }) => at))].filter((id) => graph.places.get(id)?.node.type === 'inclusiveGateway')
  const free = joins.find((id) => blockers(graph, id, viasAt(situation, id), situation).length === 0) ?? joins[0]
  if (free === undefined) return undefined
  const used = [...new Set(viasAt(situation, free))].map((flow) => situation.findIndex(({ via }) => via === flow))
  return [[...situation.filter((_, index) => !used.includes(index)), { at: free }]]
}

function viasAt(situation: Situation, join: string): string[] {
  return situation.flatMap(({ at, via }) => (at === join && via !== undefined ? [via] : []))
}
