import type { Definition, FlowNode, SequenceFlow } from './definition.ts'
import { elementName } from './element-names.ts'

export type ElementChange = { id: string; name: string; type: string; fields: FieldChange[] }
export type FieldChange = { field: string; label: string; before?: unknown; after?: unknown }
export type Comparison = { added: ElementChange[]; removed: ElementChange[]; changed: ElementChange[] }

/** Chinese names of what an author sets, for version pages. */
const fieldLabels: Record<string, string> = {
  name: '名称',
  type: '类型',
  parent: '所在子流程',
  stage: '阶段',
  candidates: '办理对象',
  formKey: '表单',
  limit: '时限',
  duty: '工作职责',
  decision: '决定选项',
  operation: '操作',
  message: '消息',
  calls: '被调用流程',
  in: '传入变量',
  out: '传出变量',
  loop: '会签设置',
  attachedTo: '附着环节',
  interrupting: '是否中断',
  trigger: '触发条件',
  default: '默认流向',
  terminate: '是否终止全部',
  source: '起点',
  target: '终点',
  condition: '条件',
}

/** What a new version of a flow adds, removes and changes, element by element; what only moved in the drawing is no change. */
export function compare(before: Definition, after: Definition): Comparison {
  const [old, fresh] = [elementsOf(before), elementsOf(after)]
  const comparison: Comparison = { added: [], removed: [], changed: [] }
  for (const [id, element] of fresh) {
    const known = old.get(id)
    if (!known) comparison.added.push(describe(element, []))
    else {
      const fields = fieldsChanged(known, element)
      if (fields.length > 0) comparison.changed.push(describe(element, fields))
    }
  }
  for (const [id, element] of old) if (!fresh.has(id)) comparison.removed.push(describe(element, []))
  return comparison
}

type Element = FlowNode | (SequenceFlow & { type: 'sequenceFlow' })

function elementsOf({ nodes, flows }: Definition): Map<string, Element> {
  const all: Element[] = [...nodes, ...flows.map((flow) => ({ ...flow, type: 'sequenceFlow' as const }))]
  return new Map(all.map((element) => [element.id, element]))
}

function describe({ id, name, type }: Element, fields: FieldChange[]): ElementChange {
  return { id, name, type: elementName(type), fields }
}

function fieldsChanged(before: Element, after: Element): FieldChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const fields = new Set([...old.keys(), ...fresh.keys()])
  return [...fields].flatMap((field) => {
    const [was, is]: [unknown, unknown] = [old.get(field), fresh.get(field)]
    if (canonical(was) === canonical(is)) return []
    const label = fieldLabels[field] ?? field
    return [{ field, label, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })
}

/** The same whatever the order in which the parts of a value were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
