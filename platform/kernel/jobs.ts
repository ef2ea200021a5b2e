import { randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { PgBoss, type Db } from 'pg-boss'
import type { EnqueueOptions } from './act.ts'
import type { Tx } from './database.ts'
import type { Module } from './module.ts'
import { later } from './prepared-client.ts'

/** Nobody but this file knows pg-boss. */
export interface JobDesk {
  /** Within the transaction of an act. */
  insert(tx: Tx, queue: string, jobs: readonly QueuedJob[]): Promise<void>
  /** After its commit: whoever works looks at these queues now, not at the next poll. */
  ring(queues: Iterable<string>): void
  /** Starts taking work. */
  work(queue: string, take: (data: unknown) => Promise<void>): Promise<void>
  schedule(queue: string, cron: string): Promise<void>
  /** Takes and runs what is due until nothing is; for tests and for commands that must not leave work behind. */
  drain(queue: string, take: (data: unknown) => Promise<void>): Promise<number>
  waiting(): Promise<{ queue: string; waiting: number; failed: number }[]>
  stop(): Promise<void>
}

export interface QueuedJob {
  data: object
  options?: EnqueueOptions
}

export const reactionQueue = 'kernel.reaction'
/** Where a house that keeps its work to itself puts all of it: nobody else's workers look there. */
export const asideQueue = 'kernel.aside'

export interface Aside {
  queue: string
  data: unknown
}

export function queuesOf(modules: readonly Module[]): string[] {
  return [reactionQueue, asideQueue, ...modules.flatMap((module) => Object.keys(module.jobs ?? {}))]
}

const connection = (url: string, name = 'yiwang-jobs') => ({ connectionString: url, max: 3, schema: 'pgboss', application_name: name })
const workers = 'yiwang-worker-'
const comingLock = 7_394_204

/** Makes the job tables and the queues; part of migrating. */
export async function migrateJobs(url: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...connection(url), supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  const retry = {
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 900,
    // A worker that says nothing for so long was killed: another takes its jobs over.
    heartbeatSeconds: 60,
    deleteAfterSeconds: 86_400,
    // A notification inside a transaction makes all commits of the database wait for each other; the bell rings after the commit instead.
    notify: false,
  }
  for (const queue of queues) await ((await boss.getQueue(queue)) ? boss.updateQueue(queue, retry) : boss.createQueue(queue, retry))
  await boss.stop({ graceful: false })
}

export interface JobDeskOptions {
  url: string
  /** Whether this process takes work; one that only enqueues needs no supervision. */
  works: boolean
  /** Whether work is put aside for this house alone, to be done when it settles. */
  aside?: boolean
  onError(error: unknown): void
}

export async function openJobDesk({ url, works, aside = false, onError }: JobDeskOptions): Promise<JobDesk> {
  const name = works ? `${workers}${randomUUID()}` : undefined
  const boss = new PgBoss({ ...connection(url, name), migrate: false, supervise: works, schedule: works, useListenNotify: works })
  boss.on('error', onError)
  await boss.start()
  if (name !== undefined) await giveBackOrphans(boss, name)
  const bell = openBell(boss, onError)
  return {
    insert: (tx, queue, jobs) => (aside ? insert(boss, tx, asideQueue, jobs.map(asideFrom(queue))) : insert(boss, tx, queue, jobs)),
    ring: bell.ring,
    work: async (queue, take) => {
      const pace = { batchSize: 20, pollingIntervalSeconds: 5, localConcurrency: 2 }
      await boss.work<object>(queue, pace, async (batch) => {
        for (const job of batch) await takeOne(boss, queue, job, take)
      })
    },
    schedule: (queue, cron) => boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' }),
    drain: (queue, take) => drain(boss, queue, take),
    waiting: async () =>
      (await boss.getQueues()).map((queue) => ({ queue: queue.name, waiting: queue.queuedCount, failed: queue.failedCount })),
    stop: async () => {
      await bell.stop()
      await boss.stop({ graceful: works, timeout: 10_000 })
    },
  }
}

/**
 * What a killed process had in hand goes back at once when the next one begins and nobody else works here who could have it; beside others it
 * goes back when its heartbeat is missed. Those who come at once look one after the other, before they take anything.
 */
async function giveBackOrphans(boss: PgBoss, name: string): Promise<void> {
  const text = `with turn as materialized (select pg_advisory_xact_lock(${comingLock})),
      others as materialized (select 1 from turn, pg_stat_activity
        where datname = current_database() and application_name like '${workers}%' and application_name <> $1)
    select name, array_agg(id) as ids from pgboss.job where state = 'active' and not exists (select from others) group by name`
  const held = await boss.getDb().executeSql(text, [name])
  for (const { name: queue, ids } of held.rows as { name: string; ids: string[] }[])
    await boss.fail(queue, ids, { message: 'the process that had it ended' })
}

const bellDelay = 10

interface Bell {
  ring(queues: Iterable<string>): void
  stop(): Promise<void>
}

/** Tells the workers of all processes, on the channel pg-boss listens to, which queues have work; once for all acts of a moment. A bell that is lost costs a poll's time. */
function openBell(boss: PgBoss, onError: (error: unknown) => void): Bell {
  const rung = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let sounding = Promise.resolve()
  const sound = async () => {
    timer = undefined
    const queues = [...rung]
    rung.clear()
    const text = `select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), queue) from unnest($1::text[]) queue`
    await boss.getDb().executeSql(text, [queues]).catch(onError)
  }
  const start = () => {
    sounding = sound()
  }
  return {
    ring: (queues) => {
      for (const queue of queues) rung.add(queue)
      if (rung.size > 0) timer ??= setTimeout(start, bellDelay).unref()
    },
    stop: () => {
      clearTimeout(timer)
      return sounding
    },
  }
}

const asideFrom =
  (queue: string) =>
  ({ data, options = {} }: QueuedJob): QueuedJob => ({
    data: { queue, data } satisfies Aside,
    options: { ...options, ...(options.key === undefined ? {} : { key: `${queue} ${options.key}` }) },
  })

async function insert(boss: PgBoss, tx: Tx, queue: string, jobs: readonly QueuedJob[]): Promise<void> {
  const rows = jobs.map(({ data, options }) => ({
    data,
    ...(options?.startAfter ? { startAfter: options.startAfter } : {}),
    ...(options?.key === undefined ? {} : { singletonKey: options.key, singletonSeconds: 1 }),
  }))
  await boss.insert(queue, rows, { db: inTransaction(tx), returnId: false })
}

function inTransaction(tx: Tx): Db {
  return {
    executeSql: async (text, values) => {
      await later(tx, CompiledQuery.raw(text, [...(values ?? [])]))
      return { rows: [] } // the keys of the jobs are not asked for
    },
  }
}

type Taking = [boss: PgBoss, queue: string, job: { id: string; data: object }, take: (data: unknown) => Promise<void>]

/** One failed job must not send the others of its batch round again: it is noted in the queue, told by the log, tried again later. */
async function takeOne(...taking: Taking): Promise<void> {
  await takeOrFail(...taking).catch(() => undefined)
}

async function takeOrFail(...[boss, queue, job, take]: Taking): Promise<void> {
  try {
    await take(job.data)
  } catch (error) {
    await untilTold(() => boss.fail(queue, job.id, { message: error instanceof Error ? error.message : 'failed' }))
    throw error
  }
  await untilTold(() => boss.complete(queue, job.id))
}

/** The database may be away for some moments: a job whose end nobody learns of would lie until its heartbeat is missed. */
async function untilTold(tell: () => Promise<unknown>): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      await tell()
      return
    } catch (error) {
      if (round === 30) throw error
      await new Promise((wake) => setTimeout(wake, 1000))
    }
  }
}

async function drain(boss: PgBoss, queue: string, take: (data: unknown) => Promise<void>): Promise<number> {
  let taken = 0
  for (;;) {
    const batch = await boss.fetch<object>(queue, { batchSize: 50 })
    if (batch.length === 0) return taken
    for (const job of batch) {
      await takeOrFail(boss, queue, job, take)
      taken += 1
    }
  }
}
