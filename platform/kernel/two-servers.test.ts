import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { add, lend, shelf } from './fixture/shelf.ts'
import { migrateHouse, openHouse, openLog, readSettings, systemActor, type House, type Outside } from './index.ts'

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test(
  'two servers that start at once on an empty database bring it up to date once, and do no work twice',
  { timeout: 90_000 },
  async (t) => {
    const name = `pair_${randomBytes(6).toString('hex')}`
    await onServer(`create database ${name}`)
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    const opened: House[] = []
    t.onTestFinished(async () => {
      for (const house of opened) await house.close()
      await onServer(`drop database ${name} with (force)`)
    })

    const ran = await Promise.all([1, 2].map(() => migrateHouse(url.href, [shelf])))
    expect(ran.flat().toSorted()).toEqual(
      ['kernel/0001-kernel.sql', 'kernel/0002-audit-look-up.sql', 'shelf/0001-shelf.sql'].filter((file) => ran.flat().includes(file)),
    )
    expect(ran.flat()).toContain('shelf/0001-shelf.sql')
    expect(new Set(ran.flat()).size).toBe(ran.flat().length)

    const common = {
      settings: readSettings({}),
      databaseUrl: url.href,
      modules: [shelf],
      outside: {} as Outside,
      log: openLog('silent'),
      connections: 4,
    }
    opened.push(...(await Promise.all([1, 2].map(() => openHouse({ ...common, works: true })))))
    const by = systemActor('test')
    const books = 40
    await Promise.all(
      Array.from({ length: books }, async (_, nth) => {
        const house = opened[nth % 2] as House
        const book = { title: `书${nth}`, body: '113301020025002871', division: '330102' }
        const { id } = await house.perform({ act: 'test', by }, (act) => add(act, book))
        await house.perform({ act: 'test', by }, (act) => lend(act, id, '张测试'))
      }),
    )
    const [first] = opened as [House]
    const open = sql<{ open: number }>`select count(*)::int as open from pgboss.job
    where (name = 'kernel.reaction' or name like 'shelf.%') and state <> 'completed'`
    while ((await open.execute(first.db)).rows[0]?.open !== 0) await new Promise((wake) => setTimeout(wake, 100))
    const sent = await sql<{ sent: number; books: number }>`select sent, count(*)::int as books from shelf.reminder group by sent`.execute(
      first.db,
    )
    expect(sent.rows).toEqual([{ sent: 1, books }])
    const cron = await sql<{ name: string }>`select name from pgboss.schedule where name = 'kernel.linkAudit'`.execute(first.db)
    expect(cron.rows).toHaveLength(1)
  },
)
