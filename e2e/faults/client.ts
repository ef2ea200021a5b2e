import { randomUUID } from 'node:crypto'
import { pause } from './child-server.ts'

/** What the client was told, and so may rely on for ever. */
export interface Acknowledged {
  /** The operation, as the audit log names it. */
  act: string
  subject: Record<string, string>
  body: unknown
}

export interface Client {
  acknowledged: Acknowledged[]
  /** Answers that should never come, and how often a request had to be sent again. */
  findings: string[]
  again: number
  /** Sends until it is answered, always with the same key. */
  act(token: string, act: string, path: string, subject: Record<string, string>, body?: unknown): Promise<Record<string, unknown>>
  get(token: string, path: string): Promise<Record<string, unknown>>
  upload(token: string, name: string, bytes: Buffer): Promise<string>
  /** Resolves when the next act has been acknowledged. */
  nextAnswer(): Promise<void>
  /** One question, one answer, or none. */
  once(token: string, method: string, path: string, key?: string, body?: unknown): Promise<{ status: number; body: unknown } | undefined>
}

/** A client who does not give up: no answer and "try again" are asked again, with the same key. */
export function openClient(url: string): Client {
  const state = { acknowledged: [] as Acknowledged[], findings: [] as string[], again: 0 }
  const waiting: (() => void)[] = []
  const once: Client['once'] = async (token, method, path, key, body) => {
    const form = body instanceof FormData
    const headers = {
      authorization: `Bearer ${token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    }
    const sent = body === undefined ? {} : { body: form ? body : JSON.stringify(body) }
    try {
      const answer = await fetch(`${url}/api/v1${path}`, { method, headers, signal: AbortSignal.timeout(30_000), ...sent })
      return { status: answer.status, body: await answer.json().catch(() => undefined) }
    } catch {
      return undefined
    }
  }
  const until = async (ask: () => ReturnType<Client['once']>, what: string): Promise<unknown> => {
    for (;;) {
      const answer = await ask()
      if (answer && answer.status < 300) return answer.body
      if (answer && answer.status !== 503) {
        state.findings.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
        throw new Error(state.findings.at(-1))
      }
      state.again += 1
      await pause(100)
    }
  }
  return Object.assign(state, {
    once,
    nextAnswer: () => new Promise<void>((wake) => void waiting.push(wake)),
    act: async (token: string, act: string, path: string, subject: Record<string, string>, body?: unknown) => {
      const key = randomUUID()
      const told = await until(() => once(token, 'POST', path, key, body), act)
      state.acknowledged.push({ act, subject, body: told })
      for (const wake of waiting.splice(0)) wake()
      return told as Record<string, unknown>
    },
    get: async (token: string, path: string) => (await until(() => once(token, 'GET', path), path)) as Record<string, unknown>,
    upload: async (token: string, name: string, bytes: Buffer) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name)
      return ((await until(() => once(token, 'POST', '/files', undefined, form), 'upload')) as { id: string }).id
    },
  })
}
