import { checkField } from './check-form.ts'
import type { FormError } from './check-form.ts'
import { isAsked, isRecord, pointer, valueOf } from './form.ts'
import type { Field, Form, FormData, ObjectField } from './form.ts'
import { formats, masks } from './formats.ts'
import { messageOf } from './messages.ts'
import type { Language } from './messages.ts'

/** What is known of the applicant, by source: { 'population.name': '张三', 'space.mobile': '138…' }. */
export type Known = Readonly<Record<string, unknown>>
export type Filled = { path: string; source: string; locked: boolean }

/**
 * Fills in what is known. What a person typed stays, except where the source has the last word (`x-locked`). A known value that the field itself would refuse
 * (an old 15-digit number, a choice that is no more) is not filled in.
 */
export function prefill(form: Form, known: Known, typed: FormData = {}): { data: Record<string, unknown>; filled: Filled[] } {
  const filled: Filled[] = []
  return { data: fill(form, typed, '', known, filled), filled }
}

function fill(field: ObjectField, typed: FormData, path: string, known: Known, filled: Filled[]): Record<string, unknown> {
  const data: Record<string, unknown> = { ...typed }
  for (const [name, one] of Object.entries(field.properties)) {
    if (!isAsked(one, data)) continue
    const at = pointer(path, name)
    const own = valueOf(data, name)
    if (one.type === 'object') {
      const inner = fill(one, isRecord(own) ? own : {}, at, known, filled)
      if (Object.keys(inner).length > 0) data[name] = inner
      continue
    }
    const value = knownFor(one, known, at)
    const mayFill = value !== undefined && (own === undefined || own === '' || one['x-locked'] === true)
    if (mayFill) data[name] = value
    else if (own === undefined && 'default' in one && one.default !== undefined) data[name] = one.default
    if (mayFill) filled.push({ path: at, source: one['x-source'] as string, locked: one['x-locked'] === true })
  }
  return data
}

function knownFor(field: Field, known: Known, path: string): unknown {
  const source = field['x-source']
  const value = source === undefined ? undefined : valueOf(known, source)
  return value === undefined || value === '' || checkField(field, value, path).length > 0 ? undefined : value
}

/** Changes to what a register has the last word on. For the server, after `checkForm`, with what it knows itself. */
export function checkLocked(form: Form, data: FormData, known: Known, language: Language = 'zh-CN'): FormError[] {
  const settled = prefill(form, known, data)
  return settled.filled
    .filter(({ path, locked }) => locked && at(settled.data, path) !== at(data, path))
    .map(({ path }) => {
      const values = { title: fieldAt(form, path)?.title ?? '' }
      return { path, code: 'locked', values, message: messageOf('locked', values, language) }
    })
}

function at(data: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce((inner: unknown, name) => valueOf(inner, name), data)
}

function fieldAt(form: Form, path: string): Field | undefined {
  return path
    .split('/')
    .slice(1)
    .reduce((field: Field | undefined, name) => (field?.type === 'object' ? field.properties[name] : undefined), form)
}

/** Data as it is to be kept: numbers in their proper writing, texts without blanks around them, empty fields left away. Only for data that passed `checkForm`. */
export function tidyForm(form: Form, data: FormData): Record<string, unknown> {
  return mapValues(form, data, (field, text) => {
    const read = field.format ? formats[field.format](text) : undefined
    return read?.ok ? read.value : text.trim()
  })
}

/** Data as it is shown to those who need not know everything: `x-mask` applied. */
export function maskForm(form: Form, data: FormData): Record<string, unknown> {
  return mapValues(form, data, (field, text) => (field['x-mask'] ? masks[field['x-mask']](text) : text))
}

type TextField = Extract<Field, { type: 'string' }>

function mapValues(field: ObjectField, data: FormData, change: (field: TextField, text: string) => string): Record<string, unknown> {
  const entries = Object.entries(field.properties).flatMap(([name, one]) => {
    const value = mapValue(one, valueOf(data, name), change)
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

function mapValue(field: Field, value: unknown, change: (field: TextField, text: string) => string): unknown {
  if (field.type === 'string' && typeof value === 'string') return change(field, value)
  if (field.type === 'object' && isRecord(value)) return mapValues(field, value, change)
  if (field.type === 'array' && Array.isArray(value)) return value.map((one) => mapValue(field.items, one, change))
  return value
}
