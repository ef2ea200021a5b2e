import { t, tOf } from '../words/index.ts'

/** An element as lines of text, for reading and comparing. */
export function sayElement(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((one, index) => numbered(index + 1, sayElement(one)))
  if (typeof value === 'object') return sayParts(value as Readonly<Record<string, unknown>>)
  if (typeof value === 'boolean') return [t(value ? 'shell.yes' : 'shell.no')]
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}

function sayParts(parts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(parts).flatMap(([name, one]) => {
    const lines = sayElement(one)
    if (lines.length === 0) return []
    const word = tOf('part', name)
    const [only] = lines
    return lines.length === 1 ? [`${word}：${only ?? ''}`] : [`${word}：`, ...lines.map((line) => `　${line}`)]
  })
}

function numbered(number: number, [first, ...rest]: string[]): string[] {
  return first === undefined ? [] : [`${number}. ${first}`, ...rest.map((line) => `　${line}`)]
}
