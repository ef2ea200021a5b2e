import { cloneDatabase } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openHouse, openLog, readSettings, systemActor, type House, type Outside } from './index.ts'
import { add, lend, shelf } from './fixture/shelf.ts'

type TestContext = { onTestFinished(run: () => Promise<void>): void }

async function openPair(t: TestContext): Promise<{ counter: House; worker: House }> {
  const { url, drop } = await cloneDatabase(inject('postgresUrl'), [shelf])
  const open = (works: boolean) =>
    openHouse({
      settings: readSettings({}),
      databaseUrl: url,
      modules: [shelf],
      outside: {} as Outside,
      works,
      log: openLog('silent'),
      connections: 2,
    })
  const [counter, worker] = [await open(false), await open(true)]
  t.onTestFinished(async () => {
    await counter.close()
    await worker.close()
    await drop()
  })
  return { counter, worker }
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
