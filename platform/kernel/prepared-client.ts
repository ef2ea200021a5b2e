import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Tx } from './database.ts'

/** Beyond this many different statements the rest are not kept prepared: each costs memory in every session of the server. */
const mostPrepared = 1000

const names = new Map<string, string>()
let generation = 0

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostPrepared) return known
  const name = `y${generation}_${names.size}`
  names.set(text, name)
  return name
}

/** The tables of a prepared statement changed under it (a migration while this process runs): it is prepared anew under another name. */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return code === '0A000' && String(message).includes('cached plan')
}

export function forgetPlans(): void {
  generation += 1
  names.clear()
}

/** Parameters of statements whose answer nobody waits for. */
const postponed = new WeakSet<readonly unknown[]>()

/**
 * Writes without waiting for the answer, so that several writes of an act cross to the database together. A statement that fails fails the act
 * all the same: at the next statement that is waited for, at the latest at the commit. Not for a statement whose refusal is caught, or counted.
 */
export async function later(tx: Tx, query: CompiledQuery): Promise<void> {
  if (query.parameters.length > 0) postponed.add(query.parameters)
  await tx.executeQuery(query)
}

/** In a transaction that has failed every further statement is refused for that alone. */
function isAftermath(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '25P02'
}

interface Wire {
  connection: { stream: { cork(): void; uncork(): void } }
}

/**
 * A client that has the database parse and plan each statement once a session (half of what a short statement costs the server), and that sends
 * together what need not wait for each other: all that is asked in the same moment, the begin with the first statement, the last writes with the commit.
 */
export class PreparedClient extends pg.Client {
  #within = false
  #corked = false
  #leaving = false
  #posted: Promise<unknown>[] = []
  /** Why this transaction has failed: what was asked at once with it fails too, and may be heard of first. */
  #cause: unknown

  override query(...args: unknown[]): never {
    const [text, values] = args
    if (typeof text !== 'string' || typeof args.at(-1) === 'function') return this.#send(args) as never
    if (text === 'begin') return this.#begin() as never
    if (text === 'commit' || text === 'rollback') return this.#end(text) as never
    if (!Array.isArray(values)) return this.#send(args) as never
    const name = values.length > 0 ? nameOf(text) : undefined
    const statement = name === undefined ? [text, values] : [{ name, text, values }]
    if (this.#within && postponed.has(values)) return this.#post(statement) as never
    return this.#answered(this.#send(statement)) as never
  }

  /** On its way when everything else that is asked in this moment has been asked. */
  #send(args: unknown[]): Promise<pg.QueryResult> {
    const answer = this.#hold(args)
    if (!this.#leaving) {
      this.#leaving = true
      process.nextTick(() => this.#leave())
    }
    return answer
  }

  #hold(args: unknown[]): Promise<pg.QueryResult> {
    if (!this.#corked) (this as unknown as Wire).connection.stream.cork()
    this.#corked = true
    const answer: Promise<pg.QueryResult> = Reflect.apply(super.query, this, args)
    if (this.#within) answer.catch((error: unknown) => (this.#cause ??= error))
    return answer
  }

  #leave(): void {
    this.#leaving = false
    this.#corked = false
    ;(this as unknown as Wire).connection.stream.uncork()
  }

  #begin(): Promise<object> {
    this.#within = true
    this.#posted = []
    this.#cause = undefined
    return this.#post(['begin'])
  }

  async #post(args: unknown[]): Promise<object> {
    const answer = this.#hold(args)
    answer.catch(() => undefined) // told by `answered` or `end`
    this.#posted.push(answer)
    return { command: 'POSTED', rowCount: 0, rows: [] }
  }

  /** In a transaction that has failed every statement fails; what is told is why. */
  async #answered(answer: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    try {
      return await answer
    } catch (error) {
      await Promise.all(this.#posted)
      throw isAftermath(error) ? (this.#cause ?? error) : error
    }
  }

  async #end(text: 'commit' | 'rollback'): Promise<pg.QueryResult> {
    this.#within = false
    const posted = this.#posted
    this.#posted = []
    const answer = await this.#send([text])
    if (text === 'commit') await Promise.all(posted)
    if (text === 'commit' && answer.command === 'ROLLBACK') throw new Error('a statement had failed, and the act went on')
    return answer
  }
}
