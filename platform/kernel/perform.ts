import { sm3 } from '@yiwang/crypto'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Act, Desk, EnqueueOptions, Events, Jobs, Outside } from './act.ts'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Database, Tx } from './database.ts'
import { reactionQueue, type JobDesk, type QueuedJob } from './jobs.ts'
import type { Permissions } from './permissions.ts'
import { forgetPlans, isStalePlan, later } from './prepared-client.ts'
import { requestProblem } from './problem.ts'
import type { Settings } from './settings.ts'

export { newId }

/** What the machinery of acts stands on. */
export interface Ground {
  db: Database
  transact<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  clock: Clock
  settings: Settings
  outside: Outside
  jobs: JobDesk
  permissions: Permissions
  /** Which reactions wait for an event. */
  reactionsTo(event: string): readonly string[]
}

/** Who does what about whom; everything the trace needs besides what the act itself does. */
export interface Occasion {
  act: string
  by: Actor
  subject?: Readonly<Record<string, unknown>>
  input?: unknown
  idempotencyKey?: string
}

interface Published {
  id: string
  name: string
  body: unknown
}

interface Trail {
  events: Published[]
  jobs: Map<string, QueuedJob[]>
}

/** One act, one transaction, one trace. @throws what the act throws; then nothing has changed. */
export async function perform<T>(ground: Ground, occasion: Occasion, run: (act: Act) => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      const { answer, queues } = await ground.transact((tx) => inTransaction(ground, tx, occasion, run))
      ground.jobs.ring(queues)
      return answer
    } catch (error) {
      if (isStalePlan(error)) forgetPlans()
      else if (!isDeadlock(error)) throw error
      if (round >= 3) throw error
    }
  }
}

/** The database gave up one of two acts that waited for each other; it changed nothing and may simply be done again. */
function isDeadlock(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}

interface Performed<T> {
  answer: T
  /** Where work was put. */
  queues: string[]
}

async function inTransaction<T>(ground: Ground, tx: Tx, occasion: Occasion, run: (act: Act) => Promise<T>): Promise<Performed<T>> {
  const now = ground.clock.now()
  const digest = digestOf(occasion)
  const before = await claimKey(tx, occasion, digest, now)
  if (before) return { answer: before.answer as T, queues: [] }
  const trail: Trail = { events: [], jobs: new Map() }
  const act = actOn(ground, tx, occasion.by, now, trail)
  const answer = await run(act)
  await leaveTrace(tx, act, occasion, digest, trail, answer)
  await enqueueAll(ground, tx, trail)
  return { answer, queues: [...trail.jobs.keys()] }
}

function actOn(ground: Ground, tx: Tx, by: Actor, now: Date, trail: Trail): Act {
  return {
    ...deskOf(ground, tx, by, now),
    id: newId(),
    publish: async <N extends keyof Events>(name: N, body: Events[N]) => {
      trail.events.push({ id: newId(), name: String(name), body })
    },
    enqueue: async <N extends keyof Jobs>(name: N, data: Jobs[N], options?: EnqueueOptions) => {
      pushJob(trail, String(name), { data: data, ...(options ? { options } : {}) })
    },
  }
}

export function deskOf(ground: Ground, tx: Tx, by: Actor, now: Date): Desk {
  const { outside, settings, permissions } = ground
  return { tx, by, now, outside, settings, permissions }
}

function pushJob(trail: Trail, queue: string, job: QueuedJob): void {
  const queued = trail.jobs.get(queue)
  if (queued) queued.push(job)
  else trail.jobs.set(queue, [job])
}

function digestOf({ act, subject, input }: Occasion): string {
  return sm3(JSON.stringify([act, subject ?? {}, input ?? null])).toString('hex')
}

/**
 * Same client, same key, same answer. A second request with the key waits here for the first to commit.
 * @throws request.idempotencyKeyReused when the key came with something else.
 */
async function claimKey(tx: Tx, { by, idempotencyKey }: Occasion, digest: string, now: Date): Promise<{ answer: unknown } | undefined> {
  if (idempotencyKey === undefined) return undefined
  const claimed =
    await sql`insert into kernel.idempotency (actor_id, key, request_digest, at) values (${by.id}, ${idempotencyKey}, ${digest}, ${now})
    on conflict do nothing returning 1 as one`.execute(tx)
  if (claimed.rows.length > 0) return undefined
  const { rows } = await sql<{ request_digest: string; answer: unknown }>`select request_digest, answer from kernel.idempotency
    where actor_id = ${by.id} and key = ${idempotencyKey}`.execute(tx)
  if (rows[0]?.request_digest !== digest) throw requestProblem.idempotencyKeyReused()
  return { answer: rows[0].answer }
}

/** Audit entry, events and the remembered answer, in one statement. */
async function leaveTrace(tx: Tx, act: Act, occasion: Occasion, digest: string, { events }: Trail, answer: unknown): Promise<void> {
  const { by, subject = {}, idempotencyKey } = occasion
  const names = events.map((event) => event.name)
  const trace = sql`with events as (
      insert into kernel.event (id, name, body, act_id, actor_kind, actor_id, at)
      select id, name, body, ${act.id}::uuid, ${by.kind}, ${by.id}, ${act.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id uuid, name text, body jsonb)
    ), answers as (
      update kernel.idempotency set answer = ${JSON.stringify(answer ?? null)}::jsonb
      where ${idempotencyKey === undefined ? sql`false` : sql`actor_id = ${by.id} and key = ${idempotencyKey}`}
    )
    insert into kernel.audit (act_id, at, act, actor_kind, actor_id, channel, subject, input_digest, outcome, events)
    values (${act.id}, ${act.now}, ${occasion.act}, ${by.kind}, ${by.id}, ${by.channel ?? null}, ${JSON.stringify(subject)}::jsonb,
      ${digest}, 'done', ${names})`
  await later(tx, trace.compile(tx))
}

async function enqueueAll(ground: Ground, tx: Tx, trail: Trail): Promise<void> {
  for (const { id, name } of trail.events) {
    for (const reaction of ground.reactionsTo(name)) pushJob(trail, reactionQueue, { data: { eventId: id, reaction } })
  }
  for (const [queue, jobs] of trail.jobs) await ground.jobs.insert(tx, queue, jobs)
}
