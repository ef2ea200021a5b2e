import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export interface Installation {
  portal: string
  sandbox: string
  /** Its log and complaints so far, at the most talkative level anybody runs it at; what it says to whoever started it names the demo accounts. */
  log(): string
  close(): Promise<void>
}

const home = fileURLToPath(new URL('..', import.meta.url))

/** What `npm start` starts, in a process of its own with the demo, on free ports and a database of its own. */
export async function startInstallation(postgresUrl: string): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-e2e-'))
  const logFile = join(folder, 'yiwang.log')
  const database = `e2e_${randomBytes(6).toString('hex')}`
  await onServer(postgresUrl, `create database ${database}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${database}`
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const sandbox = `http://127.0.0.1:${sandboxPort}`
  const environment = {
    DATABASE_URL: url.href,
    YIWANG_FOLDER: folder,
    PORT: String(port),
    SANDBOX_URL: sandbox,
    LOG_LEVEL: 'debug',
    LOG_FILE: logFile,
    REQUESTS_PER_MINUTE: '0',
    DEMO_CASES: '0',
  }
  const said: string[] = []
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'apps/server/main.ts', 'start'], {
    cwd: home,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complained: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk.toString('utf8')))
  await untilAnnounced(child, said)
  return {
    portal: `http://127.0.0.1:${port}`,
    sandbox,
    log: () => `${complained.join('')}\n${readFileSync(logFile, 'utf8')}`,
    close: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await onServer(postgresUrl, `drop database ${database} with (force)`)
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** The addresses are announced when everything is there, the demo too. */
async function untilAnnounced(child: ChildProcess, said: readonly string[]): Promise<void> {
  while (!said.join('').includes('/api/v1/openapi.json')) {
    if (child.exitCode !== null) throw new Error(`the installation ended: ${said.join('').slice(-2000)}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
