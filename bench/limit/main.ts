/** `npm run bench -- limit [--long] [--lane=cpu|durable]`: a case of seven commits, by the database alone, by the product, by what one would else take. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withLane, type Lane, type OpenLane } from '../harness/lane.ts'
import { processorSeconds } from '../harness/processor-time.ts'
import { keep, table } from '../harness/report.ts'
import { rounded, spreadOf, type Spread } from '../harness/statistics.ts'
import { lineUp, prepare, type Racer } from './racers.ts'

const long = process.argv.includes('--long')
const rounds = long ? 9 : 5
const seconds = long ? 3 : 1
const clients = 8
const chosen = process.argv.find((word) => word.startsWith('--lane='))?.slice('--lane='.length)
const lanes: readonly Lane[] = chosen === 'durable' || chosen === 'cpu' ? [chosen] : long ? ['cpu', 'durable'] : ['cpu']

interface Result {
  name: string
  casesPerSecond: Spread
  /** Processor milliseconds a case: of the contestant, and of the database meanwhile. */
  ownMilliseconds: number
  databaseMilliseconds: number
  acknowledged: number
  found: number
}

interface Tally {
  racer: Racer
  paces: number[]
  acknowledged: number
  raced: number
  own: number
  database: number
}

async function runLane({ lane, postgres, server }: OpenLane) {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-bench-limit-'))
  try {
    const ground = await prepare(postgres, folder, clients)
    const tallies = (await lineUp(ground)).map((racer): Tally => ({ racer, paces: [], acknowledged: 0, raced: 0, own: 0, database: 0 }))
    for (const tally of tallies) if (tally.racer.name !== 'limit') tally.acknowledged += (await tally.racer.round(2)).done
    for (let round = 0; round < rounds; round += 1) for (const tally of tallies) await take(tally, server)
    const results: Result[] = []
    for (const tally of tallies) results.push(await resultOf(tally))
    return { lane, statements: ground.tape.statements.length, results }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function take(tally: Tally, server: number): Promise<void> {
  const before = processorSeconds(server)
  const { done, perSecond, processor } = await tally.racer.round(seconds)
  tally.database += processorSeconds(server) - before
  tally.own += processor
  tally.paces.push(perSecond)
  tally.acknowledged += done
  tally.raced += done
}

async function resultOf({ racer, paces, acknowledged, raced, own, database }: Tally): Promise<Result> {
  await racer.stop()
  return {
    name: racer.name,
    casesPerSecond: spreadOf(paces),
    ownMilliseconds: rounded((own * 1000) / raced),
    databaseMilliseconds: rounded((database * 1000) / raced),
    acknowledged,
    found: await racer.found(),
  }
}

function say({ lane, statements, results }: Awaited<ReturnType<typeof runLane>>): void {
  const of = (name: string) => results.find((result) => result.name === name)?.casesPerSecond.median
  const limit = of('limit') ?? of('driver') ?? 0
  const ratio = (median: number, other: number | undefined) => (other ? (median / other).toPrecision(2) : '-')
  console.log(
    `\n${lane} lane, ${clients} clients, ${statements} statements a case, median (min–max) of ${rounds} interleaved rounds of ${seconds} s`,
  )
  const rows = results.map(({ name, casesPerSecond: { median, min, max }, ...rest }) => [
    name,
    `${rounded(median)} (${rounded(min)}–${rounded(max)})`,
    ratio(median, limit),
    ratio(median, of('dbos')),
    ratio(median, of('bpmn-engine')),
    rest.ownMilliseconds,
    rest.databaseMilliseconds,
    `${rest.acknowledged}=${rest.found}`,
  ])
  console.log(table(['', 'cases/s', '× limit', '× dbos', '× bpmn-engine', 'own ms', 'database ms', 'acknowledged=found'], rows))
}

const measured = []
for (const lane of lanes) measured.push(await withLane(lane, runLane))
for (const lane of measured) say(lane)
const lost = measured.flatMap(({ results }) => results).filter(({ acknowledged, found }) => acknowledged !== found)
keep(`limit-${long ? 'long' : lanes.join()}`, `npm run bench -- ${['limit', ...process.argv.slice(2)].join(' ')}`, {
  clients,
  rounds,
  seconds,
  lanes: measured,
})
if (lost.length > 0) throw new Error(`acknowledged and found differ: ${lost.map(({ name }) => name).join(', ')}`)
