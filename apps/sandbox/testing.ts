import { randomUUID } from 'node:crypto'
import { openSandbox, type Sandbox, type SandboxOptions } from './index.ts'
import { signedHeaders } from './signature.ts'
import type { Service } from './world.ts'

export const secrets = {
  registers: 'registers-secret',
  messages: 'messages-api-key',
  payments: 'payments-secret',
  courier: 'couriers-secret',
}

export type Answer = { status: number; body: Record<string, unknown>; text: string }
export type Call = {
  service?: Service
  appId?: string
  secret?: string
  timestamp?: string
  nonce?: string
  headers?: Record<string, string>
  raw?: string
}
export type TestSandbox = Sandbox & {
  clock: { now: () => Date; advance: (seconds: number) => void }
  /** Signed as a merchant or asker would. */
  call: (method: 'GET' | 'POST', target: string, body?: unknown, how?: Call) => Promise<Answer>
  /** As a browser does. */
  browse: (target: string, form?: Record<string, string>) => Promise<Answer & { location: string | null }>
}

/** A sandbox of its own for one test, with a clock that stands until it is moved. */
export async function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  let now = Date.parse('2026-03-02T09:00:00+08:00')
  const clock = { now: () => new Date(now), advance: (seconds: number) => void (now += seconds * 1000) }
  const sandbox = await openSandbox({ port: 0, clock, secrets, ticking: false, ...options })
  const answerOf = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, text, body: json && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }
  return {
    ...sandbox,
    clock,
    async call(method, target, body, how = {}) {
      const sent = how.raw ?? (body === undefined ? '' : JSON.stringify(body))
      const service = how.service ?? serviceOf(target)
      const signed = signedHeaders(how.secret ?? secrets[service], {
        appId: how.appId ?? 'yiwang',
        method,
        target,
        timestamp: how.timestamp ?? clock.now().toISOString(),
        nonce: how.nonce ?? randomUUID(),
        body: sent,
      })
      const content = sent === '' ? {} : { 'content-type': 'application/json' }
      const key = { authorization: `Bearer ${secrets.messages}` }
      const init = { method, headers: { ...signed, ...key, ...content, ...how.headers }, ...(sent !== '' && { body: sent }) }
      return answerOf(await fetch(sandbox.address + target, init))
    },
    async browse(target, form) {
      const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
      const response = await fetch(sandbox.address + target, { redirect: 'manual', headers: { accept: 'text/html' }, ...post })
      return { ...(await answerOf(response)), location: response.headers.get('location') }
    },
  }
}

export async function withSandbox(story: (sandbox: TestSandbox) => Promise<void>): Promise<void> {
  const sandbox = await openTestSandbox()
  try {
    await story(sandbox)
  } finally {
    await sandbox.close()
  }
}

function serviceOf(target: string): Service {
  if (target.startsWith('/payments')) return 'payments'
  return target.startsWith('/waybills') ? 'courier' : 'registers'
}
