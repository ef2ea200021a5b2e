/** How an element is edited: a small language, so that all of them are drawn by one renderer. */
export type Kind =
  | { kind: 'text'; max: number; long?: true; pattern?: RegExp }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'money' }
  | { kind: 'switch' }
  | { kind: 'choice'; words: string; values: readonly string[]; clear?: true }
  | { kind: 'choices'; words: string; values: readonly (string | number)[] }
  | { kind: 'tags' }
  | { kind: 'themes' }
  | { kind: 'limit' }
  | { kind: 'texts'; max: number }
  | { kind: 'group'; fields: Fields }
  | { kind: 'rows'; fields: Fields; title: string }
  | { kind: 'variant'; on: string; words: string; variants: Readonly<Record<string, Fields>> }

export type Fields = Readonly<Record<string, Kind>>

export const text = (max: number, long?: true): Kind => (long ? { kind: 'text', max, long } : { kind: 'text', max })
export const number = (min: number, max: number): Kind => ({ kind: 'number', min, max })
export const choice = (words: string, ...values: string[]): Kind => ({ kind: 'choice', words, values })
export const maybe = (words: string, ...values: string[]): Kind => ({ kind: 'choice', words, values, clear: true })
export const choices = (words: string, ...values: (string | number)[]): Kind => ({ kind: 'choices', words, values })
export const rows = (title: string, fields: Fields): Kind => ({ kind: 'rows', title, fields })
export const group = (fields: Fields): Kind => ({ kind: 'group', fields })
export const yesNo: Kind = { kind: 'switch' }
export const themes: Kind = { kind: 'themes' }
export const tags: Kind = { kind: 'tags' }
export const limit: Kind = { kind: 'limit' }
export const money: Kind = { kind: 'money' }
