import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables, Tx } from './database.ts'

/**
 * A transaction whose statements may cross together: what is asked at once (`Promise.all`) goes out at once and is answered in order, a later
 * statement seeing what the earlier ones did and locked. Kysely's own transaction sends each only when the one before has been answered.
 */
export async function transact<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const answer = await run(queriesOn(client))
    await client.query('commit')
    client.release()
    return answer
  } catch (error) {
    client.release(await rollBack(client))
    throw error
  }
}

/** @returns what makes the connection useless */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error as Error
  }
}

const known = new WeakMap<pg.PoolClient, Kysely<Tables>>()

function queriesOn(client: pg.PoolClient): Kysely<Tables> {
  const before = known.get(client)
  if (before) return before
  const queries = new Kysely<Tables>({ dialect: dialectOf(client) })
  known.set(client, queries)
  return queries
}

function dialectOf(client: pg.PoolClient): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(client),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

function driverOf(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    executeQuery: (query) => execute(client, query),
    streamQuery: () => {
      throw new Error('no streams within an act')
    },
  }
  const nested = () => Promise.reject(new Error('an act is one transaction'))
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: nested,
    commitTransaction: nested,
    rollbackTransaction: nested,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

async function execute<R>(client: pg.PoolClient, { sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
  // The very array, by which the client knows what need not be waited for.
  const { command, rowCount, rows } = await client.query<R & pg.QueryResultRow>(sql, parameters as unknown[])
  return { rows, ...(writes.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
}
