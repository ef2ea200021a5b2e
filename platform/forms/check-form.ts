import { isAsked, isRecord, longestList, pointer, usualText, longestText, valueOf } from './form.ts'
import type { Field, Form, ListField, NumberField, ObjectField, TextField } from './form.ts'
import { formats } from './formats.ts'
import { messageOf } from './messages.ts'
import type { Language } from './messages.ts'

/** One thing wrong with what was filled in: where (JSON pointer), which rule, what to say about it. */
export type FormError = { path: string; code: FormErrorCode; message: string; values: FormErrorValues }
/** What the message is filled in with: the title of the field, bounds, the format and its fault. */
export type FormErrorValues = Readonly<Record<string, string | number>>
export type FormErrorCode =
  | 'required'
  | 'unknownField'
  | 'notAsked'
  | 'wrongType'
  | 'tooShort'
  | 'tooLong'
  | 'characterNotAllowed'
  | 'pattern'
  | 'format'
  | 'choice'
  | 'tooSmall'
  | 'tooBig'
  | 'notWhole'
  | 'money'
  | 'mustAgree'
  | 'tooFew'
  | 'tooMany'
  | 'repeated'
  | 'locked'

type Found = { path: string; code: FormErrorCode; values: FormErrorValues }

export type FormCheck = {
  /** A draft may lack what is still to come; what is there must be right. */
  draft?: boolean
  language?: Language
}

/** All that is wrong with the data, in the order of the form; nothing means that it may be handed in. The same code answers in the browser and decides on the server. */
export function checkForm(form: Form, data: unknown, { draft = false, language = 'zh-CN' }: FormCheck = {}): FormError[] {
  return checkField(form, data, '', draft).map((found) => ({ ...found, message: messageOf(found.code, found.values, language) }))
}

/** The same for one field and its value. */
export function checkField(field: Field, value: unknown, path: string, draft = false): Found[] {
  const title = field.title ?? ''
  const wrong = (code: FormErrorCode, values: FormErrorValues = {}): Found[] => [{ path, code, values: { title, ...values } }]
  switch (field.type) {
    case 'string':
      return typeof value === 'string' ? checkText(field, value, wrong) : wrong('wrongType')
    case 'integer':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? checkNumber(field, value, wrong) : wrong('wrongType')
    case 'boolean':
      if (typeof value !== 'boolean') return wrong('wrongType')
      return field.const === true && !value && !draft ? wrong('mustAgree') : []
    case 'array':
      return Array.isArray(value) ? checkList(field, value, path, draft, wrong) : wrong('wrongType')
    case 'object':
      return isRecord(value) ? checkObject(field, value, path, draft) : wrong('wrongType')
  }
}

type Wrong = (code: FormErrorCode, values?: FormErrorValues) => Found[]

// Controls and direction marks cannot be seen and change what is seen.
const invisible = /(?![\n\r\t])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

function checkText(field: TextField, text: string, wrong: Wrong): Found[] {
  const length = Array.from(text.trim()).length
  const most = Math.min(field.maxLength ?? (field.enum || field.oneOf ? longestText : usualText), longestText)
  if (Array.from(text).length > most) return wrong('tooLong', { most })
  if (invisible.test(text)) return wrong('characterNotAllowed')
  const least = field.minLength ?? 0
  if (length < least) return wrong('tooShort', { least })
  if (field.enum && !field.enum.includes(text)) return wrong('choice')
  if (field.oneOf && !field.oneOf.some((choice) => choice.const === text)) return wrong('choice')
  const read = field.format && text !== '' ? formats[field.format](text) : undefined
  if (field.format && read && !read.ok) return wrong('format', { format: field.format, fault: read.fault })
  if (field.pattern !== undefined && text !== '' && !new RegExp(field.pattern, 'u').test(text))
    return wrong('pattern', { hint: field['x-pattern-hint'] ?? '' })
  return []
}

function checkNumber(field: NumberField, value: number, wrong: Wrong): Found[] {
  if (field.format === 'money' && !(Number.isSafeInteger(value) && value >= 0)) return wrong('money')
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return wrong('notWhole')
  if (field.oneOf && !field.oneOf.some((choice) => choice.const === value)) return wrong('choice')
  const shown = (bound: number) => (field.format === 'money' ? bound / 100 : bound)
  if (field.minimum !== undefined && value < field.minimum) return wrong('tooSmall', { least: shown(field.minimum) })
  if (field.maximum !== undefined && value > field.maximum) return wrong('tooBig', { most: shown(field.maximum) })
  return []
}

function checkList(field: ListField, list: readonly unknown[], path: string, draft: boolean, wrong: Wrong): Found[] {
  const most = Math.min(field.maxItems ?? longestList, longestList)
  if (list.length > most) return wrong('tooMany', { most })
  const errors = list.flatMap((one, i) => checkField(field.items, one, pointer(path, i), draft))
  const least = field.minItems ?? 0
  if (!draft && list.length < least) return [...wrong('tooFew', { least }), ...errors]
  const repeated = field.uniqueItems === true && new Set(list.map(canonical)).size !== list.length
  return repeated ? [...wrong('repeated'), ...errors] : errors
}

/** One text for one value: the order in which a person's browser sent the fields says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    isRecord(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  )
}

function checkObject(field: ObjectField, data: Record<string, unknown>, path: string, draft: boolean): Found[] {
  const errors = Object.entries(field.properties).flatMap(([name, one]) => {
    const value = valueOf(data, name)
    const at = pointer(path, name)
    const values = { title: one.title ?? name }
    if (!isAsked(one, data)) return value === undefined ? [] : [{ path: at, code: 'notAsked' as const, values }]
    if (isEmpty(value))
      return field.required?.includes(name) === true && !draft
        ? [{ path: at, code: one.type === 'boolean' && one.const ? ('mustAgree' as const) : ('required' as const), values }]
        : []
    return checkField(one, value, at, draft)
  })
  const strange = Object.keys(data).filter((name) => !Object.hasOwn(field.properties, name))
  return [
    ...errors,
    ...strange.map((name) => ({ path: pointer(path, name), code: 'unknownField' as const, values: { title: name.slice(0, 60) } })),
  ]
}

/** Blanks are nothing: a required field is not filled in by a space. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}
