import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { CallActivity, Definition, FlowNode, SequenceFlow } from './definition.ts'

/** Finds a deployed, linked definition. */
export type Library = (key: string, version: number) => Definition | undefined

/** Flows that call flows multiply: the whole is bounded, not only each part. */
const mostNodes = 5000

/**
 * Puts each called definition below its call activity, so that a running case needs one definition only and a later
 * version of the called flow never changes it. `/` cannot occur in an XML id, so the prefixed ids are unique.
 */
export function link(definition: Definition, library: Library): { definition: Definition; problems: CheckProblem[] } {
  const problems: CheckProblem[] = []
  const nodes = [...definition.nodes]
  const flows = [...definition.flows]
  for (const node of definition.nodes) {
    if (node.type !== 'callActivity' || !node.calls) continue
    const { key, version } = node.calls
    const called = key === definition.key ? undefined : library(key, version)
    if (key === definition.key || called?.nodes.some((inner) => callsTo(inner, definition.key)))
      problems.push(checkProblem('callRecursive', node))
    else if (!called) problems.push(checkProblem('callUnknown', node, { key, version }))
    else {
      nodes.push(...called.nodes.map((inner) => nodeBelow(node, inner)))
      flows.push(...called.flows.map((inner) => flowBelow(node, inner)))
    }
  }
  if (nodes.length > mostNodes)
    problems.push(checkProblem('flowTooLarge', { id: definition.key, name: definition.name, type: 'process' }, { limit: mostNodes }))
  return { definition: { ...definition, nodes, flows }, problems }
}

function callsTo(node: FlowNode, key: string): boolean {
  return node.type === 'callActivity' && node.calls?.key === key
}

function nodeBelow(call: CallActivity, node: FlowNode): FlowNode {
  const below = (id: string) => `${call.id}/${id}`
  const moved = { ...node, id: below(node.id), parent: node.parent === undefined ? call.id : below(node.parent) }
  if (moved.type === 'boundaryEvent') return { ...moved, attachedTo: below(moved.attachedTo) }
  if ((moved.type === 'exclusiveGateway' || moved.type === 'inclusiveGateway') && moved.default)
    return { ...moved, default: below(moved.default) }
  if (moved.type === 'userTask' && moved.candidates.notDoneBy)
    return { ...moved, candidates: { ...moved.candidates, notDoneBy: moved.candidates.notDoneBy.map(below) } }
  return moved
}

function flowBelow(call: CallActivity, flow: SequenceFlow): SequenceFlow {
  const below = (id: string) => `${call.id}/${id}`
  const parent = flow.parent === undefined ? call.id : below(flow.parent)
  return { ...flow, id: below(flow.id), source: below(flow.source), target: below(flow.target), parent }
}
