import { formatYuan, isFen, isLegalDay } from '@yiwang/standards'
import type { Face, FaceField } from './contract.ts'

export interface FaceFault {
  pointer: string
  message: string
  rule: 'unknown' | 'missing' | 'kind' | 'length' | 'choice'
}

const defaultLength = { text: 100, longText: 1000, date: 10, number: 20, money: 20, choice: 200 } as const

/** What of the face does not fit its type, every place at once; a field the type does not know is a fault too. */
export function faceFaults(fields: readonly FaceField[], face: Face): FaceFault[] {
  const known = new Set(fields.map((field) => field.key))
  const strange = Object.keys(face).filter((key) => !known.has(key))
  return [
    ...strange.map((key) => fault(key, 'unknown', '证照种类没有这一项')),
    ...fields.flatMap((field) => fieldFault(field, valueOf(face, field.key))),
  ]
}

function valueOf(face: Face, key: string): string | number | undefined {
  const value = Object.hasOwn(face, key) ? face[key] : undefined
  return typeof value === 'string' ? value.trim() : value
}

function fieldFault(field: FaceField, value: string | number | undefined): FaceFault[] {
  const { key, label, kind } = field
  if (value === undefined || value === '') return field.required ? [fault(key, 'missing', `缺少${label}`)] : []
  if (!isOfKind(kind, value)) return [fault(key, 'kind', `${label}的格式不对`)]
  if (kind === 'choice' && !field.choices?.some((choice) => choice.value === value)) return [fault(key, 'choice', `${label}不在可选范围内`)]
  const longest = field.maxLength ?? defaultLength[kind]
  return String(value).length > longest ? [fault(key, 'length', `${label}最多${longest}个字符`)] : []
}

function isOfKind(kind: FaceField['kind'], value: string | number): boolean {
  if (kind === 'money') return isFen(value)
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === 'string' && (kind !== 'date' || isLegalDay(value))
}

function fault(key: string, rule: FaceFault['rule'], message: string): FaceFault {
  return { pointer: `/face/${key.slice(0, 60)}`, rule, message }
}

/** Takes what a form or a register knows of the fields of a face, by key; the rest is left. */
export function faceFrom(fields: readonly FaceField[], values: Readonly<Record<string, unknown>>): Face {
  const taken = fields.flatMap(({ key }) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    return typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : []
  })
  return Object.fromEntries(taken)
}

export interface FaceLine {
  key: string
  label: string
  value: string
  wide: boolean
  date: boolean
}

/** The face as it is printed and shown: in the order of the type, what is empty left out. */
export function faceLines(fields: readonly FaceField[], face: Face): FaceLine[] {
  return fields.flatMap((field) => {
    const { key, label, kind, wide = false } = field
    const value = valueOf(face, key)
    if (value === undefined || value === '') return []
    return [{ key, label, value: written(field, value), wide: wide || kind === 'longText', date: kind === 'date' }]
  })
}

function written({ kind, choices = [] }: FaceField, value: string | number): string {
  if (kind === 'money' && isFen(value)) return `${formatYuan(value).slice(1)}元`
  return choices.find((choice) => choice.value === value)?.label ?? String(value)
}
