/** `npm run bench -- lifecycle [--long] [--lane=durable]`: create → accept → decide → search by 50 clients, with nothing and with much stored. */
import { fork } from 'node:child_process'
import { migrateHouse, openServer, type EmbeddedPostgres } from '@yiwang/kernel'
import type { CaseMoved } from '@yiwang/cases/contract'
import type { ApiClient } from '../harness/api-client.ts'
import { ask } from '../harness/database.ts'
import { modules, openBenchHouse } from '../harness/house.ts'
import { withLane, type Lane, type OpenLane } from '../harness/lane.ts'
import { plantOffice, type Office } from '../harness/office.ts'
import { processorSeconds, residentMegabytes } from '../harness/processor-time.ts'
import { keep, table } from '../harness/report.ts'
import { startServer } from '../harness/start-server.ts'
import { rounded } from '../harness/statistics.ts'
import { statementsOf } from '../harness/tape.ts'
import { lookAtWorkList, oneLifecycle, type Call, type Timed } from './calls.ts'
import type { Order, Report } from './clients.ts'
import { storeCases } from './stored-cases.ts'

const long = process.argv.includes('--long')
const lane: Lane = process.argv.includes('--lane=durable') ? 'durable' : 'cpu'
const sizes = long ? [0, 100_000, 1_000_000] : [0, 100_000]
const clients = 50
const connections = 16
const warmth = long ? 10 : 5
const seconds = long ? 30 : 12

interface Measured {
  stored: { cases: number; steps: number }
  lifecyclesPerSecond: number
  calls: Report['calls']
  statements: Partial<Record<Call, number>>
  /** Processor time in cores: 2 is all there is. */
  cores: { server: number; database: number; clients: number }
  serverMegabytes: number
  acknowledged: number
  found: number
}

async function measure({ postgres, server: databasePid }: OpenLane, office: Office, size: number): Promise<Measured> {
  const name = `stored_${size}`
  await ask(postgres.url('postgres'), `create database ${name} template template`)
  const url = postgres.url(name)
  const { statements, pattern } = await countStatements(url, office)
  const stored = size === 0 ? { cases: 0, steps: 0 } : await storeCases(url, pattern, size)
  const before = await decided(url)
  const server = await startServer(url, connections)
  const load = fork(new URL('./clients.ts', import.meta.url), [String(server.port), JSON.stringify(office), String(clients)])
  const run = (what: Order['what'], howLong: number) => order(load, { what, clients, seconds: howLong })
  const processors = () => [server.pid, databasePid, load.pid ?? 0].map((pid) => processorSeconds(pid))
  const warm = await run('lifecycle', warmth)
  const from = processors()
  const report = await run('lifecycle', seconds)
  const cores = processors().map((used, place) => rounded((used - (from[place] ?? 0)) / report.seconds))
  const list = await run('workList', 3)
  const serverMegabytes = residentMegabytes(server.pid)
  load.disconnect()
  await server.stop()
  return {
    stored,
    lifecyclesPerSecond: rounded(report.done / report.seconds),
    calls: { ...report.calls, ...list.calls },
    statements,
    cores: { server: cores[0] ?? 0, database: cores[1] ?? 0, clients: cores[2] ?? 0 },
    serverMegabytes,
    acknowledged: warm.done + report.done,
    found: (await decided(url)) - before,
  }
}

function order(load: ReturnType<typeof fork>, what: Order): Promise<Report> {
  return new Promise((heard, failed) => {
    const ended = () => failed(new Error('the clients gave up'))
    load.once('exit', ended)
    load.once('message', (report) => {
      load.off('exit', ended)
      heard(report as Report)
    })
    load.send(what)
  })
}

async function decided(url: string): Promise<number> {
  return (await ask<{ n: number }>(url, "select count(*)::int as n from cases.service_case where state = 'decided'"))[0]?.n ?? 0
}

/** One case through the routes in this process, its statements counted at the driver; also the pattern for the stored ones. */
async function countStatements(url: string, office: Office) {
  const house = await openBenchHouse(url, { connections: 1 })
  const app = await openServer(house)
  const send = async <T>(method: 'GET' | 'POST', token: string, path: string, payload?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json<T>()
  }
  let pattern = ''
  const api: ApiClient = {
    post: async <T>({ token }: { token: string }, path: string, body: object) => {
      const said = await send<T>('POST', token, path, body)
      pattern = (said as Partial<CaseMoved>).caseNumber ?? pattern
      return said
    },
    get: ({ token }, path) => send('GET', token, path),
    close: async () => undefined,
  }
  const statements: Partial<Record<Call, number>> = {}
  const counted: Timed = async (call, run) => {
    const { answer, said } = await statementsOf(run)
    statements[call] = said
    return answer
  }
  for (let round = 0; round < 2; round += 1) await oneLifecycle(api, office, counted) // the second time the sessions and revisions are known
  await lookAtWorkList(api, office, counted)
  await app.close()
  await house.close()
  return { statements, pattern }
}

async function plant(postgres: EmbeddedPostgres): Promise<Office> {
  const url = await postgres.database('template')
  await migrateHouse(url, modules)
  const house = await openBenchHouse(url, { connections: 1 })
  const office = await plantOffice(house)
  await house.close()
  return office
}

const milliseconds = (call: Report['calls'][Call]) => (call ? [call.p50, call.p95, call.p99].map(rounded).join(' / ') : '-')

function say(measured: readonly Measured[]): void {
  const calls: readonly Call[] = ['create', 'accept', 'decide', 'search', 'workList']
  const head = [
    'stored',
    'lifecycles/s',
    ...calls.map((call) => `${call} ms p50/p95/p99`),
    'cores server/db/clients',
    'server MB',
    'acknowledged=found',
  ]
  const rows = measured.map((one) => [
    `${one.stored.cases}`,
    one.lifecyclesPerSecond,
    ...calls.map((call) => milliseconds(one.calls[call])),
    `${one.cores.server} / ${one.cores.database} / ${one.cores.clients}`,
    one.serverMegabytes,
    `${one.acknowledged}=${one.found}`,
  ])
  console.log(`\n${lane} lane, ${clients} clients, ${connections} connections, ${seconds} s after ${warmth} s of warming up`)
  console.log(table(head, rows))
  console.log(`statements a call: ${calls.map((call) => `${call} ${measured[0]?.statements[call] ?? '-'}`).join(', ')}`)
}

const measured = await withLane(lane, async (open) => {
  const office = await plant(open.postgres)
  const results: Measured[] = []
  for (const size of sizes) results.push(await measure(open, office, size))
  return results
})
say(measured)
keep(`lifecycle${long ? '-long' : ''}`, `npm run bench -- ${['lifecycle', ...process.argv.slice(2)].join(' ')}`, {
  lane,
  clients,
  connections,
  seconds,
  measured,
})
if (measured.some(({ acknowledged, found }) => acknowledged !== found)) throw new Error('acknowledged and found differ')
