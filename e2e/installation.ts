import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { start } from '@yiwang/server'
import { readSettings } from '@yiwang/kernel'
import pg from 'pg'

export interface Installation {
  portal: string
  sandbox: string
  close(): Promise<void>
}

/** Everything that `npm start` starts, with the demo, on free ports and a database of its own. */
export async function startInstallation(postgresUrl: string): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-e2e-'))
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
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '0',
    DEMO_CASES: '0',
  }
  const running = await start(readSettings(environment))
  return {
    portal: `http://127.0.0.1:${port}`,
    sandbox,
    close: async () => {
      await running.close()
      await onServer(postgresUrl, `drop database ${database} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
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
