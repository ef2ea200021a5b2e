import en from './messages/en.json' with { type: 'json' }
import zh from './messages/zh-CN.json' with { type: 'json' }

export type Language = 'zh' | 'en'
export type Params = Record<string, string | number>
export type Translate = (key: string, params?: Params) => string
type Messages = { [key: string]: string | Messages }

export const languages = { zh: { tag: 'zh-CN', name: '中文' }, en: { tag: 'en', name: 'English' } } as const
const catalogue: Record<Language, Messages> = { zh, en }

/** `t('home.title', { name })`, and in English `{days:day|days}` by the number. A key without a text shows itself, so that a gap is seen and the page still stands. */
export function translator(language: Language): Translate {
  return (key, params = {}) => {
    const text = textAt(catalogue[language], key) ?? textAt(catalogue.zh, key) ?? key
    const counted = text.replace(/\{(\w+):([^|{}]*)\|([^{}]*)\}/g, (_, name: string, one: string, more: string) =>
      Number(params[name]) === 1 ? one : more,
    )
    return counted.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
  }
}

/** For codes that come from outside: undefined instead of the key, so that the caller can choose another text. */
export function textFor(language: Language, key: string): string | undefined {
  return textAt(catalogue[language], key) ?? textAt(catalogue.zh, key)
}

function textAt(messages: Messages, key: string): string | undefined {
  let here: string | Messages | undefined = messages
  for (const part of key.split('.')) {
    if (typeof here !== 'object' || !Object.hasOwn(here, part)) return undefined
    here = here[part]
  }
  return typeof here === 'string' ? here : undefined
}
