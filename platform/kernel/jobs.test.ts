import { cloneDatabase } from '@yiwang/testing'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openHouse, openLog, readSettings, systemActor, type House, type Outside } from './index.ts'
import { add, lend, shelf } from './fixture/shelf.ts'

type TestContext = { onTestFinished(run: () => Promise<void>): void }

async function openDatabase(t: TestContext) {
  const { url, drop } = await cloneDatabase(inject('postgresUrl'), [shelf])
  const opened: House[] = []
  t.onTestFinished(async () => {
    for (const house of opened) await house.close()
    await drop()
  })
  const common = {
    settings: readSettings({}),
    databaseUrl: url,
    modules: [shelf],
    outside: {} as Outside,
    log: openLog('silent'),
    connections: 2,
  }
  const open = async (works: boolean): Promise<House> => {
    const house = await openHouse({ ...common, works })
    opened.push(house)
    return house
  }
  return { open, url }
}

async function openPair(t: TestContext): Promise<{ counter: House; worker: House }> {
  const { open } = await openDatabase(t)
  return { counter: await open(false), worker: await open(true) }
}

/** A book lent out, its two jobs taken by a process that was killed before it did them. */
async function takenAndDropped(counter: House): Promise<void> {
  const by = systemActor('test')
  const book = { title: '史记', body: '113301020025002871', division: '330102' }
  const { id } = await counter.perform({ act: 'test', by }, (act) => add(act, book))
  await counter.perform({ act: 'test', by }, (act) => lend(act, id, '张测试'))
  await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() where state = 'created' and (${ownJobs})`.execute(
    counter.db,
  )
}

const ownJobs = sql`name = 'kernel.reaction' or name like 'shelf.%'`
async function statesOf(house: House): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select distinct state::text from pgboss.job where ${ownJobs}`.execute(house.db)
  return rows.map(({ state }) => state)
}

test('work enqueued in one process is taken up in another at the bell, long before the next poll', async (t) => {
  const { counter, worker } = await openPair(t)
  const by = systemActor('test')
  const { id } = await counter.perform({ act: 'test', by }, (act) =>
    add(act, { title: '史记', body: '113301020025002871', division: '330102' }),
  )
  const from = performance.now()
  await counter.perform({ act: 'test', by }, (act) => lend(act, id, '张测试'))
  while ((await sql`select 1 as one from shelf.reminder where sent > 0`.execute(worker.db)).rows.length === 0);
  expect(performance.now() - from).toBeLessThan(4000)
})

test('no act notifies within its transaction, where all commits would wait for each other', async (t) => {
  const { counter } = await openPair(t)
  expect((await sql`select name from pgboss.queue where notify`.execute(counter.db)).rows).toEqual([])
})

test('what a killed process had in hand is done as soon as the next one begins', async (t) => {
  const { open } = await openDatabase(t)
  const counter = await open(false)
  await takenAndDropped(counter)
  expect(await statesOf(counter)).toEqual(['active'])
  await open(true)
  while ((await statesOf(counter)).join() !== 'completed') await new Promise((wake) => setTimeout(wake, 50))
  expect((await sql`select sent from shelf.reminder`.execute(counter.db)).rows).toEqual([{ sent: 1 }])
})

test('what another worker has in hand stays his when one more begins, as long as he gives signs of life', async (t) => {
  const { open, url } = await openDatabase(t)
  const counter = await open(false)
  await takenAndDropped(counter)
  const other = new pg.Client({ connectionString: url, application_name: 'yiwang-worker-other' })
  await other.connect()
  await open(true)
  expect(await statesOf(counter)).toEqual(['active'])
  await other.end()
  const { rows } = await sql`select distinct heartbeat_seconds as seconds from pgboss.queue where ${ownJobs}`.execute(counter.db)
  expect(rows).toEqual([{ seconds: 60 }])
})
