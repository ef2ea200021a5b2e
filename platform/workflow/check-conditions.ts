import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { parseCondition, pathsOf } from './conditions.ts'
import { isActivity } from './definition.ts'
import type { Candidates, Definition, FlowNode, SequenceFlow } from './definition.ts'
import { graphOf } from './graph.ts'
import { FlowProblem } from './problems.ts'

type Element = { id: string; name: string; type: string }
type Used = { element: Element; source: string }

const counters = ['numberOfInstances', 'numberOfCompletedInstances', 'numberOfActiveInstances', 'loopCounter']

/** Conditions stand where they decide something, can be read, and speak of known variables. */
export function checkConditions(definition: Definition, variables?: string[]): CheckProblem[] {
  const known = variables && new Set([...variables, ...counters, ...variablesOf(definition)])
  const used = [...definition.flows.flatMap(flowCondition), ...definition.nodes.flatMap(nodeExpressions)]
  return [
    ...definition.flows.flatMap((flow) => checkPlacing(flow, definition)),
    ...used.flatMap(({ element, source }) => checkExpression(element, source, known)),
  ]
}

function checkPlacing(flow: SequenceFlow, definition: Definition): CheckProblem[] {
  const source = graphOf(definition).places.get(flow.source)
  if (!source) return []
  const { node, outgoing } = source
  const element = asElement(flow)
  const decides = node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway'
  const wanted = decides && outgoing.length > 1 && node.default !== flow.id
  if (wanted && flow.condition === undefined) return [checkProblem('conditionMissing', element, { gateway: node.name || node.id })]
  if (!wanted && flow.condition !== undefined) return [checkProblem('conditionUnused', element)]
  return []
}

function checkExpression(element: Element, source: string, known: Set<string> | undefined): CheckProblem[] {
  try {
    const paths = pathsOf(parseCondition(source)).map(({ path }) => path)
    const unknown = known ? paths.filter((path) => !path.some((_, index) => known.has(path.slice(0, index + 1).join('.')))) : []
    return unknown.map((path) => checkProblem('unknownVariable', element, { variable: path.join('.') }))
  } catch (error) {
    if (!(error instanceof FlowProblem)) throw error
    return [checkProblem('conditionInvalid', element, { ...error.details, reason: error.message })]
  }
}

function flowCondition(flow: SequenceFlow): Used[] {
  return flow.condition === undefined ? [] : [{ element: asElement(flow), source: flow.condition }]
}

function nodeExpressions(node: FlowNode): Used[] {
  const sources: (string | undefined)[] = []
  if (isActivity(node) && node.loop) sources.push(node.loop.collection, node.loop.cardinality, node.loop.completionCondition)
  if (node.type === 'userTask') sources.push(...dynamicCandidates(node.candidates))
  if ((node.type === 'catchEvent' || node.type === 'boundaryEvent') && node.trigger?.kind === 'date')
    sources.push(...dynamic([node.trigger.date]))
  return sources.filter((source) => source !== undefined).map((source) => ({ element: node, source }))
}

function dynamicCandidates({ roles, users = [], body, division, expertise }: Candidates): string[] {
  return dynamic([...roles, ...users, body ?? '', division ?? '', expertise ?? ''])
}

function dynamic(values: string[]): string[] {
  return values.filter((value) => value.startsWith('=')).map((value) => value.slice(1))
}

/** Variables the flow itself makes. */
function variablesOf({ nodes }: Definition): string[] {
  return nodes.flatMap((node) => [
    ...(node.type === 'userTask' && node.decision ? [node.decision.variable] : []),
    ...(node.type === 'callActivity' ? (node.out ?? []).map(({ to }) => to) : []),
    ...(isActivity(node) ? [node.loop?.element, node.loop?.result, node.loop?.collect].filter((name) => name !== undefined) : []),
  ])
}

function asElement({ id, name }: SequenceFlow): Element {
  return { id, name, type: 'sequenceFlow' }
}
