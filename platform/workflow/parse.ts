import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle'
import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition } from './definition.ts'
import { readDiagram } from './diagram.ts'
import type { Diagram } from './diagram.ts'
import { elements, text } from './moddle-values.ts'
import { moddleExtension } from './moddle-extension.ts'
import { readContainer } from './parse-container.ts'
import { FlowProblem } from './problems.ts'
import { guardXml } from './xml-guard.ts'

export type Parsed = { definition: Definition; diagram?: Diagram; problems: CheckProblem[] }

/**
 * Reads a BPMN 2.0 file. What the interpreter does not know is not guessed at: it comes back as a problem that names the
 * element. Throws a FlowProblem only for a file that is no readable XML or is built to do harm.
 */
export async function parse(xml: string, version: number): Promise<Parsed> {
  guardXml(xml)
  const { root, warnings } = await readXml(xml)
  const roots = elements(root, 'rootElements')
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process')
  const [first] = processes
  const definition: Definition = { key: text(first, 'id'), version, name: text(first, 'name'), nodes: [], flows: [] }
  const problems = warnings.map(readWarning)
  const file = { id: definition.key, name: definition.name, type: 'process' }
  if (!first) problems.push(checkProblem('processMissing', file))
  if (processes.length > 1) problems.push(checkProblem('processSeveral', file))
  if (!Number.isSafeInteger(version) || version < 1) problems.push(checkProblem('versionInvalid', file))
  for (const collaboration of roots.filter(({ $type }) => $type === 'bpmn:Collaboration'))
    for (const flow of elements(collaboration, 'messageFlows')) problems.push(checkProblem('unsupportedElement', describe(flow)))
  if (first) readContainer(first, undefined, definition, problems)
  const diagram = readDiagram(root)
  return diagram ? { definition, diagram, problems } : { definition, problems }
}

async function readXml(xml: string): Promise<{ root: ModdleElement; warnings: ModdleWarning[] }> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ yiwang: moddleExtension }).fromXML(xml)
    return { root: rootElement, warnings }
  } catch (error) {
    throw new FlowProblem('xmlUnreadable', { reason: firstLine(error instanceof Error ? error.message : String(error)) })
  }
}

function readWarning({ message, element, value }: ModdleWarning): CheckProblem {
  const place = element ? describe(element) : { id: '', name: '', type: 'process' }
  if (value !== undefined) return checkProblem('unresolvedReference', place, { reference: value })
  const unknown = /unknown type <bpmn:(\w+)>/.exec(message)
  if (unknown) return checkProblem('unsupportedElement', { id: '', name: '', type: unknown[1] ?? '' })
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)
  return checkProblem('duplicateId', { ...place, id: duplicate?.[1] ?? place.id }, { reason: firstLine(message) })
}

function describe(element: ModdleElement) {
  return { id: text(element, 'id'), name: text(element, 'name'), type: element.$type }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 200)
}
