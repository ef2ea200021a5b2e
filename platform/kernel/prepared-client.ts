import pg from 'pg'

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

/**
 * A client that has the database parse and plan each statement once a session: half of what a short statement costs the server.
 * Statements without parameters (begin, commit) go out as they are.
 */
export class PreparedClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    const config = name === undefined ? [text, values] : [{ name, text, values }]
    return Reflect.apply(super.query, this, [...config, ...rest]) as never
  }
}
