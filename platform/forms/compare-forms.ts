import { isRecord, pointer } from './form.ts'
import type { Field, Form } from './form.ts'

/** One difference between two versions of a form. `breaks`: data that passed the old one may fail the new. */
export type FormChange = {
  path: string
  kind: 'added' | 'removed' | 'changed'
  what: string
  before?: unknown
  after?: unknown
  breaks: boolean
}

const wider: Readonly<Record<string, (before: number, after: number) => boolean>> = {
  minLength: (before, after) => after <= before,
  minimum: (before, after) => after <= before,
  minItems: (before, after) => after <= before,
  maxLength: (before, after) => after >= before,
  maximum: (before, after) => after >= before,
  maxItems: (before, after) => after >= before,
}
const onlyShown = new Set(['title', 'description', 'x-group', 'x-source', 'x-mask', 'x-pattern-hint', 'default', 'x-groups', '$schema'])

/** What changed from one version to the next, field by field, in the order of the form. */
export function compareForms(before: Form, after: Form): FormChange[] {
  return compareFields(before, after, '')
}

function compareFields(before: Field, after: Field, path: string): FormChange[] {
  const own = keywordsOf(before, after).flatMap((key) => compareKeyword(key, valueAt(before, key), valueAt(after, key), path))
  if (before.type === 'array' && after.type === 'array')
    return [...own, ...compareFields(before.items, after.items, pointer(path, 'items'))]
  return before.type === 'object' && after.type === 'object' ? [...own, ...compareProperties(before, after, path)] : own
}

function compareProperties(
  before: Extract<Field, { type: 'object' }>,
  after: Extract<Field, { type: 'object' }>,
  path: string,
): FormChange[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])]
  return names.flatMap((name): FormChange[] => {
    const [old, now] = [before.properties[name], after.properties[name]]
    const [was, is] = [before.required?.includes(name) === true, after.required?.includes(name) === true]
    const at = pointer(path, name)
    if (!old) return [{ path: at, kind: 'added', what: 'field', after: now, breaks: is }]
    if (!now) return [{ path: at, kind: 'removed', what: 'field', before: old, breaks: true }]
    const required: FormChange[] = was === is ? [] : [{ path: at, kind: 'changed', what: 'required', before: was, after: is, breaks: is }]
    return [...required, ...compareFields(old, now, at)]
  })
}

function compareKeyword(what: string, before: unknown, after: unknown, path: string): FormChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [
    {
      path,
      kind,
      what,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      breaks: breaks(what, before, after),
    },
  ]
}

function breaks(what: string, before: unknown, after: unknown): boolean {
  if (onlyShown.has(what)) return false
  const isWider = wider[what]
  // A text without maxLength has the usual one, so taking the bound away is no widening.
  if (isWider)
    return typeof before === 'number' && typeof after === 'number' ? !isWider(before, after) : after !== undefined || what === 'maxLength'
  if (what === 'enum' || what === 'oneOf')
    return !Array.isArray(before) || !Array.isArray(after) || !constants(before).every((one) => constants(after).includes(one))
  return after !== undefined
}

function constants(choices: readonly unknown[]): unknown[] {
  return choices.map((choice) => (isRecord(choice) ? choice['const'] : choice))
}

function keywordsOf(before: Field, after: Field): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !['properties', 'required', 'items'].includes(key))
}

function valueAt(field: Field, key: string): unknown {
  return (field as Readonly<Record<string, unknown>>)[key]
}
