import { checkForm, isAsked, type Field, type Form, type FormError } from '@yiwang/forms'
import { language } from '../words/index.ts'

/** What was filled in, without empty fields and without what is no longer asked for. */
export function filledIn(form: Form, values: unknown): Record<string, unknown> {
  return (keep(form, values) as Record<string, unknown> | undefined) ?? {}
}

function keep(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (field.type === 'array') {
    const rows = (Array.isArray(value) ? value : []).map((row) => keep(field.items, row)).filter((row) => row !== undefined)
    return rows.length > 0 ? rows : undefined
  }
  if (field.type !== 'object') return value
  const given = value as Readonly<Record<string, unknown>>
  const kept = Object.entries(field.properties).flatMap(([name, one]) => {
    const inner = isAsked(one, given) ? keep(one, given[name]) : undefined
    return inner === undefined ? [] : [[name, inner] as const]
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** All that is wrong, by the very rules the server decides by. */
export function faultsOf(form: Form, values: unknown): FormError[] {
  return checkForm(form, filledIn(form, values), { language: language() })
}
