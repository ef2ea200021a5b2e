import { reachableFrom, successors } from './graph.ts'
import type { Graph, Place } from './graph.ts'

/**
 * The inclusive join of BPMN 2.0 (table 13.3): it goes on once no token can still arrive by a flow that has none,
 * unless that token could as well arrive by a flow that has one. Ways through the join itself do not count.
 */
export function blockers<T extends { at: string }>(graph: Graph, join: string, full: string[], tokens: T[]): T[] {
  const reach = reachOf(graph, join)
  return tokens.filter(({ at }) => {
    if (at === join) return false
    const flows = reach.filter(({ from }) => from.has(at))
    return flows.length > 0 && !flows.some(({ flow }) => full.includes(flow))
  })
}

/** For each flow into the join: the nodes from which it can be reached. */
type Reach = { flow: string; from: Set<string> }[]

const known = new WeakMap<Graph, Map<string, Reach>>()

function reachOf(graph: Graph, join: string): Reach {
  const cached = known.get(graph) ?? new Map<string, Reach>()
  known.set(graph, cached)
  const found = cached.get(join)
  if (found) return found
  const reach = computeReach(graph, join)
  cached.set(join, reach)
  return reach
}

function computeReach(graph: Graph, join: string): Reach {
  const place = graph.places.get(join)
  if (!place) return []
  const siblings = graph.inside.get(place.node.parent ?? '') ?? []
  const before = new Map<Place, Place[]>()
  for (const sibling of siblings)
    if (sibling !== place) for (const next of successors(graph, sibling)) before.set(next, [...(before.get(next) ?? []), sibling])
  return place.incoming.map(({ id, source }) => {
    const last = graph.places.get(source)
    const sources = last && last !== place ? [last] : []
    const from = reachableFrom(graph, sources, (_, at) => before.get(at) ?? [])
    return { flow: id, from: new Set([...from].map(({ node }) => node.id)) }
  })
}
