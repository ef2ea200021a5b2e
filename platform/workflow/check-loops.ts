import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { isWaiting } from './definition.ts'
import type { Definition } from './definition.ts'
import { graphOf, reachableFrom } from './graph.ts'
import type { Graph, Place } from './graph.ts'

/** A circle in which nobody is asked anything would turn for ever. Named once, by its first node. */
export function checkLoops(definition: Definition): CheckProblem[] {
  const graph = graphOf(definition)
  const next = passingNext(new Map())
  const named = new Set<Place>()
  const problems: CheckProblem[] = []
  for (const place of graph.places.values()) {
    if (named.has(place)) continue
    const onward = reachableFrom(graph, next(graph, place), next)
    if (!onward.has(place)) continue
    for (const other of onward) if (reachableFrom(graph, [other], next).has(place)) named.add(other)
    problems.push(checkProblem('endlessLoop', place.node))
  }
  return problems
}

type Next = (graph: Graph, place: Place) => Place[]

/** Steps that need nobody. Border events need time to pass or a message to come: they are not followed. */
function passingNext(known: Map<Place, boolean>): Next {
  const next: Next = (graph, place) => {
    if (!passes(graph, place, next, known)) return []
    return place.outgoing.flatMap(({ target }) => graph.places.get(target) ?? []).filter((target) => passes(graph, target, next, known))
  }
  return next
}

/** Called flows are trusted to involve a person; an embedded sub-process is looked into, once. */
function passes(graph: Graph, place: Place, next: Next, known: Map<Place, boolean>): boolean {
  const { node } = place
  if (node.type === 'callActivity') return false
  if (node.type !== 'subProcess') return !isWaiting(node)
  const remembered = known.get(place)
  if (remembered !== undefined) return remembered
  const inside = graph.inside.get(node.id) ?? []
  const starts = inside.filter((inner) => inner.node.type === 'startEvent')
  const through = [...reachableFrom(graph, starts, next)].some((inner) => inner.node.type === 'endEvent')
  known.set(place, through)
  return through
}
