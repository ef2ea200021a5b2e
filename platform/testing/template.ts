import { createHash, randomBytes } from 'node:crypto'
import { migrateHouse, readMigrations, type Module } from '@yiwang/kernel'
import pg from 'pg'

const kernelFolder = new URL('../kernel/migrations/', import.meta.url)

/** A new database with the tables of these modules: a clone of a template that is migrated once. */
export async function cloneDatabase(serverUrl: string, modules: readonly Module[]): Promise<{ url: string; drop(): Promise<void> }> {
  const template = await templateFor(serverUrl, modules)
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  return {
    url: urlOf(serverUrl, name),
    drop: () => onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

/** Test files run side by side and may want the same template at once: a lock lets one make it. */
async function templateFor(serverUrl: string, modules: readonly Module[]): Promise<string> {
  const name = `template_${digestOf(modules)}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(7394203)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return
    const making = `${name}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making}`)
    await migrateHouse(urlOf(serverUrl, making), modules)
    await client.query(`alter database ${making} rename to ${name}`)
  })
  return name
}

function digestOf(modules: readonly Module[]): string {
  const hash = createHash('sha256')
  const folders = [
    { name: 'kernel', folder: kernelFolder },
    ...modules.flatMap(({ name, migrations }) => (migrations ? [{ name, folder: migrations }] : [])),
  ]
  for (const file of folders.flatMap(readMigrations)) hash.update(file.module + file.digest)
  for (const { jobs } of modules) hash.update(Object.keys(jobs ?? {}).join())
  return hash.digest('hex').slice(0, 20)
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function onServer(serverUrl: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
