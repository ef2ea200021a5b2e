import { type Answer, type Api, type CallOptions, type Method, apiOver } from './api.ts'
import { translator } from './i18n.ts'

export type Asked = { method: Method; path: string; options: CallOptions }
export type Known = Record<string, Partial<Answer> | ((options: CallOptions) => Partial<Answer>)>

/** An API that knows what it is told ('GET /items') and remembers what it was asked; all else is not found. */
export function anApi(known: Known = {}): { api: Api; asked: Asked[] } {
  const asked: Asked[] = []
  const api = apiOver((method, path, options = {}) => {
    asked.push({ method, path, options })
    const answer = known[`${method} ${path}`]
    const given = typeof answer === 'function' ? answer(options) : answer
    return Promise.resolve({ status: given ? 200 : 404, body: null, headers: {}, ...given })
  }, 'zh-CN')
  return { api, asked }
}

export const refused = (status: number, type: string, title: string, more: object = {}): Partial<Answer> => ({
  status,
  body: { type, title, status, ...more },
})

export function aForm(values: Record<string, string | File | string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one as string)
  return form
}

export const zh = translator('zh')
export const en = translator('en')
