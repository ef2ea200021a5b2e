import { fill, type Language } from '@yiwang/kernel'
import type { Template, Told, Value } from './templates.ts'

export interface Composed {
  title: string
  text: string
}
export type Texts = Record<Language, Composed>

/** The message in both languages. @throws RangeError when a placeholder would stay empty: a fault of the program, not of a person. */
export function compose(template: Template, values: Readonly<Record<string, Value>>): Texts {
  return { 'zh-CN': composeIn('zh-CN', template, values), en: composeIn('en', template, values) }
}

function composeIn(language: Language, template: Template, values: Readonly<Record<string, Value>>): Composed {
  const told = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tidy(inLanguage(value, language))]))
  const { title, text } = template[language]
  const missing = [...placeholdersOf(title), ...placeholdersOf(text)].filter((name) => !Object.hasOwn(told, name))
  if (missing.length > 0) throw new RangeError(`the message needs ${missing.join()}`)
  return { title: oneLine(fill(title, told, language)), text: fill(text, told, language) }
}

export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

function inLanguage(value: Value, language: Language): Told {
  return typeof value === 'object' && 'en' in value ? value[language] : value
}

/** Control characters have no business in a message; a list without entries is said to be none. */
function tidy(value: Told): Told {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return clean(value)
  return value.length === 0 ? '—' : value.map(clean)
}

function clean(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim()
}

/** A line break in the subject of an e-mail would begin another header. */
function oneLine(text: string): string {
  return cut(text.replaceAll(/\s+/g, ' '), 100)
}

/** Never in the middle of a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

const smsLength = 500

/** An SMS that would not fit ends with where the rest stands. */
export function asSms({ text }: Composed, language: Language): string {
  if (text.length <= smsLength) return text
  const rest = language === 'en' ? '… The rest is in your personal space.' : '……详见用户空间。'
  return cut(text, smsLength - rest.length) + rest
}
