// The plain JSON Schema that template data is described in, and the type that follows from it.

export type Shape =
  | {
      type: 'string'
      title?: string
      minLength?: number
      maxLength?: number
      format?: 'date' | 'date-time'
      enum?: readonly string[]
      pattern?: string
    }
  | { type: 'integer'; title?: string; minimum?: number; maximum?: number; 'x-money'?: 'fen' }
  | { type: 'boolean'; title?: string }
  | { type: 'array'; title?: string; items: Shape; minItems?: number; maxItems: number }
  | ObjectShape
export type ObjectShape = {
  type: 'object'
  title?: string
  properties: Readonly<Record<string, Shape>>
  required: readonly string[]
  additionalProperties: false
}

export type DataOf<S> = S extends { enum: readonly (infer E)[] }
  ? E
  : S extends { type: 'string' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'array'; items: infer I }
          ? DataOf<I>[]
          : S extends { properties: infer P; required: readonly (infer R)[] }
            ? { [K in keyof P as K extends R ? K : never]: DataOf<P[K]> } & { [K in keyof P as K extends R ? never : K]?: DataOf<P[K]> }
            : never

export const line = { type: 'string', minLength: 1, maxLength: 200 } as const
export const prose = { type: 'string', minLength: 1, maxLength: 4000 } as const
export const day = { type: 'string', format: 'date' } as const
export const moment = { type: 'string', format: 'date-time' } as const
export const fen = { type: 'integer', minimum: 0, maximum: 1_000_000_000_000, 'x-money': 'fen' } as const

type Fields = Readonly<Record<string, Shape>>

export function object<const R extends Fields, const O extends Fields>(required: R, optional: O) {
  const properties: R & O = { ...required, ...optional }
  return { type: 'object', properties, required: Object.keys(required) as (keyof R & string)[], additionalProperties: false } as const
}

export function list<const S extends Shape>(items: S, { atLeast = 0, atMost = 200 } = {}) {
  return { type: 'array', items, minItems: atLeast, maxItems: atMost } as const
}
