import type { Definition, FlowNode, Limit, UserTask } from './definition.ts'
import { isActivity } from './definition.ts'
import { elementName } from './element-names.ts'
import { graphOf } from './graph.ts'
import { arrange } from './layers.ts'
import type { Mark } from './progress.ts'

/** One step of the flow in words (环节), for lists, tables and screen readers. */
export type Stage = {
  id: string
  name: string
  type: string
  mark: Mark
  /** 审查, 决定 … as the author assigned it. */
  stage?: string
  duty?: string
  roles: string[]
  limit?: Limit
  /** The whole as one sentence: 审查，时限3个工作日，当前. */
  text: string
}

export const markNames: Record<Mark, string> = { done: '已办', current: '当前', pending: '未办', late: '超期' }
const unitNames: Record<Limit['unit'], string> = { workday: '个工作日', day: '日', hour: '小时' }

export function limitText({ value, unit }: Limit): string {
  return `${value}${unitNames[unit]}`
}

/** The steps in which something is done, in the order of the flow, those of sub-processes after the sub-process. */
export function stagesOf(definition: Definition, marks: Map<string, Mark> | undefined): Stage[] {
  return ordered(definition, '')
    .filter(isStep)
    .map((node) => describe(node, marks))
}

function isStep(node: FlowNode): boolean {
  return isActivity(node) || node.type === 'catchEvent'
}

function ordered(definition: Definition, container: string): FlowNode[] {
  const places = graphOf(definition).inside.get(container) ?? []
  const { cells } = arrange(places)
  const at = ({ id }: FlowNode) => cells.get(id) ?? { column: 0, row: 0 }
  return places
    .map(({ node }) => node)
    .sort((a, b) => at(a).column - at(b).column || at(a).row - at(b).row)
    .flatMap((node) => [node, ...(node.type === 'subProcess' ? ordered(definition, node.id) : [])])
}

function describe(node: FlowNode, marks: Map<string, Mark> | undefined): Stage {
  const mark = marks?.get(node.id) ?? 'pending'
  const name = node.name || elementName(node.type)
  const task: Partial<UserTask> = node.type === 'userTask' ? node : {}
  const parts = [name, ...(task.limit ? [`时限${limitText(task.limit)}`] : []), ...(marks ? [markNames[mark]] : [])]
  return {
    id: node.id,
    name,
    type: elementName(node.type),
    mark,
    roles: task.candidates?.roles ?? [],
    ...(node.stage !== undefined && { stage: node.stage }),
    ...(task.duty !== undefined && { duty: task.duty }),
    ...(task.limit && { limit: task.limit }),
    text: parts.join('，'),
  }
}
