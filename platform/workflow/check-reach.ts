import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition } from './definition.ts'
import { graphOf, reachableFrom, successors } from './graph.ts'
import type { Graph, Place } from './graph.ts'

/** Every node can be reached, and from every node an end can be reached. */
export function checkReach(definition: Definition): CheckProblem[] {
  const graph = graphOf(definition)
  return [...graph.inside.values()].flatMap((places) => [
    ...unreached(graph, places).map(({ node }) => checkProblem('unreachable', node)),
    ...deadEnds(graph, places).map(({ node }) => checkProblem('deadEnd', node)),
  ])
}

function unreached(graph: Graph, places: Place[]): Place[] {
  const reached = reachableFrom(
    graph,
    places.filter(({ node }) => node.type === 'startEvent'),
  )
  return places.filter((place) => place.node.type !== 'startEvent' && !reached.has(place))
}

/** Going backwards from the ends; a node counts only by its own way out, not by being interrupted. */
function deadEnds(graph: Graph, places: Place[]): Place[] {
  const before = new Map<Place, Place[]>()
  for (const place of places) for (const next of successors(graph, place)) before.set(next, [...(before.get(next) ?? []), place])
  const ends = places.filter(({ node }) => node.type === 'endEvent')
  const ending = reachableFrom(graph, ends, (_, place) => before.get(place) ?? [])
  const leads = (id: string) => {
    const target = graph.places.get(id)
    return target !== undefined && ending.has(target)
  }
  return places.filter(({ node, outgoing }) => node.type !== 'endEvent' && !outgoing.some(({ target }) => leads(target)))
}
