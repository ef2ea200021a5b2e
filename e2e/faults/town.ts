import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, startEmbeddedPostgres, type EmbeddedPostgres } from '@yiwang/kernel'
import { openTestSandbox, secrets, type TestSandbox } from '@yiwang/sandbox/testing'
import { openInstallation } from '@yiwang/server'
import { childServer, freePort, type ChildServer } from './child-server.ts'
import { plantOffice, type Office } from './office.ts'

export interface Town {
  server: ChildServer
  sandbox: TestSandbox
  office: Office
  folder: string
  /** Address of the embedded database, while a server runs on it. */
  database(): Promise<string>
  /** Pays at the cashier's own page, as a browser does. */
  pay(cashier: string): Promise<void>
  /** What the outside world has in its own books and we have not, or the other way round. */
  ledgerFindings(ask: (text: string) => Promise<Record<string, unknown>[]>): Promise<string[]>
}

type TestContext = { onTestFinished(run: () => Promise<void> | void): void }

/** An installation in a folder of its own with an embedded database, its outside world, and the people of the story. */
export async function openTown(t: TestContext, extra: Record<string, string> = {}): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-town-'))
  chmodSync(folder, 0o755) // the embedded database runs as another account when this one is root
  const sandbox = await openTestSandbox({ clock: { now: () => new Date() }, ticking: true })
  await setMode(sandbox, { service: 'courier', mode: 'automatic', seconds: 1 })
  const environment = {
    YIWANG_FOLDER: folder,
    SANDBOX_URL: sandbox.address,
    REGISTER_SECRET: secrets.registers,
    MESSAGE_KEY: secrets.messages,
    PAYMENT_SECRET: secrets.payments,
    COURIER_SECRET: secrets.courier,
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'debug',
    ...extra,
  }
  const server = childServer(await freePort(), environment)
  let database: EmbeddedPostgres | undefined
  t.onTestFinished(async () => {
    await database?.stop()
    await server.kill('SIGTERM')
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  const installation = await openInstallation({ settings: { ...readSettings(server.environment), logLevel: 'silent' }, works: false })
  const office = await plantOffice(installation.house)
  await installation.close()
  return {
    server,
    sandbox,
    office,
    folder,
    database: async () => {
      database ??= await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
      return database.url('yiwang')
    },
    pay: async (cashier) => void (await sandbox.browse(`${new URL(cashier).pathname}/payment`, { channel: 'wechat' })),
    ledgerFindings: (ask) => compareLedgers(sandbox, ask),
  }
}

export async function setMode(sandbox: TestSandbox, mode: object): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(mode) }
  const answer = await fetch(`${sandbox.address}/modes`, init)
  if (answer.status !== 200) throw new Error(await answer.text())
}

async function compareLedgers(sandbox: TestSandbox, ask: (text: string) => Promise<Record<string, unknown>[]>): Promise<string[]> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const rowsOf = async (target: string) => {
    const { text } = await sandbox.call('GET', target, undefined, { timestamp: new Date().toISOString() })
    return text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
  }
  const theirs = {
    payments: (await rowsOf(`/payments/statements/${today}`)).map(([type, order, , , amount]) => `${type} ${order} ${amount}`),
    parcels: (await rowsOf(`/waybills/statements/${today}`)).map(([waybill, ours]) => `${waybill} ${ours}`),
  }
  const ours = {
    payments: (
      await ask(`select 'payment ' || order_number || ' ' || amount_fen as line from payments.payment_order where state = 'paid'`)
    ).map(({ line }) => line),
    parcels: (await ask(`select courier_number || ' ' || number as line from logistics.waybill`)).map(({ line }) => line),
  }
  return (['payments', 'parcels'] as const).flatMap((book) => {
    const [a, b] = [theirs[book].toSorted(), (ours[book] as string[]).toSorted()]
    return a.join() === b.join()
      ? []
      : [
          `${book}: theirs ${a.length}, ours ${b.length}; ${a
            .filter((one) => !b.includes(one))
            .slice(0, 3)
            .join('; ')}`,
        ]
  })
}

/** A row of numbers between 0 and 1 that is the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
