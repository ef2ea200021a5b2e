import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { PreparedClient } from './prepared-client.ts'

/** All tables, by schema-qualified name. Each module's generated `tables.ts` adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Tables {}

export type Database = Kysely<Tables>
/** What stores work on: the transaction of the act, or the reading desk. */
export type Tx = Transaction<Tables> | Kysely<Tables>

const parsers: Record<number, (text: string) => unknown> = {
  20: wholeNumber,
  1082: (text) => text,
  1114: (text) => text,
  1184: (text) => new Date(text).toISOString(),
}

/** bigint columns hold fen, sizes and sequence numbers; beyond 2⁵³ something is wrong and must not be rounded. */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond 2^53 came from the database')
  return value
}

export interface OpenDatabase {
  db: Database
  pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool. Days come back as 'YYYY-MM-DD', moments as ISO 8601 in UTC, bigints as safe integers. */
export function openDatabase(url: string, connections: number): OpenDatabase {
  const pool = new pg.Pool({
    Client: PreparedClient,
    pipeline: true,
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC -c search_path=public -c lock_timeout=15000 -c idle_in_transaction_session_timeout=60000',
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
  })
  pool.on('error', () => undefined) // an idle connection broke; the next query opens another
  pool.on('connect', (client) => client.on('error', () => undefined)) // one in use broke between two statements; the next of them says so
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    await db.destroy()
    if (!pool.ending) await pool.end() // Kysely ends it only if it has ever used it
  }
  return { db, pool, close }
}
