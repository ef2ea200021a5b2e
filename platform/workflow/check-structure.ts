import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { isActivity } from './definition.ts'
import type { Definition, SequenceFlow } from './definition.ts'
import { graphOf } from './graph.ts'
import type { Place } from './graph.ts'

/** Starts, ends, and flows that join what may be joined. */
export function checkStructure(definition: Definition): CheckProblem[] {
  const { places, inside } = graphOf(definition)
  const containers = [
    { id: '', name: definition.name, type: 'process', shown: definition.key },
    ...definition.nodes.filter(({ type }) => type === 'subProcess').map((node) => ({ ...node, shown: node.id })),
  ]
  return [
    ...containers.flatMap(({ id, name, type, shown }) => checkContainer({ id: shown, name, type }, inside.get(id) ?? [])),
    ...definition.flows.flatMap((flow) => checkFlow(flow, places)),
    ...[...places.values()].flatMap((place) => checkPlace(place, places)),
  ]
}

function checkContainer(container: { id: string; name: string; type: string }, places: Place[]): CheckProblem[] {
  const starts = places.filter(({ node }) => node.type === 'startEvent')
  const problems = starts.slice(1).map(({ node }) => checkProblem('startSeveral', node))
  if (starts.length === 0) problems.push(checkProblem('startMissing', container))
  if (!places.some(({ node }) => node.type === 'endEvent')) problems.push(checkProblem('endMissing', container))
  return problems
}

function checkFlow(flow: SequenceFlow, places: Map<string, Place>): CheckProblem[] {
  const element = { id: flow.id, name: flow.name, type: 'sequenceFlow' }
  const [source, target] = [places.get(flow.source)?.node, places.get(flow.target)?.node]
  if (!source) return [checkProblem('unresolvedReference', element, { reference: flow.source })]
  if (!target) return [checkProblem('unresolvedReference', element, { reference: flow.target })]
  const problems: CheckProblem[] = []
  if (source.parent !== target.parent) problems.push(checkProblem('flowCrossesScope', element))
  if (source.type === 'endEvent') problems.push(checkProblem('flowOutOfEnd', element))
  if (target.type === 'startEvent') problems.push(checkProblem('flowIntoStart', element))
  if (target.type === 'boundaryEvent') problems.push(checkProblem('flowIntoBoundary', element))
  return problems
}

/** Several flows out of a task would fork silently (BPMN's implicit fork): the author must draw the gateway. */
function checkPlace({ node, outgoing }: Place, places: Map<string, Place>): CheckProblem[] {
  const problems: CheckProblem[] = []
  const mayFork = node.type.endsWith('Gateway') || node.type === 'endEvent'
  if (outgoing.length > 1 && !mayFork) problems.push(checkProblem('implicitFork', node))
  if (node.type !== 'boundaryEvent') return problems
  const host = places.get(node.attachedTo)?.node
  if (!host || !isActivity(host) || host.parent !== node.parent) problems.push(checkProblem('attachmentInvalid', node))
  return problems
}
