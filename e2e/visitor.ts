export interface Reply {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- a story says by its assertions what it expects
  body: any
  bytes: Buffer
}

/** Somebody with a browser's cookies who talks to the API as the pages do. */
export interface Visitor {
  (method: string, path: string, body?: unknown): Promise<Reply>
  cookie(): string
}

export function visitorOf(portal: string, app?: 'console'): Visitor {
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const form = body instanceof FormData
    const headers = {
      ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
      ...(cookie === '' ? {} : { cookie, 'sec-fetch-site': 'same-origin' }),
      ...(app ? { 'x-yiwang-app': app } : {}),
    }
    const sent = body === undefined ? {} : { body: form ? body : JSON.stringify(body) }
    const answer = await fetch(`${portal}/api/v1${path}`, { method, headers, ...sent })
    const [given] = answer.headers.getSetCookie()
    if (given !== undefined) cookie = given.split(';')[0] ?? ''
    const bytes = Buffer.from(await answer.arrayBuffer())
    const json = /json/.test(answer.headers.get('content-type') ?? '') && bytes.length > 0
    return { status: answer.status, bytes, body: json ? (JSON.parse(bytes.toString('utf8')) as unknown) : undefined }
  }
  return Object.assign(ask, { cookie: () => cookie })
}

/** A file as a browser sends it. */
export function aFile(name: string, type: string, bytes: Buffer): FormData {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}
