import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrateHouse, type EmbeddedPostgres } from '@yiwang/kernel'
import { startContestant, type Contestant } from '../harness/contestant.ts'
import { ask } from '../harness/database.ts'
import { modules, openBenchHouse } from '../harness/house.ts'
import { plantOffice, type Office } from '../harness/office.ts'
import { record, type Tape } from '../harness/tape.ts'
import { oneCase } from './acts.ts'
import { findPgbench, race, writeScript } from './pgbench.ts'

export interface Pace {
  /** Acknowledged in this round. */
  done: number
  perSecond: number
  /** Processor seconds of the contestant's own processes. */
  processor: number
}

export interface Racer {
  name: string
  round(seconds: number): Promise<Pace>
  /** Cases that the database has in the end. */
  found(): Promise<number>
  stop(): Promise<void>
}

export interface Ground {
  office: Office
  tape: Tape
  clients: number
  postgres: EmbeddedPostgres
  folder: string
}

/** A database with everything in it but cases, cloned for each contestant, and the tape of one case. */
export async function prepare(postgres: EmbeddedPostgres, folder: string, clients: number): Promise<Ground> {
  const template = await postgres.database('template')
  await migrateHouse(template, modules)
  const house = await openBenchHouse(template, { connections: 1 })
  const office = await plantOffice(house)
  await house.close()
  const tapeUrl = await clone(postgres, 'tape')
  const recorder = await openBenchHouse(tapeUrl, { connections: 1 })
  await oneCase(recorder, office) // caches are warm afterwards, as they are in a running server
  const tape = await record(() => oneCase(recorder, office))
  await recorder.close()
  return { office, tape, clients, postgres, folder }
}

async function clone(postgres: EmbeddedPostgres, name: string): Promise<string> {
  await ask(postgres.url('postgres'), `create database ${name} template template`)
  return postgres.url(name)
}

export async function lineUp(ground: Ground): Promise<Racer[]> {
  const { postgres, office, tape, clients, folder } = ground
  const tapeFile = join(folder, 'tape.json')
  writeFileSync(tapeFile, JSON.stringify(tape))
  const decided = (url: string) => () => count(url, "select count(*)::int as n from cases.service_case where state = 'decided'")
  const [ours, http, driver] = [await clone(postgres, 'ours'), await clone(postgres, 'http'), await clone(postgres, 'driver')]
  const [dbos, engine] = [await postgres.database('dbos'), await postgres.database('engine')]
  const planted = JSON.stringify(office)
  const size = String(clients)
  const start = async (name: string, file: string, args: readonly string[], found: () => Promise<number>) =>
    racer(await startContestant(name, new URL(file, import.meta.url), args), clients, found)
  const limit = await limitOf(ground)
  const racers = await Promise.all([
    start('dbos', './dbos.ts', [dbos, size], () =>
      count(dbos, "select count(*)::int as n from dbos.workflow_status where status = 'SUCCESS'"),
    ),
    start('bpmn-engine', './bpmn-engine.ts', [engine, size], () => count(engine, 'select count(*)::int as n from running where ended')),
    start('driver', './driver.ts', [driver, tapeFile, size], decided(driver)),
    start('ours', './ours.ts', [ours, planted, size], decided(ours)),
    start('http', './http.ts', [http, planted, size], decided(http)),
  ])
  return limit ? [limit, ...racers] : racers
}

function racer(contestant: Contestant, clients: number, found: () => Promise<number>): Racer {
  return {
    name: contestant.name,
    round: async (seconds) => {
      const round = await contestant.round(seconds, clients)
      return { done: round.done, perSecond: round.done / round.seconds, processor: round.processor }
    },
    found,
    stop: () => contestant.stop(),
  }
}

/** Without pgbench the tape said by the driver is the limit. */
async function limitOf({ postgres, tape, clients, folder }: Ground): Promise<Racer | undefined> {
  const pgbench = findPgbench()
  if (pgbench === undefined) return undefined
  const url = await clone(postgres, 'lim')
  await ask(url, 'create sequence public.bench_fresh start 1000000 cache 50')
  const script = join(folder, 'case.sql')
  writeScript(script, tape)
  return {
    name: 'limit',
    round: async (seconds) => ({ ...(await race(pgbench, url, script, { seconds, clients })), processor: 0 }),
    found: () => count(url, "select count(*)::int as n from cases.service_case where state = 'decided'"),
    stop: async () => undefined,
  }
}

async function count(url: string, text: string): Promise<number> {
  return (await ask<{ n: number }>(url, text))[0]?.n ?? 0
}
