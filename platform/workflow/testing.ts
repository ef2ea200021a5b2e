import { deploy } from './deploy.ts'
import type { DeployOptions } from './deploy.ts'
import type { Definition } from './definition.ts'
import type { CheckProblem } from './check-problems.ts'
import { FlowProblem } from './problems.ts'
import type { State, Step } from './state.ts'

export const now = new Date('2026-03-02T09:00:00+08:00')
/** A calendar without holidays, for tests. */
export const addWorkdays = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000)
export const moment = { now, addWorkdays }

type Flow = [source: string, target: string, condition?: string]

export const task = (id: string, more = '') =>
  `<userTask id="${id}" name="${id}"><extensionElements><yiwang:candidates role="clerk"/></extensionElements>${more}</userTask>`

/** A flow file from its nodes and flows; flows are named `source-target`. */
export function flowXml(nodes: string, flows: Flow[], key = 'p'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:yiwang="urn:yiwang:bpmn:1" id="file" targetNamespace="urn:test">
<message id="paidMessage" name="paid"/>
<process id="${key}" name="流程">${nodes}${flowElements(flows)}</process></definitions>`
}

export function flowElements(flows: Flow[]): string {
  return flows
    .map(([source, target, condition]) => {
      const inner =
        condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression"><![CDATA[${condition}]]></conditionExpression>`
      return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`
    })
    .join('')
}

export async function deployed(xml: string, options: Partial<DeployOptions> = {}): Promise<Definition> {
  const result = await deploy(xml, { version: 1, ...options })
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join('\n'))
  return result.definition
}

export async function refused(xml: string, options: Partial<DeployOptions> = {}): Promise<CheckProblem[]> {
  const result = await deploy(xml, { version: 1, ...options })
  return result.ok ? [] : result.problems
}

export function codeOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof FlowProblem) return error.code
    throw error
  }
  return undefined
}

/** The state as the next request would read it. */
export function stored({ state }: Step): State {
  return JSON.parse(JSON.stringify(state)) as State
}

export const opened = ({ opened: tasks }: Step) => tasks.map(({ nodeId }) => nodeId)

export const taskId = ({ opened: tasks }: Step, nodeId?: string) =>
  tasks.find((item) => nodeId === undefined || item.nodeId === nodeId)?.id ?? 0
