import { sayLimit, sayYuan } from '../dates.ts'
import { t, tOf } from '../words/index.ts'
import type { Fields, Kind } from './editor/kinds.ts'
import { nameOfTheme } from './themes.ts'

/** An element as lines of text, for reading and comparing; its kind knows the words of its values. */
export function sayElement(kind: Kind, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return []
  switch (kind.kind) {
    case 'group':
      return sayParts(kind.fields, value as Parts)
    case 'rows':
      return (value as readonly Parts[]).flatMap((row, index) => numbered(index + 1, sayRow(kind.fields, kind.title, row)))
    case 'variant':
      return sayVariant(kind, value as Parts)
    case 'texts':
      return (value as readonly string[]).map((line, index) => `${index + 1}. ${line}`)
    case 'limit':
      return [sayLimitWithBasis(value as Parameters<typeof sayLimit>[0] & { basis?: string })]
    case 'switch':
      return [t(value === true ? 'shell.yes' : 'shell.no')]
    case 'choice':
      return [tOf(kind.words, plain(value))]
    case 'choices':
    case 'tags': {
      const words = kind.kind === 'choices' ? kind.words : ''
      const values = (value as readonly (string | number)[]).map((one) => tOf(words, String(one)))
      return values.length === 0 ? [] : [values.join('、')]
    }
    case 'themes':
      return [(value as readonly string[]).map(nameOfTheme).join('、')]
    case 'money':
      return [sayYuan(value as number)]
    case 'text':
    case 'number':
      return [plain(value)]
  }
}

type Parts = Readonly<Record<string, unknown>>

function sayParts(fields: Fields, parts: Parts): string[] {
  return Object.entries(fields).flatMap(([name, kind]) => {
    const lines = sayElement(kind, parts[name])
    if (lines.length === 0) return []
    const word = tOf('part', name)
    return lines.length === 1 ? [`${word}：${lines[0] ?? ''}`] : [`${word}：`, ...lines.map((line) => `　${line}`)]
  })
}

/** A row by what it is known by, then its other parts. */
function sayRow(fields: Fields, title: string, row: Parts): string[] {
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== title))
  const own = row[title]
  return [typeof own === 'string' ? own : t('editor.unnamed'), ...sayParts(others, row)]
}

function sayVariant({ on, words, variants }: Extract<Kind, { kind: 'variant' }>, value: Parts): string[] {
  const chosen = plain(value[on])
  return [tOf(words, chosen), ...sayParts(variants[chosen] ?? {}, value)]
}

function sayLimitWithBasis(limit: Parameters<typeof sayLimit>[0] & { basis?: string }): string {
  return limit.basis ? `${sayLimit(limit)}（${limit.basis}）` : sayLimit(limit)
}

function numbered(number: number, [first, ...rest]: string[]): string[] {
  return first === undefined ? [] : [`${number}. ${first}`, ...rest.map((line) => `　${line}`)]
}

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
