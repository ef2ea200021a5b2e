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

export function apiOver(call: ApiCall, language: string): Api {
  const ask =
    (method: Method) =>
    async <T>(path: string, options: CallOptions = {}) => {
      const headers = { 'accept-language': language, ...options.headers }
      return (await call(method, path, await packed({ ...options, headers }))) as Answer<T>
    }
  return { get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') }
}

/** Files travel as the multipart bytes a browser would send. */
async function packed(options: CallOptions): Promise<CallOptions> {
  if (!(options.body instanceof FormData)) return options
  const form = new Response(options.body)
  const headers = { ...options.headers, 'content-type': form.headers.get('content-type') ?? 'multipart/form-data' }
  return { ...options, headers, body: new Uint8Array(await form.arrayBuffer()) }
}

export const isOk = (answer: Answer): boolean => answer.status >= 200 && answer.status < 300

/** What the API wants the browser to keep (the session) is passed on with the page. */
export function passCookies(answer: Answer, to: Headers): void {
  const cookies = answer.headers['set-cookie'] ?? []
  for (const cookie of Array.isArray(cookies) ? cookies : [cookies]) to.append('set-cookie', cookie)
}
