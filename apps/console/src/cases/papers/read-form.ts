import type { Answers, Question } from '@yiwang/catalogue/contract'
import { sayDay, sayYuan } from '../../dates.ts'
import { t } from '../../words/index.ts'

interface Field {
  title?: string
  type?: string
  format?: string
  oneOf?: readonly { const: unknown; title: string }[]
  properties?: Readonly<Record<string, Field>>
  items?: Field
  'x-group'?: string
  'x-groups'?: readonly { id: string; title: string }[]
}

export interface FilledGroup {
  key: string
  title: string
  fields: { name: string; value: string }[]
}

/** What was filled in, group by group in the order of the form; what the form does not know is shown under its own name. */
export function readForm(schema: Readonly<Record<string, unknown>>, data: Readonly<Record<string, unknown>>): FilledGroup[] {
  const form = schema as Field
  const properties = form.properties ?? {}
  const names = [...Object.keys(properties), ...Object.keys(data).filter((name) => !(name in properties))]
  const groups = [{ id: '', title: '' }, ...(form['x-groups'] ?? [])].map(({ id, title }): FilledGroup => ({ key: id, title, fields: [] }))
  for (const name of names) {
    const value = data[name]
    if (value === undefined) continue
    const field = properties[name] ?? {}
    const group = groups.find(({ key }) => key === (field['x-group'] ?? '')) ?? groups[0]
    group?.fields.push({ name: field.title ?? name, value: sayValue(field, value) })
  }
  return groups.filter(({ fields }) => fields.length > 0)
}

export function sayValue(field: Field, value: unknown): string {
  const choice = field.oneOf?.find((one) => one.const === value)
  if (choice) return choice.title
  if (typeof value === 'boolean') return t(value ? 'shell.yes' : 'shell.no')
  if (Array.isArray(value)) return value.map((one) => sayValue(field.items ?? {}, one)).join('；')
  if (typeof value === 'object' && value !== null) return sayObject(field, value as Record<string, unknown>)
  if (field.format === 'money' && typeof value === 'number') return sayYuan(value)
  if (field.format === 'date' && typeof value === 'string') return sayDay(value)
  return String(value)
}

function sayObject({ properties = {} }: Field, value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .map(([name, one]) => `${properties[name]?.title ?? name} ${sayValue(properties[name] ?? {}, one)}`)
    .join('，')
}

/** The questions of the situation and what was answered. */
export function sayAnswers(questions: readonly Question[], answers: Answers): { name: string; value: string }[] {
  return questions.flatMap(({ key, text, options }) => {
    const given = answers[key]
    if (given === undefined) return []
    const values = Array.isArray(given) ? given : [given]
    return [{ name: text, value: values.map((value) => options.find((option) => option.value === value)?.label ?? value).join('、') }]
  })
}
