import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A folder of plain SQL files `0001-words.sql`, run in order, each once, in schema `name`. */
export interface MigrationFolder {
  name: string
  folder: URL
}

interface MigrationFile {
  module: string
  file: string
  sql: string
  digest: string
}

const lockNumber = 7_394_201 // any fixed number: all servers of one database wait for the same lock

/** The files of a folder in order, with the digest that guards a file already run against change. */
export function readMigrations({ name, folder }: MigrationFolder): MigrationFile[] {
  const path = fileURLToPath(folder)
  return readdirSync(path)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(`${path}/${file}`, 'utf8')
      return { module: name, file, sql: text, digest: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the database up to date, under a lock, so that two servers may start at once.
 * Each file runs in its own transaction together with its note; a failed one leaves nothing behind.
 * @returns the files that were run now.
 * @throws Error when a file that has run was changed since.
 */
export async function migrate(url: string, folders: readonly MigrationFolder[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query('create schema if not exists kernel')
    await client.query(
      'create table if not exists kernel.migration (module text, file text, digest text not null, run_at timestamptz not null default now(), primary key (module, file))',
    )
    const done = await client.query<{ module: string; file: string; digest: string }>('select module, file, digest from kernel.migration')
    const digests = new Map(done.rows.map((row) => [`${row.module}/${row.file}`, row.digest]))
    const ran: string[] = []
    for (const migration of folders.flatMap(readMigrations))
      if (await runOnce(client, migration, digests)) ran.push(`${migration.module}/${migration.file}`)
    return ran
  } finally {
    await client.end() // ends the session and with it the lock
  }
}

async function runOnce(
  client: pg.Client,
  { module, file, sql, digest }: MigrationFile,
  done: ReadonlyMap<string, string>,
): Promise<boolean> {
  const before = done.get(`${module}/${file}`)
  if (before === digest) return false
  if (before !== undefined) throw new Error(`migration ${module}/${file} was changed after it had run; write a new one`)
  await client.query('begin')
  try {
    await client.query(`create schema if not exists ${client.escapeIdentifier(module)}`)
    await client.query(sql)
    await client.query('insert into kernel.migration (module, file, digest) values ($1, $2, $3)', [module, file, digest])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${module}/${file} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
