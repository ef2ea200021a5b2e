import type { Clock } from './clock.ts'
import { problems } from './problem.ts'
import { signRequest } from './signed-request.ts'

const problem = problems('outside', { noAnswer: 503 })
export const outsideProblems = problem.catalogue

export interface OutsideServiceOptions {
  /** In messages for people: 人口库, 公共支付平台 … */
  name: string
  url: string
  clock: Clock
  /** Signs every request with HMAC-SM3; without it the caller sends its own credentials. */
  sign?: { appId: string; secret: string }
  headers?: Record<string, string>
  timeout?: number
}

export interface OutsideAnswer {
  status: number
  body: unknown
}

/** A service of the outside world over HTTP. Never call it inside a transaction. */
export interface OutsideService {
  /** @throws outside.noAnswer when it does not answer in time, answers with a fault of its own, or lately did so five times running. */
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<OutsideAnswer>
}

const failuresToOpen = 5
const openFor = 10_000

/** Calls a service with a time-out and a circuit breaker, so that one that hangs does not hold up the others. */
export function outsideService(options: OutsideServiceOptions): OutsideService {
  let failures = 0
  let openUntil = 0
  return {
    call: async (method, path, body) => {
      const now = options.clock.now().getTime()
      if (failures >= failuresToOpen && now < openUntil) throw problem.noAnswer({ service: options.name })
      try {
        const answer = await send(options, method, path, body)
        if (answer.status >= 500) throw new Error(`status ${answer.status}`)
        failures = 0
        return answer
      } catch {
        failures += 1
        openUntil = now + openFor
        throw problem.noAnswer({ service: options.name })
      }
    },
  }
}

async function send(options: OutsideServiceOptions, method: 'GET' | 'POST', path: string, body: unknown): Promise<OutsideAnswer> {
  const bytes = body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body))
  const signed = options.sign ? signRequest({ ...options.sign, method, path, body: bytes }, options.clock.now()) : {}
  const answer = await fetch(new URL(path, options.url), {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers, ...signed },
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeout ?? 5000),
    ...(body === undefined ? {} : { body: bytes }),
  })
  const text = await answer.text()
  return { status: answer.status, body: /json/.test(answer.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text }
}
