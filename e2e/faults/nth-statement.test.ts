import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { authenticateBy } from '@yiwang/identity'
import { linkAudit, readSettings, verifyAudit } from '@yiwang/kernel'
import { openTestSandbox, secrets } from '@yiwang/sandbox/testing'
import { composeOutside, modules } from '@yiwang/server'
import { openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { failingClient, type FailingClient } from './failing-client.ts'
import { failingWire, ways, type Way } from './failing-wire.ts'
import { findings, withDatabase } from './invariants.ts'
import { oneLifecycle } from './lifecycle.ts'
import { plantOffice } from './office.ts'
import { openSnapshots } from './snapshot.ts'
import { setMode } from './town.ts'

/** One fault at every other statement with every run of the suite; `FAULT_STATEMENTS=all npx vitest run e2e/faults/nth-statement` tries all four ways at each of them. */
const thorough = process.env['FAULT_STATEMENTS'] === 'all'

test(
  'each act of the main job, each callback and each job with its first, second, … statement failing: nothing remains, the repeat is done once',
  { timeout: thorough ? 1_800_000 : 120_000 },
  async (t) => {
    const relay = await openRelay()
    t.onTestFinished(relay.close)
    const sandbox = await openTestSandbox()
    t.onTestFinished(() => sandbox.close())
    await setMode(sandbox, { service: 'courier', mode: 'automatic', seconds: 1 })
    const folder = mkdtempSync(join(tmpdir(), 'nth-statement-'))
    t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const settings = {
      ...readSettings({}),
      folder,
      sandboxUrl: sandbox.address,
      registerSecret: secrets.registers,
      messageKey: secrets.messages,
      paymentSecret: secrets.payments,
      courierSecret: secrets.courier,
      publicUrl: relay.url,
      requestsPerMinute: 0,
    }
    const outside = composeOutside(settings, sandbox.clock)
    const hall = await openHall(t, { modules, outside, settings, authenticate: authenticateBy, connections: 4 })
    const office = await plantOffice(hall.house)
    const wire = failingWire()
    t.onTestFinished(async () => wire.restore())
    await withDatabase(await addressOf(hall), async (ask) => {
      const jobs = { struck: 0 }
      const work = async () => {
        wire.byJob = true
        for (let nth = 1; ; nth += thorough ? 1 : 5) {
          wire.arm(nth, ways[nth % ways.length] as Way)
          const failure = await hall.settle().then(
            () => undefined,
            (error: unknown) => error,
          )
          const failed = wire.disarm()
          if (failed === undefined && failure === undefined) break
          if (failed === undefined) throw failure
          jobs.struck += 1
          await ask(
            `update pgboss.job set state = 'created', start_after = now(), retry_count = 0 where state in ('retry', 'created', 'active')`,
          )
        }
        wire.byJob = false
      }
      const goOn = async () => {
        await work()
        for (const job of ['documents.makePapers', 'licences.makeWaiting']) await hall.house.runJob(job).catch(() => undefined)
        await work()
        sandbox.clock.advance(2)
        hall.clock.advance(2000)
        await sandbox.runDue()
      }
      const client = failingClient({ hall, wire, snapshot: await openSnapshots(ask), goOn, thorough })
      relay.to((path, headers, payload) => answerThrough(client, hall, path, headers, payload))
      const pay = async (cashier: string) => {
        await sandbox.browse(`${new URL(cashier).pathname}/payment`, { channel: 'wechat' })
        await sandbox.runDue()
      }
      await oneLifecycle(client, office, office.people[0] ?? '', pay)
      await goOn()
      expect([...client.findings, ...(await findings(ask, client.acknowledged))]).toEqual([])
      if (thorough) console.log(Object.fromEntries(client.met), jobs)
      expect(Math.min(...client.met.values())).toBeGreaterThan(2)
      expect(client.met.size).toBeGreaterThan(8)
      expect(jobs.struck).toBeGreaterThan(10)
    })
    while ((await linkAudit(hall.house.db)) > 0);
    expect(await verifyAudit(hall.house.db)).toMatchObject({ whole: true, waiting: 0 })
  },
)

type Answering = (path: string, headers: Record<string, string>, payload: Buffer) => Promise<{ status: number; body: unknown }>

function answerThrough(
  client: FailingClient,
  hall: Awaited<ReturnType<typeof openHall>>,
  ...[path, headers, payload]: Parameters<Answering>
) {
  const name = path.includes('payments') ? 'paymentCallback' : 'courierCallback'
  return client.through(name, () => hall.stranger.post(path, undefined, { headers, payload }))
}

async function addressOf({ house }: Awaited<ReturnType<typeof openHall>>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(house.db)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${rows[0]?.name}`
  return url.href
}

/** Where the outside world calls back; what it says is handed to the hall. */
async function openRelay() {
  let answering: Answering = () => Promise.resolve({ status: 503, body: '' })
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, body } = await answering(request.url ?? '', request.headers as Record<string, string>, await buffer(request))
    response.writeHead(status, { 'content-type': 'text/plain' }).end(String(body))
  }
  const server = createServer((request, response) => void hear(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: (next: Answering) => void (answering = next),
    close: async () => void server.close(),
  }
}
