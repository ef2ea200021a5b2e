import { checkField, known } from './check-field.ts'
import { checkUi } from './check-ui.ts'
import { isRecord, pointer } from './form.ts'
import type { Form } from './form.ts'
import { isText } from './form-fault.ts'
import type { FormFault, Inspection } from './form-fault.ts'

const largest = 200_000

/** Everything that is wrong with a form someone wrote, all at once; nothing means that it may be used. Safe for input of any kind. */
export function checkFormDefinition(schema: unknown, uiSchema?: unknown): FormFault[] {
  const text = sizeOf(schema) + sizeOf(uiSchema)
  if (!isRecord(schema)) return [{ path: '', fault: 'notAnObject' }]
  if (text > largest) return [{ path: '', fault: 'tooLarge', detail: String(largest) }]
  const faults: FormFault[] = []
  const groups = checkGroups(schema['x-groups'], faults)
  const inspection: Inspection = { faults, fields: 0, groups }
  const { $schema: dialect, 'x-groups': _, ...root } = schema
  if (dialect !== undefined && dialect !== 'https://json-schema.org/draft/2020-12/schema')
    faults.push({ path: '/$schema', fault: 'referenceNotAllowed' })
  if (root['type'] !== 'object') faults.push({ path: '/type', fault: 'typeNotAllowed' })
  else checkField(root, '', 0, inspection)
  if (uiSchema !== undefined && faults.length === 0) checkUi(uiSchema, schema as Form, '', faults)
  return faults
}

/** The form, once `checkFormDefinition` finds nothing; else an error, for definitions of our own making. */
export function asForm(schema: unknown): Form {
  const [first] = checkFormDefinition(schema)
  if (first) throw new TypeError(`${first.fault} at ${first.path || '/'}${first.detail ? `: ${first.detail}` : ''}`)
  return schema as Form
}

function sizeOf(value: unknown): number {
  try {
    return value === undefined ? 0 : JSON.stringify(value).length
  } catch {
    return Infinity
  }
}

function checkGroups(groups: unknown, faults: FormFault[]): ReadonlySet<string> {
  const ids = new Set<string>()
  if (groups === undefined) return ids
  if (!Array.isArray(groups) || groups.length > 50) faults.push({ path: '/x-groups', fault: 'wrongValue' })
  for (const [i, group] of (Array.isArray(groups) ? groups.slice(0, 50) : []).entries()) {
    const path = pointer('/x-groups', i)
    const sound =
      isRecord(group) && known(group, ['id', 'title', 'description'], path, faults) && isText(group['id'], 40) && isText(group['title'], 60)
    if (!sound || ids.has(String(group['id']))) faults.push({ path, fault: 'wrongValue' })
    else ids.add(String(group['id']))
  }
  return ids
}
