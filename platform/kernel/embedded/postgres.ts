import { execFile, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { baseBackup } from './base-backup.ts'
import { nobody, postgresPrograms, reachableByNobody, startedByRoot } from './binaries.ts'

const run = promisify(execFile)

export interface EmbeddedPostgres {
  /** Connection URL of database `name`; it is made when missing. */
  database(name: string): Promise<string>
  url(name: string): string
  /** A copy of all of it while it runs, which `restoreEmbeddedPostgres` takes. */
  backUp(folder: string): Promise<void>
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  folder: string
  /** Only for databases that live as long as a test run: what is lost with the power is lost. */
  throwaway?: boolean
}

/**
 * Starts a real PostgreSQL in a folder of the installation, or joins the one that already runs there.
 * Only this machine reaches it, by a socket beside the data or by TCP, with a password kept there too.
 */
export async function startEmbeddedPostgres({ folder, throwaway = false }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = homeFor(folder)
  const data = join(home, 'data')
  const programs = postgresPrograms()
  mkdirSync(home, { recursive: true })
  if (startedByRoot) chownSync(home, nobody.uid, nobody.gid)
  const password = passwordIn(home)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs, home, data)
  const running = runningPort(data)
  if (running !== undefined && (await answers(running, password))) return watched({ programs, data, port: running, password })
  const port = await freePort()
  const server = launch(programs, data, port, throwaway)
  await untilReady(server, port, password)
  return throwaway ? face(data, port, password, () => stop(server)) : watched({ programs, data, port, password })
}

/** Puts a copy made by `backUp` where `startEmbeddedPostgres` will look. @throws Error when data is there already */
export function restoreEmbeddedPostgres({ folder }: Pick<EmbeddedOptions, 'folder'>, copy: string): void {
  const home = homeFor(folder)
  if (existsSync(join(home, 'data'))) throw new Error(`there is a database in ${home} already`)
  mkdirSync(home, { recursive: true })
  cpSync(copy, home, { recursive: true })
  chmodSync(join(home, 'data'), 0o700)
  if (startedByRoot) giveToNobody(home)
}

function giveToNobody(path: string): void {
  chownSync(path, nobody.uid, nobody.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveToNobody(inside)
    else chownSync(inside, nobody.uid, nobody.gid)
  }
}

interface Cluster {
  programs: string
  data: string
  port: number
  password: string
}

const lookEvery = 1000

/** A server that was killed is started again on its port by whoever looks first; the others find it there. */
function watched({ programs, data, port, password }: Cluster): EmbeddedPostgres {
  let reviving: Promise<void> = Promise.resolve()
  const revive = async () => {
    if (isAlive(postmasterIn(data))) return
    await untilReady(launch(programs, data, port, false), port, password).catch(() => undefined) // another was first, or the killed one's last children are not gone
  }
  const watch = setInterval(() => {
    reviving = reviving.then(revive)
  }, lookEvery).unref()
  return face(data, port, password, async () => {
    clearInterval(watch)
    await reviving
    await stopWhenAlone(data, port, password)
  })
}

function postmasterIn(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** `nobody` cannot enter root's home; then the data goes where it can, under a name made from the folder. */
function homeFor(folder: string): string {
  const wanted = resolve(folder)
  if (!startedByRoot || reachableByNobody(wanted)) return wanted
  const parent = existsSync('/var/lib') ? '/var/lib' : tmpdir()
  return join(parent, `yiwang-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
}

function passwordIn(home: string): string {
  const file = join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (startedByRoot) chownSync(file, nobody.uid, nobody.gid)
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

async function initialise(programs: string, home: string, data: string): Promise<void> {
  rmSync(data, { recursive: true, force: true }) // half made by a start that was cut off
  const fresh = [
    '-D',
    data,
    '-U',
    'yiwang',
    '--pwfile',
    join(home, 'password'),
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
  await run(join(programs, 'initdb'), fresh, { ...asNobody(), cwd: home })
}

function asNobody(): { uid?: number; gid?: number } {
  return startedByRoot ? nobody : {}
}

function launch(programs: string, data: string, port: number, throwaway: boolean): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${socketFolder(dirname(data)) ?? ''}`,
    'max_connections=200',
    'shared_buffers=128MB',
    'timezone=UTC',
  ]
  const hurry = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=4GB']
  const args = ['-D', data, ...[...settings, ...(throwaway ? hurry : [])].flatMap((setting) => ['-c', setting])]
  const server = spawn(join(programs, 'postgres'), args, { ...asNobody(), cwd: data, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  return server.on('error', () => undefined) // it then has no process, and never answers
}

async function untilReady(server: ChildProcess, port: number, password: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  for (let round = 0; round < 1200; round += 1) {
    if (server.exitCode !== null || server.pid === undefined) throw new Error(`PostgreSQL did not start: ${said}`)
    if (await answers(port, password)) {
      server.unref()
      return
    }
    await new Promise((wake) => setTimeout(wake, 25))
  }
  throw new Error(`PostgreSQL did not answer within 30 s: ${said}`)
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'yiwang', password, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Line 4 of postmaster.pid is the port; a stale file is unmasked by asking there. */
function runningPort(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const port = Number(readFileSync(file, 'utf8').split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** SIGINT is PostgreSQL's fast shutdown: open sessions are ended, everything committed is kept. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    if (server.exitCode !== null) return stopped()
    server.ref()
    server.once('exit', () => stopped())
    server.kill('SIGINT')
  })
}

/** Two processes may share the server, and one that was killed leaves it running: the last to go stops it. */
async function stopWhenAlone(data: string, port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'yiwang', password, database: 'postgres' })
  client.on('error', () => undefined)
  const reached = await client.connect().then(
    () => true,
    () => false,
  )
  if (!reached) return // stopped by another
  const { rows } = await client.query<{ others: string }>(
    "select count(*) as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  )
  const pid = postmasterIn(data) ?? 0
  if (Number(rows[0]?.others) === 0) process.kill(pid, 'SIGINT')
  await client.end().catch(() => undefined)
  if (Number(rows[0]?.others) === 0) await untilGone(pid)
}

async function untilGone(pid: number): Promise<void> {
  for (let round = 0; round < 400 && isAlive(pid); round += 1) await new Promise((wake) => setTimeout(wake, 25))
}

/** A socket of the file system costs a statement a tenth less than TCP; where its path would be too long for the system, or there is none, TCP does. */
function socketFolder(home: string): string | undefined {
  return process.platform !== 'win32' && join(home, '.s.PGSQL.65535').length <= 103 ? home : undefined
}

function face(data: string, port: number, password: string, stopServer: () => Promise<void>): EmbeddedPostgres {
  const home = dirname(data)
  const way = existsSync(join(home, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(home)}` : ''
  const url = (name: string) => `postgres://yiwang:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}${way}`
  const backUp = async (folder: string) => {
    await baseBackup(url('postgres'), data, join(folder, 'data'))
    copyFileSync(join(home, 'password'), join(folder, 'password'))
  }
  return { url, backUp, stop: stopServer, database: (name) => makeDatabase(url('postgres'), name).then(() => url(name)) }
}

async function makeDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error // made by another process meanwhile
  } finally {
    await client.end()
  }
}
