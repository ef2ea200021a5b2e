import { isActivity } from './definition.ts'
import type { BoundaryEvent, Definition, FlowNode, SequenceFlow } from './definition.ts'

/** A node with what leads to it, what leaves it, and the events on its border. */
export type Place = { node: FlowNode; incoming: SequenceFlow[]; outgoing: SequenceFlow[]; boundaries: BoundaryEvent[] }

export type Graph = {
  places: Map<string, Place>
  /** Nodes by the container they stand in; the process itself is ''. */
  inside: Map<string, Place[]>
}

const graphs = new WeakMap<Definition, Graph>()

/** Built once per definition object: definitions never change. */
export function graphOf(definition: Definition): Graph {
  const known = graphs.get(definition)
  if (known) return known
  const graph = build(definition)
  graphs.set(definition, graph)
  return graph
}

function build({ nodes, flows }: Definition): Graph {
  const places = new Map<string, Place>()
  const inside = new Map<string, Place[]>()
  for (const node of nodes) {
    const place: Place = { node, incoming: [], outgoing: [], boundaries: [] }
    places.set(node.id, place)
    const parent = node.parent ?? ''
    const siblings = inside.get(parent)
    if (siblings) siblings.push(place)
    else inside.set(parent, [place])
  }
  for (const flow of flows) {
    places.get(flow.source)?.outgoing.push(flow)
    places.get(flow.target)?.incoming.push(flow)
  }
  for (const { node } of places.values()) {
    if (node.type !== 'boundaryEvent') continue
    const host = places.get(node.attachedTo)
    if (host && isActivity(host.node)) host.boundaries.push(node)
  }
  return { places, inside }
}

/** Where a token at the node may go next, through its border events too. */
export function successors(graph: Graph, place: Place): Place[] {
  const ids = [...place.outgoing.map(({ target }) => target), ...place.boundaries.map(({ id }) => id)]
  return ids.flatMap((id) => graph.places.get(id) ?? [])
}

export function reachableFrom(graph: Graph, starts: Place[], next = successors): Set<Place> {
  const seen = new Set(starts)
  const open = [...starts]
  for (let place = open.pop(); place; place = open.pop())
    for (const following of next(graph, place)) {
      if (seen.has(following)) continue
      seen.add(following)
      open.push(following)
    }
  return seen
}
