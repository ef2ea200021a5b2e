import type { Field, Form } from '@yiwang/forms'
import { isAsked } from '@yiwang/forms'

/** What a browser sends, read as the form says. The same reading serves the server and, before sending, the page itself. */
export type Sent = Pick<FormData, 'get' | 'getAll' | 'has'>
type Data = Record<string, unknown>

export const emptyData: Readonly<Data> = {}

/** Locked fields are not in the sending; they stay as they were. Fields that are not asked for now are left out. */
export function readForm(form: Form, sent: Sent, before: Readonly<Data> = emptyData): Data {
  return readObject(form.properties, sent, '', before)
}

function readObject(properties: Readonly<Record<string, Field>>, sent: Sent, path: string, before: Readonly<Data>): Data {
  const data: Data = {}
  for (const [name, field] of Object.entries(properties)) {
    if (!isAsked(field, data)) continue
    const value = field['x-locked'] && before[name] !== undefined ? before[name] : readField(field, sent, path + name, before[name])
    if (value !== undefined) data[name] = value
  }
  return data
}

function readField(field: Field, sent: Sent, path: string, before: unknown): unknown {
  switch (field.type) {
    case 'object': {
      const data = readObject(field.properties, sent, `${path}.`, isData(before) ? before : emptyData)
      return Object.keys(data).length > 0 ? data : undefined
    }
    case 'array':
      return readList(field.items, sent, path, Array.isArray(before) ? before : [])
    case 'boolean':
      return sent.has(path) ? sent.get(path) === 'yes' : undefined
    case 'integer':
    case 'number':
      return readNumber(text(sent, path), field.format === 'money')
    case 'string':
      return text(sent, path) || undefined
  }
}

/** A list of choices comes as ticked boxes, a list of rows with a count of its rows; empty rows fall away. */
function readList(items: Field, sent: Sent, path: string, before: readonly unknown[]): unknown {
  if (items.type === 'string') {
    const chosen = sent.getAll(path).filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    return chosen.length > 0 ? chosen.map((value) => value.trim()) : undefined
  }
  const count = Math.min(Number(text(sent, `${path}.count`)) || 0, 200)
  const rows = Array.from({ length: count }, (_, row) => readField(items, sent, `${path}.${row}`, before[row])).filter(
    (row) => row !== undefined,
  )
  return rows.length > 0 ? rows : undefined
}

/** What is no number stays as it was typed, so that it can be shown again and said to be wrong. */
function readNumber(typed: string, money: boolean): number | string | undefined {
  const plain = typed.replace(/[,，\s元]/g, '')
  if (plain === '') return undefined
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return typed
  if (!money) return Number(plain)
  const [yuan = '', part = ''] = plain.split('.')
  return part.length > 2 ? typed : Number(yuan + part.padEnd(2, '0'))
}

export function textOfValue(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.type === 'integer' && field.format === 'money' && typeof value === 'number')
    return (value / 100).toFixed(2).replace(/\.00$/, '')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What a person reads where the value stands for something: a choice, a yes or no, a sum of money. */
export function shownValue(field: Field, value: unknown, words: { yes: string; no: string }): string {
  if (value === undefined) return ''
  if (field.type === 'boolean') return value === true ? words.yes : words.no
  if (field.type === 'array') return Array.isArray(value) ? value.map((one) => shownValue(field.items, one, words)).join('；') : ''
  if (field.type === 'object') {
    const data = isData(value) ? value : emptyData
    return Object.entries(field.properties)
      .map(([name, inner]) => shownValue(inner, data[name], words))
      .filter(Boolean)
      .join('，')
  }
  const title = 'oneOf' in field ? field.oneOf?.find((choice) => choice.const === value)?.title : undefined
  return title ?? textOfValue(field, value)
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

function text(sent: Sent, path: string): string {
  const value = sent.get(path)
  return typeof value === 'string' ? value.trim() : ''
}
