import pg from 'pg'

/** How a statement of the house fails: never sent, done but its answer lost, refused because of another, refused for good. */
export const ways = ['cut before', 'serialization', 'constraint', 'cut after'] as const
export type Way = (typeof ways)[number]

const sqlstates: Partial<Record<Way, string>> = { serialization: '40001', constraint: '23505' }

export interface FailingWire {
  /** From now on the n-th statement fails; in an act that is done again after a deadlock, each time. */
  arm(nth: number, way: Way): void
  /** @returns the statement that failed, if it came to that */
  disarm(): string | undefined
  /** Counts anew with every job, beginning at the first statement of the next one. */
  byJob: boolean
  restore(): void
}

type Query = (this: Wire, ...args: unknown[]) => Promise<unknown>
interface Wire {
  connection: { stream: { destroy(): void } }
}

/** Stands between the house and the database, for all connections of this process but those of the job desk. */
export function failingWire(): FailingWire {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  const state = { nth: 0, way: 'cut before' as Way, count: 0, begun: -1, failed: undefined as string | undefined, byJob: false }
  const hit = (text: string): boolean => {
    if (state.nth === 0) return false
    if (text === 'begin' && state.begun < 0) state.begun = state.count
    else if (text === 'begin') state.count = state.begun // done again after a deadlock
    state.count += 1
    const repeats = state.way === 'serialization'
    return state.count === state.nth && (repeats || state.failed === undefined) && text !== 'rollback'
  }
  const betweenJobs = () => {
    if (!state.byJob || state.failed !== undefined) return
    if (state.count > 0) state.nth = Math.min(state.nth, 1)
    Object.assign(state, { count: 0, begun: -1 })
  }
  prototype.query = function failing(...args) {
    const text = textOf(args[0])
    if (this.constructor === pg.Client) {
      if (/pgboss/.test(text) && !/pg_notify/.test(text)) betweenJobs()
      return Reflect.apply(original, this, args)
    }
    if (!hit(text)) return Reflect.apply(original, this, args)
    state.failed = text
    return fail(this, original, args, state.way)
  }
  return {
    arm: (nth, way) => void Object.assign(state, { nth, way, count: 0, begun: -1, failed: undefined }),
    disarm: () => {
      state.nth = 0
      return state.failed
    },
    get byJob() {
      return state.byJob
    },
    set byJob(value) {
      state.byJob = value
    },
    restore: () => void (prototype.query = original),
  }
}

const textOf = (query: unknown): string => (typeof query === 'string' ? query : String((query as { text?: unknown } | null)?.text))

/** What the database refuses is refused by the database itself, in its turn among what was sent at once; a begin can only be cut. */
function fail(client: Wire, original: Query, args: unknown[], way: Way): Promise<unknown> {
  const code = sqlstates[way]
  if (code === undefined || textOf(args[0]) === 'begin') return cut(client, original, args, way)
  return Reflect.apply(original, client, [`do $$ begin raise exception 'planted' using errcode = '${code}'; end $$`])
}

async function cut(client: Wire, original: Query, args: unknown[], way: Way): Promise<never> {
  if (way !== 'cut before') await Reflect.apply(original, client, args)
  client.connection.stream.destroy()
  throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
}
