import { sql } from 'kysely'
import type { FastifyRequest } from 'fastify'
import type { Act, Desk, Outside, Work } from './act.ts'
import { systemActor, type Actor } from './actor.ts'
import { systemClock, type Clock } from './clock.ts'
import { openDatabase, type Database } from './database.ts'
import { asideQueue, migrateJobs, openJobDesk, queuesOf, reactionQueue, type Aside, type JobDesk } from './jobs.ts'
import { kernelJobs, kernelQueues } from './kernel-jobs.ts'
import { openLog, type Log } from './log.ts'
import { openMetrics, type Metrics } from './metrics.ts'
import { migrate, type MigrationFolder } from './migrations.ts'
import type { Job, Module } from './module.ts'
import type { Permissions } from './permissions.ts'
import { deskOf, perform, type Ground, type Occasion } from './perform.ts'
import { listeners, reactionTable, runReaction } from './reactions.ts'
import type { Settings } from './settings.ts'
import { transact } from './transact.ts'

export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>

export interface HouseOptions {
  settings: Settings
  databaseUrl: string
  modules: readonly Module[]
  outside: Outside
  clock?: Clock
  /** Built on the house itself, since sessions are rows. */
  authenticate?: (house: House) => Authenticate
  log?: Log
  /** Whether this process takes jobs and reactions. */
  works?: boolean
  /** Keeps reactions and jobs for itself until it settles: for making history, whose reactions belong to its own moments. */
  aside?: boolean
  /** Jobs that go by another clock than the house: what is sealed is sealed today, whenever the matter was. */
  clocks?: Readonly<Record<string, Clock>>
  connections?: number
  /** What stands in the way of some work though the house answers (a full disk); `/readyz` tells of it. */
  troubles?: () => Promise<readonly string[]>
}

/** How far long work has come. */
export interface Progress {
  done: number
  total: number
}

/** Everything a running installation is made of, except the open port. */
export interface House {
  settings: Settings
  clock: Clock
  outside: Outside
  modules: readonly Module[]
  permissions: Permissions
  db: Database
  jobs: JobDesk
  log: Log
  metrics: Metrics
  /** What is being made in the background; `/readyz` tells of it. */
  working: Map<string, Progress>
  authenticate: Authenticate
  perform<T>(occasion: Occasion, run: (act: Act) => Promise<T>): Promise<T>
  read<T>(by: Actor, ask: (desk: Desk) => Promise<T>): Promise<T>
  /** Long work on somebody's behalf: talk to the outside world between acts, never inside one. */
  work(by: Actor): Work
  /** Runs a job now, in this process. */
  runJob(name: string, data?: unknown): Promise<void>
  /** Runs all reactions and due jobs until none is left; for tests and for making history. */
  settle(): Promise<number>
  ready(): Promise<boolean>
  troubles(): Promise<readonly string[]>
  close(): Promise<void>
}

type Take = (data: unknown) => Promise<void>

const kernelModule: Module = {
  name: 'kernel',
  migrations: new URL('./migrations/', import.meta.url),
  permissions: {
    'kernel.open': { name: '公开', heldBy: ['anyone', 'user', 'staff', 'client'] },
    'kernel.lookAudit': { name: '查看审计记录、校验审计链', administrator: 'audit' },
  },
}

/** Brings database and job tables up to date for these modules. */
export async function migrateHouse(databaseUrl: string, modules: readonly Module[]): Promise<string[]> {
  const folders = [kernelModule, ...modules].flatMap((module): MigrationFolder[] =>
    module.migrations ? [{ name: module.name, folder: module.migrations }] : [],
  )
  const ran = await migrate(databaseUrl, folders)
  await migrateJobs(databaseUrl, [...queuesOf(modules), ...kernelQueues])
  return ran
}

