import { randomBytes } from 'node:crypto'
import {
  openHouse,
  openLog,
  openServer,
  standingClock,
  systemClock,
  type Actor,
  type House,
  type Outside,
  type Settings,
} from '@yiwang/kernel'
import { openSandbox } from '@yiwang/sandbox'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { modules } from '../../modules.ts'
import { composeOutside } from '../../outside.ts'

/** One person's requests, sent through the same routes, checks and permissions as everybody's. */
export interface Hand {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  put<T>(path: string, body?: unknown): Promise<T>
  upload(name: string, pdf: Uint8Array): Promise<string>
}

/** An act that was refused, with what was refused and why. */
export class Refused extends Error {
  readonly type: string
  constructor(path: string, type: string, detail: string) {
    super(`${path}: ${detail}`)
    this.type = type
  }
}

export interface Past {
  house: House
  clock: ReturnType<typeof standingClock>
  as(actor: Actor): Hand
  /** Lets all that follows from what was done happen, at the moment at which the clock stands. */
  settle(): Promise<void>
  /** The code in the newest message to a telephone, as its owner reads it. */
  codeSentTo(phone: string): Promise<string>
  /** Pays at the cashier of the payment platform. */
  pay(cashierUrl: string): Promise<void>
  /** Lets the courier take every parcel one step further. */
  carryOn(): Promise<void>
  close(): Promise<void>
}

const courierStep = 4 * 3_600_000

/**
 * The same installation at an earlier moment: a second house on the same database whose clock is moved by hand, with routes, reactions and jobs of
 * its own moment. The outside world of the past is a sandbox of its own, whose clock is the same and whose messages and payments reach nobody
 * today; seals alone are made by the authority of today, since a certificate and a time stamp say when a paper was really sealed.
 */
export async function openPast(settings: Settings, databaseUrl: string, start: Date): Promise<Past> {
  const clock = standingClock(start)
  const outside = {} as Outside
  const actors = new Map<string, Actor>()
  const house = await openHouse({
    settings: { ...settings, requestsPerMinute: 0 },
    databaseUrl,
    modules,
    outside,
    clock,
    clocks: { 'licences.make': systemClock },
    aside: true,
    log: openLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel, settings.logFile),
    connections: 3,
    authenticate: () => async (request) => actors.get(request.headers.authorization ?? ''),
  })
  const app = await openServer(house)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const world = await openSandbox({
    port: 0,
    clock,
    ticking: false,
    allowedHosts: [new URL(address).host, new URL(settings.publicUrl).host],
    secrets: {
      registers: settings.registerSecret,
      messages: settings.messageKey,
      payments: settings.paymentSecret,
      courier: settings.courierSecret,
    },
  })
  const { certificateAuthority } = composeOutside(settings, systemClock)
  const ofThePast = composeOutside({ ...settings, sandboxUrl: world.address, publicUrl: address }, clock)
  Object.assign(outside, ofThePast, { certificateAuthority })
  await post(`${world.address}/modes`, { service: 'courier', mode: 'automatic', on: true, seconds: courierStep / 1000 - 60 })
  const settle = async () => void (await house.settle())
  return {
    house,
    clock,
    settle,
    as: (actor) => handOf(app, keyFor(actors, actor), settle),
    codeSentTo: (phone) => newestCode(world.address, phone),
    pay: async (cashierUrl) => {
      await fetch(`${cashierUrl}/payment`, { method: 'POST', body: new URLSearchParams({ channel: 'wechat' }), redirect: 'manual' })
      await world.runDue()
      await settle()
    },
    carryOn: async () => {
      clock.advance(courierStep)
      await world.runDue()
      await world.runDue()
      await settle()
    },
    close: async () => {
      await world.close()
      await app.close()
      await house.close()
    },
  }
}

async function post(url: string, body: object): Promise<void> {
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

async function newestCode(sandbox: string, phone: string): Promise<string> {
  const answer = await fetch(`${sandbox}/inbox.json?to=${phone}&kind=sms`)
  const codes = ((await answer.json()) as { text: string }[]).flatMap(({ text }) => /验证码是 (\d{6})/.exec(text)?.[1] ?? [])
  const [newest] = codes
  if (newest === undefined) throw new Error('no code came')
  return newest
}

/** The server of the past listens for the callbacks of its world; nobody else can guess the keys. */
function keyFor(actors: Map<string, Actor>, actor: Actor): string {
  for (const [key, known] of actors) if (known.id === actor.id) return key
  const key = `Bearer ${randomBytes(32).toString('base64url')}`
  actors.set(key, actor)
  return key
}

function handOf(app: FastifyInstance, authorization: string, settle: () => Promise<void>): Hand {
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: Buffer | string, type = 'application/json') => {
    const headers = { authorization, ...(payload === undefined ? {} : { 'content-type': type }) }
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload === undefined ? {} : { payload }) })
    const body: unknown = answer.body === '' ? undefined : answer.json()
    if (answer.statusCode >= 400) throw new Refused(path, (body as { type?: string } | undefined)?.type ?? 'unknown', answer.body)
    return body
  }
  const change = async (method: 'POST' | 'PUT', path: string, body?: unknown) => {
    const answer = await send(method, path, body === undefined ? undefined : JSON.stringify(body))
    await settle()
    return answer
  }
  return {
    get: async <T>(path: string) => (await send('GET', path)) as T,
    post: async <T>(path: string, body?: unknown) => (await change('POST', path, body)) as T,
    put: async <T>(path: string, body?: unknown) => (await change('PUT', path, body)) as T,
    upload: async (name, pdf) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), name)
      const sent = new Response(form)
      const answer = await send('POST', '/files', Buffer.from(await sent.arrayBuffer()), sent.headers.get('content-type') ?? '')
      return (answer as { id: string }).id
    },
  }
}
