import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { openSandbox, type Sandbox, type SandboxOptions } from './index.ts'
import { signatureMatches, signedHeaders } from './signature.ts'
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

export type Heard = { content: Record<string, unknown>; genuine: boolean; nonce: string }
export type Merchant = { url: string; heard: Heard[]; answerWith: (answer: string) => void; close: () => Promise<void> }

/** A merchant's notify address: writes down what it is told and whether the signature is the service's own. */
export async function openMerchant(service: Service): Promise<Merchant> {
  const heard: Heard[] = []
  let answer = 'success'
  const server = createServer((request, response) => {
    void text(request).then((body) => heard.push(hear(request, body, service)) && response.end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify?from=sandbox`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const answerWith = (next: string): void => {
    answer = next
  }
  return { url, heard, answerWith, close }
}

function hear(request: IncomingMessage, body: string, service: Service): Heard {
  const header = (name: string): string => String(request.headers[name])
  const nonce = header('x-nonce')
  const parts = {
    appId: header('x-app-id'),
    method: request.method ?? '',
    target: request.url ?? '',
    timestamp: header('x-timestamp'),
    nonce,
    body,
  }
  const genuine = parts.appId === `sandbox.${service}` && signatureMatches(secrets[service], parts, header('x-signature'))
  return { content: JSON.parse(body) as Record<string, unknown>, genuine, nonce }
}
