/** What one case says to the database, word for word, so that it can be said again without the program that thought of it. */
import pg from 'pg'

/** A piece of text that is the same in every case, or the number of a thing that is new in each. */
export type Piece = { same: string } | { fresh: number }
export type Value = null | readonly Piece[]

export interface Statement {
  text: string
  values: readonly Value[]
}

export interface Tape {
  statements: readonly Statement[]
  /** The things that are new in each case, as they were in the one that was recorded. */
  fresh: readonly string[]
}

interface Said {
  text: string
  values: (string | null)[]
}

/** Records two cases and compares them: what differs between them is new in each. */
export async function record(one: () => Promise<unknown>): Promise<Tape> {
  return compare(await listen(one), await listen(one))
}

/** How many statements the database gets while `run` runs. */
export async function statementsOf<T>(run: () => Promise<T>): Promise<{ answer: T; said: number }> {
  let answer: { value: T } | undefined
  const said = await listen(async () => {
    answer = { value: await run() }
  })
  if (!answer) throw new Error('nothing was answered')
  return { answer: answer.value, said: said.length }
}

/** Statements are heard at the driver, so that transactions and jobs are among them. */
async function listen(run: () => Promise<unknown>): Promise<Said[]> {
  const said: Said[] = []
  const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown }
  const original = prototype.query
  prototype.query = function heard(this: unknown, ...args: unknown[]) {
    const [config, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    const text = typeof config === 'string' ? config : config.text
    // The bell for the workers rings a moment later, once for many acts.
    if (!text.includes('pg_notify')) said.push({ text, values: ((typeof config === 'string' ? values : config.values) ?? []).map(asText) })
    return original.apply(this, args)
  }
  try {
    await run()
  } finally {
    prototype.query = original
  }
  return said
}

/** As the driver writes it to the wire. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map((entry) => `"${String(entry)}"`).join(',')}}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function compare(one: readonly Said[], other: readonly Said[]): Tape {
  const fresh = new Map<string, number>()
  if (one.length !== other.length) throw new Error('two cases said different things')
  for (const [place, { text, values }] of one.entries()) {
    if (other[place]?.text !== text) throw new Error(`two cases said different things: ${text}`)
    for (const [index, value] of values.entries()) noteFresh(fresh, value, other[place]?.values[index] ?? null)
  }
  const statements = one.map(({ text, values }) => ({ text, values: values.map((value) => cut(value, fresh)) }))
  return { statements, fresh: [...fresh.keys()] }
}

/** Keys of rows, numbers of cases and papers, codes; not ciphertexts, digests and moments, which may repeat. */
const thing = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Z]{12,32}(?![0-9A-Za-z+/=])|(?<=〔\d{4}〕)\d+/g

function noteFresh(fresh: Map<string, number>, value: string | null, otherValue: string | null): void {
  if (value === null || otherValue === null || value === otherValue) return
  const [things, others] = [value.match(thing) ?? [], otherValue.match(thing) ?? []]
  if (things.length !== others.length) return
  for (const [place, found] of things.entries()) {
    if (found !== others[place] && !fresh.has(found)) fresh.set(found, fresh.size)
  }
}

function cut(value: string | null, fresh: ReadonlyMap<string, number>): Value {
  if (value === null) return null
  const pieces: Piece[] = []
  let rest = 0
  for (const match of value.matchAll(thing)) {
    const number = fresh.get(match[0])
    if (number === undefined) continue
    if (match.index > rest) pieces.push({ same: value.slice(rest, match.index) })
    pieces.push({ fresh: number })
    rest = match.index + match[0].length
  }
  if (rest < value.length || pieces.length === 0) pieces.push({ same: value.slice(rest) })
  return pieces
}
