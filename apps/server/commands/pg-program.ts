import { spawnSync } from 'node:child_process'

/**
 * A program of PostgreSQL's own, for a server that is not ours. The password goes with the environment: whoever is on the machine reads what stands
 * on a command line.
 * @throws Error when it is missing or fails
 */
export function pgProgram(name: 'pg_dump' | 'pg_restore', databaseUrl: string, args: readonly string[]): void {
  const url = new URL(databaseUrl)
  const password = url.password === '' ? {} : { PGPASSWORD: decodeURIComponent(url.password) }
  url.password = ''
  const env = { ...process.env, DATABASE_URL: undefined, ...password }
  const done = spawnSync(name, [...args, `--dbname=${url.href}`], { stdio: ['ignore', 'inherit', 'inherit'], env })
  if (done.error) throw new Error(`${name} of PostgreSQL’s client programs is needed to copy a database server`, { cause: done.error })
  if (done.status !== 0) throw new Error(`${name} failed`)
}
