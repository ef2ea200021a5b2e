import { checkField as checkValue } from './check-form.ts'
import { isRecord, longestList, longestText, pointer } from './form.ts'
import type { Field } from './form.ts'
import { deepest, isText, mostFields, quote } from './form-fault.ts'
import type { FaultName, FormFault, Inspection } from './form-fault.ts'
import { formats, masks } from './formats.ts'
import { isSafePattern } from './safe-pattern.ts'

const told = ['type', 'title', 'description', 'x-group', 'x-source', 'x-locked', 'x-mask', 'x-when']
const keywords: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'x-pattern-hint', 'format', 'enum', 'oneOf', 'default'],
  integer: ['minimum', 'maximum', 'format', 'oneOf', 'default'],
  number: ['minimum', 'maximum', 'oneOf', 'default'],
  boolean: ['const', 'default'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties'],
}

/** Keywords that are not of the dialect; a reference is named as such, since it could reach out to somewhere else. */
export function known(value: Record<string, unknown>, allowed: readonly string[], path: string, faults: FormFault[]): boolean {
  const strange = Object.keys(value).filter((key) => !allowed.includes(key))
  for (const key of strange)
    faults.push({
      path: pointer(path, key),
      fault: /^\$|Ref$/.test(key) ? 'referenceNotAllowed' : 'unknownKeyword',
      detail: key.slice(0, 60),
    })
  return strange.length === 0
}

export function checkField(field: unknown, path: string, depth: number, inspection: Inspection): void {
  const add = (fault: FaultName, at = path, detail?: string) =>
    void inspection.faults.push({ path: at, fault, ...(detail !== undefined && { detail }) })
  if (!isRecord(field)) return add('notAnObject')
  if (depth > deepest) return add('tooDeep')
  if (++inspection.fields === mostFields + 1) add('tooManyFields', path, String(mostFields))
  if (inspection.fields > mostFields) return undefined
  const type = field['type']
  if (typeof type !== 'string' || !Object.hasOwn(keywords, type)) return add('typeNotAllowed', path, quote(type))
  const before = inspection.faults.length
  known(field, [...told, ...(keywords[type] as string[])], path, inspection.faults)
  checkTold(field, inspection, add, path)
  if (type === 'string') checkText(field, add, path)
  if (type === 'integer' || type === 'number') checkNumber(field, add, path)
  if (type === 'boolean' && field['const'] !== undefined && field['const'] !== true) add('wrongValue', pointer(path, 'const'))
  if (type === 'array') checkList(field, path, depth, inspection, add)
  if (type === 'object') checkObject(field, path, depth, inspection, add)
  if (inspection.faults.length === before && field['default'] !== undefined) checkDefault(field as Field, add, path)
  return undefined
}

type Add = (fault: FaultName, at?: string, detail?: string) => void

function checkTold(field: Record<string, unknown>, { groups }: Inspection, add: Add, path: string): void {
  for (const [key, longest] of [
    ['title', 100],
    ['description', 1000],
  ] as const)
    if (field[key] !== undefined && !isText(field[key], longest)) add('wrongValue', pointer(path, key))
  const group = field['x-group']
  if (group !== undefined && !(typeof group === 'string' && groups.has(group))) add('groupUnknown', pointer(path, 'x-group'))
  const source = field['x-source']
  if (source !== undefined && !(typeof source === 'string' && /^[a-z][A-Za-z0-9]{0,39}(\.[a-z][A-Za-z0-9]{0,39}){1,3}$/.test(source)))
    add('wrongValue', pointer(path, 'x-source'))
  if (field['x-locked'] !== undefined && (typeof field['x-locked'] !== 'boolean' || source === undefined))
    add('wrongValue', pointer(path, 'x-locked'))
  if (field['x-mask'] !== undefined && !isNameOf(masks, field['x-mask'])) add('maskUnknown', pointer(path, 'x-mask'))
}

function checkText(field: Record<string, unknown>, add: Add, path: string): void {
  checkBounds(field, 'minLength', 'maxLength', longestText, add, path)
  const { format, pattern, enum: names } = field
  if (format !== undefined && !isNameOf(formats, format)) add('formatUnknown', pointer(path, 'format'), quote(format))
  if (pattern !== undefined && !(typeof pattern === 'string' && isSafePattern(pattern))) add('patternNotSafe', pointer(path, 'pattern'))
  if (field['x-pattern-hint'] !== undefined && !isText(field['x-pattern-hint'], 100)) add('wrongValue', pointer(path, 'x-pattern-hint'))
  checkChoices(field['oneOf'], 'string', add, path)
  if (names === undefined) return
  const list: unknown[] = Array.isArray(names) ? names : []
  if (list.length === 0 || list.length > 500 || !list.every((name) => isText(name, 200))) add('wrongValue', pointer(path, 'enum'))
  else if (new Set(list).size !== list.length) add('choiceRepeated', pointer(path, 'enum'))
}

