import type { Definition } from './definition.ts'
import { isContainer } from './definition.ts'
import { graphOf, reachableFrom } from './graph.ts'
import type { Graph } from './graph.ts'
import type { State } from './state.ts'

/** 已办, 当前, 未办, 超期. */
export type Mark = 'done' | 'current' | 'pending' | 'late'

export type Progress = {
  /** Nodes and flows gone through, in order, as the steps gave them (`passed`). */
  passed: string[]
  state?: Pick<State, 'tokens'>
  /** Current nodes that are past their limit, as the host's clock says. */
  late?: string[]
}

/** How far each node and flow is. After a return (退回) what lies behind the returned-to step is to be done again. */
export function marksOf(definition: Definition, { passed, state, late = [] }: Progress): Map<string, Mark> {
  const graph = graphOf(definition)
  const done = doneIn(graph, definition, passed)
  const marks = new Map<string, Mark>([...done].map((id) => [id, 'done']))
  for (const { at } of state?.tokens ?? []) marks.set(at, late.includes(at) ? 'late' : 'current')
  return marks
}

function doneIn(graph: Graph, definition: Definition, passed: string[]): Set<string> {
  const flows = new Map(definition.flows.map((flow) => [flow.id, flow]))
  const done = new Set<string>()
  for (const id of passed) {
    const flow = flows.get(id)
    if (flow && done.has(flow.target)) undo(graph, done, flow.target)
    done.add(id)
  }
  return done
}

function undo(graph: Graph, done: Set<string>, from: string): void {
  const start = graph.places.get(from)
  if (!start) return
  for (const { node, outgoing } of reachableFrom(graph, [start])) {
    done.delete(node.id)
    for (const { id } of outgoing) done.delete(id)
    if (isContainer(node)) undoInside(graph, done, node.id)
  }
}

function undoInside(graph: Graph, done: Set<string>, container: string): void {
  for (const { node, outgoing } of graph.inside.get(container) ?? []) {
    done.delete(node.id)
    for (const { id } of outgoing) done.delete(id)
    if (isContainer(node)) undoInside(graph, done, node.id)
  }
}
