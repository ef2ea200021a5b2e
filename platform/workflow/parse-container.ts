import type { ModdleElement } from 'bpmn-moddle'
import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition, SequenceFlow } from './definition.ts'
import { body, child, elements, given, text } from './moddle-values.ts'
import { readNode } from './parse-node.ts'

/** Reads the nodes and flows of a process or an embedded sub-process, whatever stands inside included. */
export function readContainer(container: ModdleElement, parent: string | undefined, into: Definition, problems: CheckProblem[]): void {
  for (const element of elements(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') {
      const flow = readFlow(element, parent)
      into.flows.push(flow)
      const language = text(child(element, 'conditionExpression'), 'language')
      if (language)
        problems.push(checkProblem('unsupportedFeature', { ...flow, type: 'sequenceFlow' }, { feature: `条件语言 ${language}` }))
      continue
    }
    const node = readNode(element, parent, problems)
    if (!node) {
      problems.push(checkProblem('unsupportedElement', { id: text(element, 'id'), name: text(element, 'name'), type: element.$type }))
      continue
    }
    into.nodes.push(node)
    if (node.type === 'subProcess') readContainer(element, node.id, into, problems)
  }
}

function readFlow(element: ModdleElement, parent: string | undefined): SequenceFlow {
  return {
    id: text(element, 'id'),
    name: text(element, 'name'),
    source: text(child(element, 'sourceRef'), 'id'),
    target: text(child(element, 'targetRef'), 'id'),
    ...given('condition', body(element, 'conditionExpression')),
    ...given('parent', parent ?? ''),
  }
}
