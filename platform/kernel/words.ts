/** Texts for people, by language and code. A module ships `words.zh-CN.json` and `words.en.json`; codes are those of its problems and permissions. */
export type Language = 'zh-CN' | 'en'
export type Words = Record<Language, Record<string, string>>

/** Which of the two languages an Accept-Language header asks for first. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh-CN'
}

/** Fills `{name}` from the values; lists are joined the way the language does. */
export function fill(text: string, values: Readonly<Record<string, unknown>>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? show(values[name], language) : whole))
}

function show(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => show(one, language)).join(language === 'en' ? ', ' : '、')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** The words of all modules in one book. */
export function bookOf(all: readonly Words[]): Words {
  const book: Words = { 'zh-CN': {}, en: {} }
  for (const words of all) {
    Object.assign(book['zh-CN'], words['zh-CN'])
    Object.assign(book.en, words.en)
  }
  return book
}
