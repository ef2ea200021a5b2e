/** Texts for people. Chinese is at hand; English is fetched when it was chosen. */
import accounts from './accounts.zh-CN.json' with { type: 'json' }
import cases from './cases.zh-CN.json' with { type: 'json' }
import catalogue from './catalogue.zh-CN.json' with { type: 'json' }
import halls from './halls.zh-CN.json' with { type: 'json' }
import ratings from './ratings.zh-CN.json' with { type: 'json' }
import counter from './counter.zh-CN.json' with { type: 'json' }
import licences from './licences.zh-CN.json' with { type: 'json' }
import records from './records.zh-CN.json' with { type: 'json' }
import shell from './shell.zh-CN.json' with { type: 'json' }

const chinese = { ...shell, ...cases, ...counter, ...catalogue, ...licences, ...accounts, ...records, ...ratings, ...halls }

export type WordKey = keyof typeof chinese
export type Language = 'zh-CN' | 'en'
type Values = Readonly<Record<string, string | number>>

let book: Readonly<Record<string, string>> = chinese
let spoken: Language = 'zh-CN'
const kept = 'yiwang.language'

export const language = (): Language => spoken

/** The text of a key, `{name}` filled in. */
export function t(key: WordKey, values: Values = {}): string {
  return fill(book[key] ?? chinese[key], values)
}

/** A text whose key is made of data, such as a state; what is not known is shown as it came. */
export function tOf(area: string, value: string): string {
  return book[`${area}.${value}`] ?? (chinese as Record<string, string>)[`${area}.${value}`] ?? value
}

function fill(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Reads what was chosen before anything is drawn. */
export async function loadLanguage(): Promise<void> {
  if (localStorage.getItem(kept) !== 'en') return
  const { english } = await import('./english.ts')
  book = english
  spoken = 'en'
  document.documentElement.lang = 'en'
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(kept, next)
  location.reload()
}
