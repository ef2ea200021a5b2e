/** How a page asks the API: in process, with the visitor's own cookies and rights, never around the door. */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>
export type CallOptions = { query?: Query; body?: unknown; headers?: Record<string, string> }
export type Answer<T = unknown> = { status: number; body: T; headers: Record<string, string | string[]> }

/** What the server hands over in `locals.api`: it injects the request into Fastify under /api/v1 with the visitor's cookies. */
export type ApiCall = (method: Method, path: string, options?: CallOptions) => Promise<Answer>

export type Api = {
  get<T>(path: string, options?: CallOptions): Promise<Answer<T>>
  post<T>(path: string, options?: CallOptions): Promise<Answer<T>>
  put<T>(path: string, options?: CallOptions): Promise<Answer<T>>
  patch<T>(path: string, options?: CallOptions): Promise<Answer<T>>
  delete<T>(path: string, options?: CallOptions): Promise<Answer<T>>
}

/** RFC 9457. `fields` names what is wrong where, in the words of the form. */
export type Problem = { type: string; title?: string; detail?: string; status?: number; fields?: FieldProblem[] }
export type FieldProblem = { path: string; code: string; message?: string }

export function apiOver(call: ApiCall): Api {
  const ask = (method: Method) => async <T>(path: string, options?: CallOptions) =>
    (await call(method, path, await packed(options))) as Answer<T>
  return { get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') }
}

/** Files travel as the multipart bytes a browser would send. */
async function packed(options: CallOptions = {}): Promise<CallOptions> {
  if (!(options.body instanceof FormData)) return options
  const form = new Response(options.body)
  const headers = { ...options.headers, 'content-type': form.headers.get('content-type') ?? 'multipart/form-data' }
  return { ...options, headers, body: new Uint8Array(await form.arrayBuffer()) }
}

export const isOk = (answer: Answer): boolean => answer.status >= 200 && answer.status < 300

export function problemOf(answer: Answer): Problem {
  const body = answer.body as Partial<Problem> | null
  if (body && typeof body === 'object' && typeof body.type === 'string') return { ...body, type: body.type }
  return { type: answer.status === 401 ? 'unauthenticated' : 'unknown', status: answer.status }
}

/** What the API wants the browser to keep (the session) is passed on with the page. */
export function passCookies(answer: Answer, to: Headers): void {
  const cookies = answer.headers['set-cookie'] ?? []
  for (const cookie of Array.isArray(cookies) ? cookies : [cookies]) to.append('set-cookie', cookie)
}
