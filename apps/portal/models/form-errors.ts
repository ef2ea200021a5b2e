import type { ProblemAnswer } from '@yiwang/kernel/contract'
import type { Answer } from '../api.ts'
import type { Translate } from '../i18n.ts'

/** What is wrong, where, and how to mend it; next to the field and in a summary on top. */
export type FormErrors = { general?: string; fields: Record<string, string> }

export const noErrors: FormErrors = { fields: {} }

export const hasErrors = ({ general, fields }: FormErrors): boolean => general !== undefined || Object.keys(fields).length > 0

/** A refusal of the API in its own words (they come in the reader's language), at the field it names or the one we know it to be about. */
export function errorsOf(answer: Answer, t: Translate, about: Record<string, string> = {}): FormErrors {
  const body = answer.body as Partial<ProblemAnswer> | null
  if (!body || typeof body.title !== 'string') return { fields: {}, general: t('problem.unknown') }
  const named = (body.errors ?? []).map(({ pointer, message }) => [fieldName(pointer), message] as const).filter(([name]) => name !== '')
  if (named.length > 0) return { fields: Object.fromEntries(named) }
  const field = about[body.type ?? '']
  return field ? { fields: { [field]: body.title } } : { fields: {}, general: body.title }
}

/** /applicant/phone → applicant.phone, as the fields of our forms are named. */
export const fieldName = (pointer: string): string =>
  pointer.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')

/** All that is missing is said at once. */
export function missing(form: FormData, asked: Record<string, string>): FormErrors {
  return { fields: Object.fromEntries(Object.entries(asked).filter(([name]) => textOf(form, name) === '')) }
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A number as people write it down, with blanks and hyphens between the digits, as one word. */
export const compactOf = (form: FormData, name: string): string => textOf(form, name).replace(/[\s-]/g, '')

/** What was typed is kept, except what must not travel back (passwords, codes). */
export function keptValues(form: FormData): Record<string, string> {
  const secret = new Set(['password', 'passwordAgain', 'current', 'code', 'newCode'])
  const kept: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !secret.has(name)) kept[name] = value
  return kept
}
