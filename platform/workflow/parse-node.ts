import type { ModdleElement } from 'bpmn-moddle'
import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { CallActivity, FlowNode, UserTask, VariableCopy } from './definition.ts'
import { child, elements, extensions, given, text } from './moddle-values.ts'
import { readCandidates, readDecision, readLimit, readLoop } from './parse-task.ts'
import { messageName, readTrigger } from './parse-trigger.ts'
import { unsupportedFeatures } from './unsupported-features.ts'

type Base = { id: string; name: string; parent?: string; stage?: string }

/** One node of the supported subset; undefined for everything else. */
export function readNode(element: ModdleElement, parent: string | undefined, problems: CheckProblem[]): FlowNode | undefined {
  const base: Base = {
    id: text(element, 'id'),
    name: text(element, 'name'),
    ...given('parent', parent ?? ''),
    ...given('stage', text(element, 'stage')),
  }
  const node = readEvent(element, base) ?? readGateway(element, base) ?? readActivity(element, base)
  if (!node) return undefined
  const place = { id: base.id, name: base.name, type: element.$type }
  for (const feature of unsupportedFeatures(element)) problems.push(checkProblem('unsupportedFeature', place, { feature }))
  return node
}

function readEvent(element: ModdleElement, base: Base): FlowNode | undefined {
  const trigger = readTrigger(element)
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return { ...base, type: 'startEvent' }
    case 'bpmn:EndEvent':
      return { ...base, type: 'endEvent', terminate: elements(element, 'eventDefinitions')[0]?.$type === 'bpmn:TerminateEventDefinition' }
    case 'bpmn:IntermediateCatchEvent':
      return { ...base, type: 'catchEvent', ...(trigger && { trigger }) }
    case 'bpmn:BoundaryEvent':
      return {
        ...base,
        type: 'boundaryEvent',
        attachedTo: text(child(element, 'attachedToRef'), 'id'),
        interrupting: element['cancelActivity'] !== false,
        ...(trigger && { trigger }),
      }
    default:
      return undefined
  }
}

function readGateway(element: ModdleElement, base: Base): FlowNode | undefined {
  const withDefault = given('default', text(child(element, 'default'), 'id'))
  switch (element.$type) {
    case 'bpmn:ExclusiveGateway':
      return { ...base, type: 'exclusiveGateway', ...withDefault }
    case 'bpmn:ParallelGateway':
      return { ...base, type: 'parallelGateway' }
    case 'bpmn:InclusiveGateway':
      return { ...base, type: 'inclusiveGateway', ...withDefault }
    default:
      return undefined
  }
}

function readActivity(element: ModdleElement, base: Base): FlowNode | undefined {
  const loop = readLoop(element)
  const repeated = loop ? { loop } : {}
  switch (element.$type) {
    case 'bpmn:UserTask':
      return { ...readUserTask(element, base), ...repeated }
    case 'bpmn:ServiceTask':
      return { ...base, type: 'serviceTask', ...given('operation', text(element, 'operation')), ...repeated }
    case 'bpmn:ReceiveTask':
      return { ...base, type: 'receiveTask', ...given('message', messageName(element)), ...repeated }
    case 'bpmn:SubProcess':
      return { ...base, type: 'subProcess', ...repeated }
    case 'bpmn:CallActivity':
      return { ...readCall(element, base), ...repeated }
    default:
      return undefined
  }
}

function readUserTask(element: ModdleElement, base: Base): UserTask {
  const limit = readLimit(element)
  const decision = readDecision(element)
  return {
    ...base,
    type: 'userTask',
    candidates: readCandidates(element),
    ...given('formKey', text(element, 'formKey')),
    ...given('duty', text(element, 'duty')),
    ...(limit && { limit }),
    ...(decision && { decision }),
  }
}

function readCall(element: ModdleElement, base: Base): CallActivity {
  const key = text(element, 'calledElement')
  const version = text(element, 'version')
  const copies = (type: string): VariableCopy[] =>
    extensions(element, type).map((copy) => ({ from: text(copy, 'from'), to: text(copy, 'to') || text(copy, 'from') }))
  const [inward, outward] = [copies('yiwang:In'), copies('yiwang:Out')]
  return {
    ...base,
    type: 'callActivity',
    ...(key && /^\d{1,9}$/.test(version) && { calls: { key, version: Number(version) } }),
    ...(inward.length > 0 && { in: inward }),
    ...(outward.length > 0 && { out: outward }),
  }
}
