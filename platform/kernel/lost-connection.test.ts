import { aClerk, openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { add, shelf } from './fixture/shelf.ts'

const ours = { title: '史记', body: '113301020025002871', division: '330102' }

test('a connection cut in the middle of an act: the process lives, the act has not happened, the next one does', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  const cut = hall.act(async (act) => {
    await add(act, ours)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(act.tx)
    await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await new Promise((wake) => setTimeout(wake, 200)) // the news comes while no statement waits for an answer
    return add(act, ours)
  })
  await expect(cut).rejects.toThrow(/terminat|not queryable/i)
  await admin.end()
  expect((await sql`select 1 from shelf.book`.execute(hall.house.db)).rows).toEqual([])
  const { id } = await hall.act((act) => add(act, ours))
  expect((await hall.as(aClerk(['shelf.lend'])).post(`/books/${id}/loan`, { to: '甲' })).status).toBe(200)
})
