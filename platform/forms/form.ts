// The dialect of JSON Schema (2020-12) in which forms are written. What is not listed here is refused by `checkFormDefinition`.

export type FormatName =
  | 'person-id'
  | 'uscc'
  | 'holder-number'
  | 'mobile'
  | 'phone'
  | 'email'
  | 'date'
  | 'division'
  | 'bank-card'
  | 'postcode'
  | 'organisation-code'
export type MaskName = 'person-id' | 'holder-number' | 'mobile' | 'email' | 'name' | 'bank-card' | 'all'

/** The field is asked for only while a field beside it, standing before it, has one of these values. */
export type Condition = { field: string; is: readonly (string | number | boolean)[] }

type Told = {
  title?: string
  description?: string
  /** The section of the form it stands in: an id of the form's `x-groups`. */
  'x-group'?: string
  /** Where its value is known from: 'population.name', 'space.mobile'. */
  'x-source'?: string
  /** What the source says cannot be changed here; who thinks it wrong objects to it. */
  'x-locked'?: boolean
  'x-mask'?: MaskName
  'x-when'?: Condition
}

export type Choice<V> = { const: V; title: string }
export type TextField = Told & {
  type: 'string'
  minLength?: number
  maxLength?: number
  pattern?: string
  /** Said when the pattern does not match: how it should look. */
  'x-pattern-hint'?: string
  format?: FormatName
  enum?: readonly string[]
  oneOf?: readonly Choice<string>[]
  default?: string
}
/** Money is `type: 'integer'` with `format: 'money'`: whole fen, shown and typed in yuan. */
export type NumberField = Told & {
  type: 'integer' | 'number'
  minimum?: number
  maximum?: number
  format?: 'money'
  oneOf?: readonly Choice<number>[]
  default?: number
}
/** `const: true` is a box that must be ticked: an undertaking, an agreement. */
export type BooleanField = Told & { type: 'boolean'; const?: true; default?: boolean }
export type ListField = Told & { type: 'array'; items: Field; minItems?: number; maxItems?: number; uniqueItems?: boolean }
export type ObjectField = Told & {
  type: 'object'
  properties: Readonly<Record<string, Field>>
  required?: readonly string[]
  additionalProperties: false
}
export type Field = TextField | NumberField | BooleanField | ListField | ObjectField

export type Form = ObjectField & { $schema?: string; 'x-groups'?: readonly { id: string; title: string; description?: string }[] }
export type FormData = Readonly<Record<string, unknown>>

export const longestText = 4000
export const usualText = 200
export const longestList = 200

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own properties only: a form field named `constructor` has no value just because every object has one. */
export function valueOf(data: unknown, name: string): unknown {
  return isRecord(data) && Object.hasOwn(data, name) ? data[name] : undefined
}

/** A JSON pointer (RFC 6901). Names are plain identifiers where a form is sound; data may hold anything. */
export function pointer(path: string, name: string | number): string {
  return `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Whether a field of an object is asked for, given the values beside it. */
export function isAsked(field: Field, beside: unknown): boolean {
  const condition = field['x-when']
  if (!condition) return true
  const value = valueOf(beside, condition.field)
  return condition.is.some((wanted) => wanted === value)
}
