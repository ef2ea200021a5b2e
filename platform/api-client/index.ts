/** Speaks to the API from a page of our own site: same-origin cookies, one key per mutation, refusals as typed problems. */
import createClient, { type Middleware } from 'openapi-fetch'
import { ProblemError, readProblem } from './problem-error.ts'

export { ProblemError, type ProblemFacts } from './problem-error.ts'

type Value = string | number | boolean | undefined

export interface CallOptions {
  path?: Readonly<Record<string, string | number>>
  query?: Readonly<Record<string, Value | readonly string[]>>
  body?: unknown
  signal?: AbortSignal
  /** The same key for the same mutation, also when it is sent again. */
  idempotencyKey?: string
  parseAs?: 'json' | 'blob'
}

export interface Api {
  get<T>(path: string, options?: CallOptions): Promise<T>
  post<T>(path: string, options?: CallOptions): Promise<T>
  put<T>(path: string, options?: CallOptions): Promise<T>
  patch<T>(path: string, options?: CallOptions): Promise<T>
  delete<T>(path: string, options?: CallOptions): Promise<T>
  /** Sends one file; `FormData` sets its own content type. */
  upload<T>(path: string, file: Blob, name: string): Promise<T>
  /** Reads a file; a link could not say which app asks. */
  file(path: string, options?: CallOptions): Promise<Blob>
}

export interface ApiSettings {
  app: string
  baseUrl?: string
  language?: () => string
  fetch?: typeof globalThis.fetch
}

type AnyPaths = Record<string, Record<'get' | 'post' | 'put' | 'patch' | 'delete', { responses: Record<200, unknown> }>>

export function openApi({ app, baseUrl = '/api/v1', language, fetch }: ApiSettings): Api {
  const client = createClient<AnyPaths>({ baseUrl, credentials: 'same-origin', fetch: (request) => (fetch ?? globalThis.fetch)(request) })
  client.use(introduction(app, language))
  const call =
    (method: 'get' | 'post' | 'put' | 'patch' | 'delete') =>
    async <T>(path: string, options: CallOptions = {}): Promise<T> => {
      const answer = await reach(() => client.request(method, path, initOf(method, options) as never))
      if (!answer.response.ok) throw new ProblemError(readProblem(answer.error, answer.response))
      return answer.data as T
    }
  const upload = async <T>(path: string, file: Blob, name: string): Promise<T> => {
    const body = new FormData()
    body.append('file', file, name)
    return call('post')<T>(path, { body })
  }
  const file = (path: string, options: CallOptions = {}) => call('get')<Blob>(path, { ...options, parseAs: 'blob' })
  return { file, get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete'), upload }
}

function initOf(method: string, { path, query, body, signal, idempotencyKey, parseAs = 'json' }: CallOptions) {
  const key = method === 'get' ? {} : { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }
  const sentAsItIs = body instanceof FormData
  return {
    params: { path: path ?? {}, query: query ?? {}, header: {} },
    headers: key,
    parseAs,
    ...(body === undefined ? {} : { body }),
    ...(sentAsItIs ? { bodySerializer: (form: FormData) => form } : {}),
    ...(signal ? { signal } : {}),
  }
}

function introduction(app: string, language: (() => string) | undefined): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('x-yiwang-app', app)
      if (language) request.headers.set('accept-language', language())
      return request
    },
  }
}

/** No answer at all is a problem like any other, under a code of its own. */
async function reach<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ProblemError({ type: 'network.noAnswer', title: '', status: 0, errors: [] }, { cause })
  }
}
