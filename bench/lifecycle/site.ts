import { fork } from 'node:child_process'
import { openServer, type EmbeddedPostgres } from '@yiwang/kernel'
import type { CaseMoved } from '@yiwang/cases/contract'
import type { ApiClient } from '../harness/api-client.ts'
import { ask } from '../harness/database.ts'
import { openBenchHouse } from '../harness/house.ts'
import type { Office } from '../harness/office.ts'
import { processorSeconds, residentMegabytes } from '../harness/processor-time.ts'
import { startServer, type RunningServer } from '../harness/start-server.ts'
import { percentile, rounded, spreadOf, type Spread } from '../harness/statistics.ts'
import { statementsOf } from '../harness/tape.ts'
import { lifecycle, lookAtWorkList, oneLifecycle, type Call, type Timed } from './calls.ts'
import type { Order, Report } from './clients.ts'
import { storeCases } from './stored-cases.ts'

export interface Load {
  clients: number
  connections: number
  /** Seconds before anything counts. */
  warmth: number
  /** Seconds of a round. */
  seconds: number
}

/** One amount of stored cases: a database, a server and clients of its own, all of them idle but the one whose turn it is. */
export interface Site {
  url: string
  stored: { cases: number; steps: number }
  statements: Partial<Record<Call, number>>
  server: RunningServer
  visitors: ReturnType<typeof fork>
  /** Cases decided before anything was measured. */
  before: number
  acknowledged: number
  reports: Report[]
  cores: [server: number, database: number, clients: number][]
}

export async function openSite(
  postgres: EmbeddedPostgres,
  office: Office,
  size: number,
  { clients, connections, warmth }: Load,
): Promise<Site> {
  const name = `stored_${size}`
  await ask(postgres.url('postgres'), `create database ${name} template template`)
  const url = postgres.url(name)
  const { statements, pattern } = await countStatements(url, office)
  const stored = size === 0 ? { cases: 0, steps: 0 } : await storeCases(url, pattern, size)
  const before = await decided(url)
  const server = await startServer(url, connections)
  const visitors = fork(new URL('./clients.ts', import.meta.url), [String(server.port), JSON.stringify(office), String(clients)])
  const warm = await order(visitors, { what: 'lifecycle', clients, seconds: warmth })
  return { url, stored, statements, server, visitors, before, acknowledged: warm.done, reports: [], cores: [] }
}

export async function takeRound(site: Site, databasePid: number, { clients, seconds }: Load): Promise<void> {
  const processors = () => [site.server.pid, databasePid, site.visitors.pid ?? 0].map((pid) => processorSeconds(pid))
  const from = processors()
  const report = await order(site.visitors, { what: 'lifecycle', clients, seconds })
  const [server = 0, database = 0, load = 0] = processors().map((used, place) => (used - (from[place] ?? 0)) / report.seconds)
  site.cores.push([server, database, load])
  site.acknowledged += report.done
  site.reports.push(report)
}

export interface Measured {
  stored: Site['stored']
  lifecyclesPerSecond: Spread
  /** Of each call the median of the rounds. */
  calls: Report['calls']
  statements: Site['statements']
  /** Processor time in cores; the machine has as many as `machine` says. */
  cores: { server: number; database: number; clients: number }
  serverMegabytes: number
  acknowledged: number
  found: number
}

export async function closeSite(site: Site, { clients }: Load): Promise<Measured> {
  const { url, stored, statements, server, visitors, before, acknowledged, reports, cores } = site
  const list = await order(visitors, { what: 'workList', clients, seconds: 3 })
  const serverMegabytes = residentMegabytes(server.pid)
  visitors.disconnect()
  await server.stop()
  const core = (place: 0 | 1 | 2) =>
    rounded(
      percentile(
        cores.map((used) => used[place]),
        50,
      ),
    )
  return {
    stored,
    lifecyclesPerSecond: spreadOf(reports.map(({ done, seconds: took }) => done / took)),
    calls: { ...medians(reports), ...list.calls },
    statements,
    cores: { server: core(0), database: core(1), clients: core(2) },
    serverMegabytes,
    acknowledged,
    found: (await decided(url)) - before,
  }
}

function medians(reports: readonly Report[]): Report['calls'] {
  const of = (call: Call, rank: 'p50' | 'p95' | 'p99') =>
    rounded(
      percentile(
        reports.map(({ calls }) => calls[call]?.[rank] ?? 0),
        50,
      ),
    )
  return Object.fromEntries(lifecycle.map((call) => [call, { p50: of(call, 'p50'), p95: of(call, 'p95'), p99: of(call, 'p99') }]))
}

function order(visitors: ReturnType<typeof fork>, what: Order): Promise<Report> {
  return new Promise((heard, failed) => {
    const ended = () => failed(new Error('the clients gave up'))
    visitors.once('exit', ended)
    visitors.once('message', (report) => {
      visitors.off('exit', ended)
      heard(report as Report)
    })
    visitors.send(what)
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
