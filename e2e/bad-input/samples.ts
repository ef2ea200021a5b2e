import type { Schema } from './operations.ts'

/** Words that fit the patterns of the shapes; which of them something stands for is another question. */
const words = [
  '样例文字',
  'sample',
  '13800000001',
  '123456',
  '330102',
  '0571-12345678',
  'cases.look',
  '2026-03-02',
  '2026-03-02T09:00:00+08:00',
  '09:00',
  'P08',
  'A2603020000001',
  '12.50',
  '6222020000000000000',
  'a@b.example',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  'c5e3a0b1'.repeat(8),
  '11330102002500287C001',
  '330102199003070011',
  '0'.repeat(34),
]

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT/,
  email: /@/,
}

/** A value of this shape. `given` knows better for some names: the number of a case that is there, the code of an item. */
export function sampleOf(schema: Schema, given: Readonly<Record<string, unknown>> = {}, name = ''): unknown {
  if (given[name] !== undefined && typeof given[name] === 'string' && schema.type === 'string' && fits(schema, given[name]))
    return given[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {}, given, name)
  switch (schema.type ?? 'anything') {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, sampleOf(part, given, key)]))
    case 'array':
      return Array.isArray(schema.items)
        ? schema.items.map((part) => sampleOf(part, given, name))
        : Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf((schema.items as Schema) ?? {}, given, name))
    case 'integer':
    case 'number':
      return schema.default ?? Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1))
    case 'boolean':
      return true
    case 'null':
      return null
    case 'string':
      return textOf(schema)
    default:
      return { sample: '样例' }
  }
}

function textOf(schema: Schema): string {
  return words.find((word) => fits(schema, word)) ?? '样'.repeat(schema.minLength ?? 1)
}

function fits({ minLength = 0, maxLength = Infinity, pattern, format }: Schema, word: string): boolean {
  if (word.length < minLength || word.length > maxLength) return false
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(word)) return false
  return format === undefined || (formats[format]?.test(word) ?? true)
}

export type Place = readonly (string | number)[]

/** Where a body of this shape holds text, as paths into its sample. */
export function textPlaces(sample: unknown, at: Place = []): Place[] {
  if (typeof sample === 'string') return [at]
  if (Array.isArray(sample)) return sample.flatMap((part, index) => textPlaces(part, [...at, index]))
  if (typeof sample !== 'object' || sample === null) return []
  return Object.entries(sample).flatMap(([key, part]) => textPlaces(part, [...at, key]))
}

/** The same body with something else at one place. */
export function withAt(sample: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(sample)) return sample.map((part: unknown, index) => (index === key ? withAt(part, rest, value) : part))
  const whole = sample as Record<string, unknown>
  return { ...whole, [key]: withAt(whole[key], rest, value) }
}
