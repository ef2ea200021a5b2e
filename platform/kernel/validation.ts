import addFormats from 'ajv-formats'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { createRequire } from 'node:module'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { requestProblem } from './problem.ts'
import type { Language } from './words.ts'

type Localize = (errors: ErrorObject[]) => void
// ajv-i18n is CommonJS whose types claim a default export that is not there at run time
const localize = createRequire(import.meta.url)('ajv-i18n') as Record<'en' | 'zh', Localize>

/** Not all errors: a body with a thousand of them would be searched to its end for everybody who asks. */
const options = { allErrors: false, strict: false, useDefaults: true, removeAdditional: false } as const
/** Bodies are taken as they are; addresses carry text only, so that numbers and lists must be read from it. */
const strict = addFormats.default(new Ajv(options))
const lenient = addFormats.default(new Ajv({ ...options, coerceTypes: 'array' }))

/** What a client sends beyond the shape is refused, not dropped: it may be a mistyped field. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validate: ValidateFunction = (httpPart === 'body' ? strict : lenient).compile(closed(schema) as object)
  return (value: unknown) => (validate(value) ? { value } : { error: requestProblem.invalid({ errors: validate.errors ?? [] }) })
}

/** The same shape with every object closed that does not say otherwise. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'allOf' || key === 'default' || key === 'const' || key === 'enum' ? value : closed(value),
    ]),
  )
  const open = copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy)
  return open ? { ...copy, additionalProperties: false } : copy
}

export interface FieldError {
  /** JSON Pointer of the field. */
  pointer: string
  message: string
}

/** Validation errors in the reader's language. */
export function fieldErrors(errors: readonly ErrorObject[], language: Language): FieldError[] {
  const copies = errors.map((error) => ({ ...error }))
  localize[language === 'en' ? 'en' : 'zh'](copies)
  return copies.map((error) => ({ pointer: pointerOf(error), message: error.message ?? '' }))
}

function pointerOf(error: ErrorObject): string {
  const params = error.params as { missingProperty?: string; additionalProperty?: string }
  const name = params.missingProperty ?? params.additionalProperty
  return name === undefined ? error.instancePath : `${error.instancePath}/${name}`
}

/** For what does not come by a request: a file of whoever sets an installation up. @throws RangeError naming the place that is wrong */
export function readShape(schema: object, value: unknown): unknown {
  const validate = strict.compile(closed(schema) as object)
  if (validate(value)) return value
  throw new RangeError(
    fieldErrors(validate.errors ?? [], 'en')
      .map(({ pointer, message }) => `${pointer || '/'} ${message}`)
      .join('; '),
  )
}
