import {
  anyone,
  openHouse,
  openLog,
  openServer,
  readSettings,
  standingClock,
  type Act,
  type Actor,
  type House,
  type HouseOptions,
  type Module,
  type Outside,
  type Settings,
} from '@yiwang/kernel'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { sql } from 'kysely'
import { cloneDatabase } from './template.ts'

export interface HallOptions {
  modules: readonly Module[]
  /** The moment at which the clock stands. */
  now?: string
  outside?: Partial<Outside>
  settings?: Partial<Settings>
  /** Sign-in as the product does it; without it, `as(actor)` is believed. */
  authenticate?: HouseOptions['authenticate']
  /** One by default, so that an act which reaches round its transaction hangs and fails. */
  connections?: number
}

export interface Answer<T = never> {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says by its assertions what it expects
  body: [T] extends [never] ? any : T
  headers: Record<string, unknown>
}

/** Somebody at the counter: sends requests as one actor. */
export interface Visitor {
  get<T = never>(path: string, options?: RequestOptions): Promise<Answer<T>>
  post<T = never>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  put<T = never>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  patch<T = never>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  delete<T = never>(path: string, options?: RequestOptions): Promise<Answer<T>>
}
export interface RequestOptions {
  headers?: Record<string, string>
  /** Sends these bytes instead of JSON. */
  payload?: Buffer | string
}

export interface Hall {
  house: House
  app: FastifyInstance
  clock: ReturnType<typeof standingClock>
  stranger: Visitor
  as(actor: Actor): Visitor
  /** Runs an act directly, for builders. */
  act<T>(run: (act: Act) => Promise<T>, by?: Actor): Promise<T>
  /** Everything told to others so far, in order. */
  published(): Promise<{ name: string; body: Record<string, unknown> }[]>
  /** Acts in the audit log, in order. */
  audited(): Promise<{ act: string; actor_id: string; outcome: string; subject: Record<string, unknown> }[]>
  /** Lets reactions and due jobs happen. */
  settle(): Promise<number>
  runJob(name: string, data?: unknown): Promise<void>
  /** How many statements the database gets while `run` runs. */
  queriesOf(run: () => Promise<unknown>): Promise<number>
}

type TestContext = { onTestFinished(run: () => Promise<void>): void }

/** Opens the hall: a house on a database of its own, with the given modules, at a moment that stands still. */
export async function openHall(t: TestContext, options: HallOptions): Promise<Hall> {
  const { modules, outside = {}, settings = {}, now = '2026-03-02T09:00:00+08:00' } = options
  const database = await cloneDatabase(inject('postgresUrl'), modules)
  const clock = standingClock(now)
  const actors = new Map<string, Actor>()
  const house = await openHouse({
    settings: { ...readSettings({}), requestsPerMinute: 0, ...settings },
    databaseUrl: database.url,
    modules,
    outside: outside as Outside,
    clock,
    log: openLog(process.env['TEST_LOG'] ?? 'silent'),
    connections: options.connections ?? 1,
    authenticate: options.authenticate ?? (() => async (request) => actors.get(String(request.headers['x-test-actor']))),
  })
  const app = await openServer(house)
  await app.ready()
  t.onTestFinished(async () => {
    await app.close()
    await house.close()
    await database.drop()
  })
  const as = (actor: Actor): Visitor => {
    const key = JSON.stringify(actor)
    actors.set(key, actor)
    return visitor(app, actor === anyone ? {} : { 'x-test-actor': key })
  }
  return {
    house,
    app,
    clock,
    as,
    stranger: as(anyone),
    act: (run, by = { kind: 'system', id: 'test', grants: [] }) => house.perform({ act: 'test', by }, run),
    published: async () =>
      (await sql<{ name: string; body: Record<string, unknown> }>`select name, body from kernel.event order by position`.execute(house.db))
        .rows,
    audited: async () =>
      (
        await sql<{
          act: string
          actor_id: string
          outcome: string
          subject: Record<string, unknown>
        }>`select act, actor_id, outcome, subject from kernel.audit order by position`.execute(house.db)
      ).rows,
    settle: () => house.settle(),
    runJob: (name, data) => house.runJob(name, data),
    queriesOf: countQueries,
  }
}

function visitor(app: FastifyInstance, identity: Record<string, string>): Visitor {
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    options: RequestOptions = {},
  ): Promise<Answer> => {
    const payload = options.payload ?? (body === undefined ? undefined : JSON.stringify(body))
    const headers = {
      ...(payload !== undefined && options.payload === undefined ? { 'content-type': 'application/json' } : {}),
      ...identity,
      ...options.headers,
    }
    const url = path.startsWith('/api/') ? path : `/api/v1${path}`
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: readBody(answer.body, String(answer.headers['content-type'] ?? ''), answer.rawPayload),
    }
  }
  return {
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
  }
}

function readBody(text: string, type: string, bytes: Buffer): unknown {
  if (/json/.test(type)) return text === '' ? undefined : JSON.parse(text)
  return /^text\//.test(type) ? text : bytes
}

/** Statements are counted at the driver, so that transactions and the job desk's inserts count too. */
async function countQueries(run: () => Promise<unknown>): Promise<number> {
  let count = 0
  const prototype = (await import('pg')).default.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function counted(this: unknown, ...args: unknown[]) {
    const [text] = args
    // The bell for the workers rings a moment later, outside of every act.
    if (!(typeof text === 'string' && text.includes('pg_notify'))) count += 1
    return original.apply(this, args)
  }
  try {
    await run()
  } finally {
    prototype.query = original
  }
  return count
}
