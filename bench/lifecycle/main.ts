/** `npm run bench -- lifecycle [--long] [--lane=durable]`: create → accept → decide → search by 50 clients, with nothing and with much stored. */
import { migrateHouse, type EmbeddedPostgres } from '@yiwang/kernel'
import { modules, openBenchHouse } from '../harness/house.ts'
import { withLane, type Lane } from '../harness/lane.ts'
import { plantOffice, type Office } from '../harness/office.ts'
import { keep, table } from '../harness/report.ts'
import { rounded, type Spread } from '../harness/statistics.ts'
import { lifecycle, type Call } from './calls.ts'
import type { Report } from './clients.ts'
import { closeSite, openSite, takeRound, type Load, type Measured, type Site } from './site.ts'

const long = process.argv.includes('--long')
const lane: Lane = process.argv.includes('--lane=durable') ? 'durable' : 'cpu'
const sizes = long ? [0, 100_000, 1_000_000] : [0, 100_000]
const load: Load = { clients: 50, connections: 16, warmth: long ? 10 : 5, seconds: long ? 10 : 3 }
const rounds = 5

async function plant(postgres: EmbeddedPostgres): Promise<Office> {
  const url = await postgres.database('template')
  await migrateHouse(url, modules)
  const house = await openBenchHouse(url, { connections: 1 })
  const office = await plantOffice(house)
  await house.close()
  return office
}

const milliseconds = (call: Report['calls'][Call]) => (call ? [call.p50, call.p95, call.p99].map(rounded).join('/') : '-')
const pace = ({ median, min, max }: Spread) => `${rounded(median)} (${rounded(min)}–${rounded(max)})`

function say(measured: readonly Measured[]): void {
  const calls: readonly Call[] = [...lifecycle, 'workList']
  const empty = measured[0]?.lifecyclesPerSecond.median ?? 0
  const head = [
    'stored',
    'lifecycles/s',
    'of empty',
    ...calls.map((call) => `${call} ms`),
    'cores server/db/clients',
    'MB',
    'acknowledged=found',
  ]
  const rows = measured.map((one) => [
    String(one.stored.cases),
    pace(one.lifecyclesPerSecond),
    (one.lifecyclesPerSecond.median / empty).toFixed(2),
    ...calls.map((call) => milliseconds(one.calls[call])),
    `${one.cores.server}/${one.cores.database}/${one.cores.clients}`,
    one.serverMegabytes,
    `${one.acknowledged}=${one.found}`,
  ])
  console.log(
    `\n${lane} lane, ${load.clients} clients, ${load.connections} connections, ${rounds} interleaved rounds of ${load.seconds} s; ms are p50/p95/p99`,
  )
  console.log(table(head, rows))
  console.log(`statements a call: ${calls.map((call) => `${call} ${measured[0]?.statements[call] ?? '-'}`).join(', ')}`)
}

const measured = await withLane(lane, async (open) => {
  const office = await plant(open.postgres)
  const sites: Site[] = []
  for (const size of sizes) sites.push(await openSite(open.postgres, office, size, load))
  for (let round = 0; round < rounds; round += 1) for (const site of sites) await takeRound(site, open.server, load)
  const results: Measured[] = []
  for (const site of sites) results.push(await closeSite(site, load))
  return results
})
say(measured)
const command = `npm run bench -- ${['lifecycle', ...process.argv.slice(2)].join(' ')}`
keep(`lifecycle${long ? '-long' : ''}`, command, { lane, rounds, ...load, measured })
if (measured.some(({ acknowledged, found }) => acknowledged !== found)) throw new Error('acknowledged and found differ')