/** Opens a house on a migrated database. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { settings, modules, outside, clock = systemClock, works = false, aside = false, clocks = {} } = options
  const log = options.log ?? openLog(settings.logLevel, settings.logFile)
  const { db, pool, close } = openDatabase(options.databaseUrl, options.connections ?? settings.databasePool)
  const jobs = await openJobDesk({ url: options.databaseUrl, works, aside, onError: (error) => log.error({ err: error }, 'job desk') })
  const reactions = reactionTable(modules)
  const permissions: Permissions = Object.assign({}, kernelModule.permissions, ...modules.map((module) => module.permissions ?? {}))
  const ground: Ground = {
    db,
    transact: (run) => transact(pool, run),
    clock,
    settings,
    outside,
    jobs,
    permissions,
    reactionsTo: listeners(reactions),
  }
  const metrics = openMetrics(pool, jobs)
  const table = jobTable(modules, db)
  const take = new Map<string, Take>([
    [reactionQueue, (data) => runReaction(ground, reactions, data as { eventId: string; reaction: string })],
  ])
  for (const [name, job] of table) {
    const groundOf = clocks[name] === undefined ? ground : { ...ground, clock: clocks[name] }
    take.set(name, (data) => job.run(workOn(groundOf, systemActor(name)), data))
  }
  const house: House = {
    settings,
    clock,
    outside,
    modules,
    permissions,
    db,
    jobs,
    log,
    metrics,
    working: new Map(),
    authenticate: async () => undefined,
    perform: (occasion, run) => counted(metrics, occasion.act, perform(ground, occasion, run)),
    read: (by, ask) => ask(deskOf(ground, db, by, clock.now())),
    work: (by) => workOn(ground, by),
    runJob: async (name, data = {}) => (take.get(name) ?? (() => Promise.reject(new Error(`no job ${name}`))))(data),
    settle: () => settle(jobs, aside ? onlyAside(take) : take),
    ready: () => answers(db),
    troubles: options.troubles ?? (async () => []),
    close: async () => {
      await jobs.stop()
      await close()
    },
  }
  house.authenticate = options.authenticate?.(house) ?? house.authenticate
  if (works) await startWork(jobs, table, take, log)
  return house
}

async function counted<T>(metrics: Metrics, act: string, running: Promise<T>): Promise<T> {
  try {
    const answer = await running
    metrics.acts.inc({ act, outcome: 'done' })
    return answer
  } catch (error) {
    metrics.acts.inc({ act, outcome: 'refused' })
    throw error
  }
}

async function answers(db: Database): Promise<boolean> {
  try {
    return (await sql`select 1`.execute(db)).rows.length === 1
  } catch {
    return false
  }
}

function workOn(ground: Ground, by: Actor): Work {
  return {
    by,
    now: () => ground.clock.now(),
    outside: ground.outside,
    settings: ground.settings,
    read: (ask) => ask(deskOf(ground, ground.db, by, ground.clock.now())),
    perform: (act, run) => perform(ground, { act, by }, run),
  }
}

function jobTable(modules: readonly Module[], db: Database): Map<string, Job<unknown>> {
  return new Map([
    ...modules.flatMap((module) => Object.entries(module.jobs ?? {}) as [string, Job<unknown>][]),
    ...Object.entries(kernelJobs(db)),
  ])
}

async function startWork(
  jobs: JobDesk,
  table: ReadonlyMap<string, Job<unknown>>,
  take: ReadonlyMap<string, Take>,
  log: Log,
): Promise<void> {
  for (const [queue, run] of take) {
    await jobs.work(queue, async (data) => {
      try {
        await run(data)
      } catch (error) {
        log.error({ err: error, queue }, 'a job failed and will be tried again')
        throw error
      }
    })
  }
  for (const [name, job] of table) if (job.cron) await jobs.schedule(name, job.cron)
}

function onlyAside(take: ReadonlyMap<string, Take>): ReadonlyMap<string, Take> {
  const takeAside: Take = async (data) => {
    const { queue, data: own } = data as Aside
    const run = take.get(queue)
    if (!run) throw new Error(`no job ${queue}`)
    await run(own)
  }
  return new Map([[asideQueue, takeAside]])
}

async function settle(jobs: JobDesk, take: ReadonlyMap<string, Take>): Promise<number> {
  let total = 0
  for (;;) {
    let taken = 0
    for (const [queue, run] of take) taken += await jobs.drain(queue, run)
    if (taken === 0) return total
    total += taken
  }
}
