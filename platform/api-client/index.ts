/** Speaks to the API from a page of our own site: same-origin cookies, one key per mutation, refusals as typed problems. */
import createClient, { type Middleware } from 'openapi-fetch'
import { ProblemError, readProblem } from './problem-error.ts'
import type { Answer, Call, ListPath, ListQuery, Method, PathOf, RowOf, Sending } from './typed-paths.ts'

export { ProblemError, type ProblemFacts } from './problem-error.ts'

export type { ListPath, ListQuery, Options, PathOf, RowOf } from './typed-paths.ts'

type Value = string | number | boolean | undefined

type Query = Readonly<Record<string, Value | readonly string[]>>

interface CallOptions extends Sending {
  path?: Readonly<Record<string, string | number>>
  query?: Query
  body?: unknown
  parseAs?: 'json' | 'blob'
}

/** Every call by a path of openapi.json: what goes in and what comes out follow from it. */
export interface Api {
  get: Call<'get'>
  post: Call<'post'>
  put: Call<'put'>
  patch: Call<'patch'>
  delete: Call<'delete'>
  /** One page of a list, by whatever list it is. */
  page<Path extends ListPath>(path: Path, query: ListQuery<Path> | undefined, at: PageAt): Promise<{ items: RowOf<Path>[]; next?: string }>
  /** Sends one file; `FormData` sets its own content type. */
  upload<Path extends PathOf<'post'>>(path: Path, file: Blob, name: string): Promise<Answer<'post', Path>>
  /** Reads a file, by its address as a page holds it; a link could not say which app asks. */
  file(path: string, options?: { signal?: AbortSignal }): Promise<Blob>
}

interface PageAt {
  limit: number
  after: string | undefined
  signal?: AbortSignal
}

export interface ApiSettings {
  app: string
  baseUrl?: string
  language?: () => string
  fetch?: typeof globalThis.fetch
}

/** The transport knows no paths; the types of `Api` do. */
type AnyPaths = Record<string, Record<Method, { responses: Record<200, unknown> }>>

export function openApi({ app, baseUrl = '/api/v1', language, fetch }: ApiSettings): Api {
  const client = createClient<AnyPaths>({ baseUrl, credentials: 'same-origin', fetch: (request) => (fetch ?? globalThis.fetch)(request) })
  client.use(introduction(app, language))
  const send = async (method: Method, path: string, options: CallOptions = {}): Promise<unknown> => {
    const answer = await reach(() => client.request(method, path, initOf(method, options) as never))
    if (!answer.response.ok) throw new ProblemError(readProblem(answer.error, answer.response))
    return answer.data
  }
  const call = <M extends Method>(method: M) => ((path: string, options?: CallOptions) => send(method, path, options)) as Call<M>
  const upload = (path: string, file: Blob, name: string) => {
    const body = new FormData()
    body.append('file', file, name)
    return send('post', path, { body })
  }
  const file = (path: string, options: { signal?: AbortSignal } = {}) => send('get', path, { ...options, parseAs: 'blob' }) as Promise<Blob>
  const page = (path: string, query: object | undefined, { limit, after, signal }: PageAt) =>
    send('get', path, { query: { ...query, limit, after }, ...(signal ? { signal } : {}) })
  return {
    file,
    page: page as Api['page'],
    upload: upload as Api['upload'],
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    delete: call('delete'),
  }
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
