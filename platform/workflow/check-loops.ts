import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { isWaiting } from './definition.ts'
import type { Definition } from './definition.ts'
import { graphOf, reachableFrom } from './graph.ts'
import type { Graph, Place } from './graph.ts'

/** A circle in which nobody is asked anything would turn for ever. Named once, by its first node. */
export function checkLoops(definition: Definition): CheckProblem[] {
  const graph = graphOf(definition)
  const named = new Set<Place>()
  const problems: CheckProblem[] = []
  for (const place of graph.places.values()) {
    if (named.has(place) || !passes(graph, place)) continue
    const onward = reachableFrom(graph, passingNext(graph, place), passingNext)
    if (!onward.has(place)) continue
    for (const other of onward) if (reachableFrom(graph, [other], passingNext).has(place)) named.add(other)
    problems.push(checkProblem('endlessLoop', place.node))
  }
  return problems
}

/** Border events need time to pass or a message to come: they are not followed. */
function passingNext(graph: Graph, place: Place): Place[] {
  if (!passes(graph, place)) return []
  return place.outgoing.flatMap(({ target }) => graph.places.get(target) ?? []).filter((next) => passes(graph, next))
}

/** Called flows are trusted to involve a person; an embedded sub-process is looked into. */
function passes(graph: Graph, { node }: Place): boolean {
  if (node.type === 'callActivity') return false
  if (node.type !== 'subProcess') return !isWaiting(node)
  const inside = graph.inside.get(node.id) ?? []
  const starts = inside.filter((place) => place.node.type === 'startEvent')
  return [...reachableFrom(graph, starts, passingNext)].some((place) => place.node.type === 'endEvent')
}
