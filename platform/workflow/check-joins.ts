import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition, FlowNode } from './definition.ts'
import { graphOf } from './graph.ts'
import type { Graph, Place } from './graph.ts'
import { blockers } from './inclusive.ts'

/** A token at work on a node, or waiting at a join on the flow it came by. */
type Token = { at: string; via?: string }
type Situation = Token[]

const mostSituations = 5000

/**
 * Walks through every way the choices of a flow can fall, without looking at the data, and reports parallel joins that
 * some way leaves waiting for ever, and branches that lead back before their fork. Best effort: one token is followed to
 * its rest before the next, inclusive forks of more than six flows are tried in part, and the walk stops, in favour of
 * the author, after 5000 situations.
 */
export function checkJoins(definition: Definition): CheckProblem[] {
  const graph = graphOf(definition)
  const found = new Map<string, CheckProblem>()
  for (const [container, places] of graph.inside) {
    const inner = graph.places.get(container)?.node
    if (inner?.type === 'callActivity') continue
    for (const problem of walk(graph, places)) found.set(`${problem.code} ${problem.elementId}`, problem)
  }
  return [...found.values()]
}

function walk(graph: Graph, places: Place[]): CheckProblem[] {
  const start = places.find(({ node }) => node.type === 'startEvent')
  if (!start) return []
  const problems: CheckProblem[] = []
  const seen = new Set<string>()
  const open: Situation[] = [[{ at: start.node.id }]]
  const numbers = new Map(
    places.flatMap(({ node, outgoing }) => [node.id, ...outgoing.map(({ id }) => id)]).map((id, index) => [id, index]),
  )
  const most = places.reduce((sum, { outgoing }) => sum + outgoing.length, 8)
  for (let situation = open.pop(); situation && seen.size < mostSituations; situation = open.pop()) {
    const key = situation.map(({ at, via }) => numbers.get(via ?? at)).join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    if (situation.length > most) {
      const crowded = places.find(({ node }) => node.id === situation?.[0]?.at) ?? start
      return [checkProblem('tokensPileUp', crowded.node)]
    }
    const following = advance(graph, situation)
    if (following) open.push(...following)
    else for (const { at } of situation) problems.push(...stalled(graph, at))
  }
  return problems
}

function stalled(graph: Graph, id: string): CheckProblem[] {
  const place = graph.places.get(id)
  return place ? [checkProblem('joinStalls', place.node)] : []
}

/** The situations that may follow; undefined when tokens are left and none can move. */
function advance(graph: Graph, situation: Situation): Situation[] | undefined {
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
