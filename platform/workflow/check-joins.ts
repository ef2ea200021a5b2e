import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition } from './definition.ts'
import { graphOf } from './graph.ts'
import type { Graph, Place } from './graph.ts'
import { advance } from './situations.ts'
import type { Situation } from './situations.ts'

const mostSituations = 5000
/** Of all situations together, so that neither time nor memory can be run out of. */
const mostTokens = 500_000

/**
 * Walks through every way the choices of a flow can fall, without looking at the data, and reports parallel joins that
 * some way leaves waiting for ever, branches that lead back before their fork, and courses that can never end. Best
 * effort: inclusive forks of more than six flows are tried in part, and the walk stops, in favour of the author, at the
 * bounds above.
 */
export function checkJoins(definition: Definition): CheckProblem[] {
  const graph = graphOf(definition)
  const found = new Map<string, CheckProblem>()
  for (const [container, places] of graph.inside) {
    if (graph.places.get(container)?.node.type === 'callActivity') continue
    for (const problem of checkLevel(graph, places)) found.set(`${problem.code} ${problem.elementId}`, problem)
  }
  return [...found.values()]
}

/** `next` is empty after the end and undefined where nothing can move. */
type Visited = { key: string; situation: Situation; next: string[] | undefined }

function checkLevel(graph: Graph, places: Place[]): CheckProblem[] {
  const { visited, crowded, complete } = walk(graph, places)
  if (crowded) return [checkProblem('tokensPileUp', crowded.node)]
  const name = (code: 'joinStalls' | 'neverEnds', { at }: Situation[number]) => {
    const place = graph.places.get(at)
    return place ? [checkProblem(code, place.node)] : []
  }
  const stalls = visited.flatMap(({ situation, next }) => (next ? [] : situation.flatMap((token) => name('joinStalls', token))))
  if (stalls.length > 0 || !complete) return stalls
  const trapped = withoutEnd(visited).flatMap(({ situation }) => situation.slice(-1))
  const fork = trapped.find(({ at }) => graph.places.get(at)?.node.type === 'parallelGateway') ?? trapped[0]
  return fork ? name('neverEnds', fork) : []
}

type Walk = { visited: Visited[]; crowded?: Place; complete: boolean }

/** All situations, as far as the bounds allow, or the place at which tokens pile up. */
function walk(graph: Graph, places: Place[]): Walk {
  const start = places.find(({ node }) => node.type === 'startEvent')
  if (!start) return { visited: [], complete: true }
  const ids = places.flatMap(({ node, outgoing }) => [node.id, ...outgoing.map(({ id }) => id)])
  const numbers = new Map(ids.map((id, index) => [id, index]))
  const keyOf = (situation: Situation) => situation.map(({ at, via }) => numbers.get(via ?? at)).join(' ')
  const visited = new Map<string, Visited>()
  const open: Situation[] = [[{ at: start.node.id }]]
  let tokens = 0
  for (let situation = open.pop(); situation; situation = open.pop()) {
    const key = keyOf(situation)
    if (visited.has(key)) continue
    if (visited.size === mostSituations || tokens > mostTokens) return { visited: [...visited.values()], complete: false }
    if (situation.length > ids.length + 8)
      return { visited: [], crowded: graph.places.get(situation[0]?.at ?? '') ?? start, complete: false }
    const next = advance(graph, situation)
    visited.set(key, { key, situation, next: next?.map(keyOf) })
    for (const following of next ?? []) tokens += following.length
    open.push(...(next ?? []))
  }
  return { visited: [...visited.values()], complete: true }
}

/** Going backwards from all ends: what is not met can never end. */
function withoutEnd(visited: Visited[]): Visited[] {
  const before = new Map<string, string[]>()
  for (const { key, next } of visited)
    for (const following of next ?? []) {
      const known = before.get(following)
      if (known) known.push(key)
      else before.set(following, [key])
    }
  const open = visited.filter(({ next }) => next?.length === 0).map(({ key }) => key)
  const ending = new Set(open)
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const earlier of before.get(key) ?? []) {
      if (ending.has(earlier)) continue
      ending.add(earlier)
      open.push(earlier)
    }
  return visited.filter(({ key }) => !ending.has(key))
}
