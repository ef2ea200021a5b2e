import type { Gateway, SequenceFlow } from './definition.ts'
import type { Draft } from './draft.ts'
import { conditionHolds } from './expressions.ts'
import type { Place } from './graph.ts'
import { FlowProblem } from './problems.ts'
import { lookupIn } from './variables.ts'

/** Leaves a node by the flows its kind and the data choose. */
export function goOn(draft: Draft, place: Place, scope: number): void {
  for (const { id, target } of chosen(draft, place, scope)) {
    draft.passed.push(id)
    draft.queue.push({ node: target, scope, via: id })
  }
}

function chosen(draft: Draft, { node, outgoing }: Place, scope: number): SequenceFlow[] {
  if (outgoing.length < 2) return outgoing
  if (node.type !== 'exclusiveGateway' && node.type !== 'inclusiveGateway') return outgoing
  const lookup = lookupIn(draft.state, scope)
  const may = ({ id, condition }: SequenceFlow) => id !== node.default && condition !== undefined && conditionHolds(condition, lookup)
  const taken = node.type === 'inclusiveGateway' ? outgoing.filter(may) : firstOf(outgoing, may)
  return taken.length > 0 ? taken : byDefault(node, outgoing)
}

function firstOf(flows: SequenceFlow[], may: (flow: SequenceFlow) => boolean): SequenceFlow[] {
  const first = flows.find(may)
  return first ? [first] : []
}

function byDefault(node: Gateway, outgoing: SequenceFlow[]): SequenceFlow[] {
  const flow = outgoing.find(({ id }) => id === node.default)
  if (!flow) throw new FlowProblem('noFlowTaken', { name: node.name || node.id })
  return [flow]
}