function checkNumber(field: Record<string, unknown>, add: Add, path: string): void {
  for (const key of ['minimum', 'maximum'])
    if (field[key] !== undefined && !Number.isFinite(field[key])) add('wrongValue', pointer(path, key))
  if (typeof field['minimum'] === 'number' && typeof field['maximum'] === 'number' && field['minimum'] > field['maximum'])
    add('boundsCrossed')
  if (field['format'] !== undefined && field['format'] !== 'money') add('formatUnknown', pointer(path, 'format'))
  checkChoices(field['oneOf'], 'number', add, path)
}

function checkChoices(choices: unknown, type: 'string' | 'number', add: Add, path: string): void {
  if (choices === undefined) return
  const at = pointer(path, 'oneOf')
  const list: unknown[] = Array.isArray(choices) ? choices : []
  const sound = list.every(
    (one) => isRecord(one) && Object.keys(one).length === 2 && typeof one['const'] === type && isText(one['title'], 100),
  )
  if (list.length === 0 || list.length > 500 || !sound) add('wrongValue', at)
  else if (new Set(list.map((one) => (one as { const: unknown }).const)).size !== list.length) add('choiceRepeated', at)
}

function checkBounds(field: Record<string, unknown>, low: string, high: string, most: number, add: Add, path: string): void {
  for (const key of [low, high]) {
    const bound = field[key]
    if (bound === undefined) continue
    if (!Number.isSafeInteger(bound) || (bound as number) < 0) add('wrongValue', pointer(path, key))
    else if ((bound as number) > most) add('boundTooLarge', pointer(path, key), String(most))
  }
  if (typeof field[low] === 'number' && typeof field[high] === 'number' && field[low] > field[high]) add('boundsCrossed')
}

function checkList(field: Record<string, unknown>, path: string, depth: number, inspection: Inspection, add: Add): void {
  checkBounds(field, 'minItems', 'maxItems', longestList, add, path)
  if (field['uniqueItems'] !== undefined && typeof field['uniqueItems'] !== 'boolean') add('wrongValue', pointer(path, 'uniqueItems'))
  checkField(field['items'], pointer(path, 'items'), depth + 1, inspection)
}

function checkObject(field: Record<string, unknown>, path: string, depth: number, inspection: Inspection, add: Add): void {
  if (field['additionalProperties'] !== false) add('openObject')
  const properties = field['properties']
  if (!isRecord(properties)) return add('wrongValue', pointer(path, 'properties'))
  const seen = new Map<string, unknown>()
  for (const [name, one] of Object.entries(properties)) {
    const at = pointer(pointer(path, 'properties'), name)
    if (!/^[a-z][A-Za-z0-9]{0,59}$/.test(name) || name in Object.prototype) add('nameNotAllowed', at)
    checkField(one, at, depth + 1, inspection)
    if (isRecord(one)) {
      if (!isText(one['title'], 100)) add('titleMissing', at)
      checkCondition(one['x-when'], seen, add, at)
    }
    seen.set(name, one)
  }
  const required: unknown[] | undefined =
    field['required'] === undefined ? [] : Array.isArray(field['required']) ? field['required'] : undefined
  if (!required || new Set(required).size !== required.length) add('wrongValue', pointer(path, 'required'))
  for (const name of required ?? [])
    if (typeof name !== 'string' || !seen.has(name)) add('requiredUnknown', pointer(path, 'required'), quote(name))
}

/** A condition looks back at a field that stands before it, so that there is no circle and a person meets the question first. */
function checkCondition(condition: unknown, seen: ReadonlyMap<string, unknown>, add: Add, path: string): void {
  if (condition === undefined) return
  const sound =
    isRecord(condition) &&
    Object.keys(condition).every((key) => key === 'field' || key === 'is') &&
    typeof condition['field'] === 'string' &&
    seen.has(condition['field']) &&
    Array.isArray(condition['is']) &&
    condition['is'].length > 0 &&
    condition['is'].length <= 50 &&
    condition['is'].every((value) => ['string', 'number', 'boolean'].includes(typeof value))
  if (!sound) add('conditionUnknown', pointer(path, 'x-when'))
}

function checkDefault(field: Field, add: Add, path: string): void {
  if ('default' in field && checkValue(field, field.default, path).length > 0) add('defaultNotAllowed', pointer(path, 'default'))
}

function isNameOf(table: object, name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(table, name)
}
