import type { FormErrorCode, FormErrorValues } from './check-form.ts'
import english from './words.en.json' with { type: 'json' }
import chinese from './words.zh-CN.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'
const words: Record<Language, Readonly<Record<string, string>>> = { 'zh-CN': chinese, en: english }

/** What a person is told: what is wrong, where, and how to mend it. A format and its fault have their own words where there are any. */
export function messageOf(code: FormErrorCode, values: FormErrorValues, language: Language): string {
  const book = words[language]
  const exact = `forms.${code}.${String(values['format'])}`
  const text = book[`${exact}.${String(values['fault'])}`] ?? book[exact] ?? book[`forms.${code}`] ?? code
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
