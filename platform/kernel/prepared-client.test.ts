import { openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { later, newId, type Act } from './index.ts'
import { add, shelf } from './fixture/shelf.ts'

const book = { title: '史记', body: '113301020025002871', division: '330102' }
const remind = (act: Act, id: string) => later(act.tx, sql`insert into shelf.reminder (book_id) values (${id})`.compile(act.tx))

test('what is written without waiting is there for the next statement, and after the commit', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const id = newId()
  const seen = await hall.act(async (act) => {
    await remind(act, id)
    return (await sql`select book_id from shelf.reminder where book_id = ${id}`.execute(act.tx)).rows
  })
  expect(seen).toEqual([{ book_id: id }])
  expect((await sql`select book_id from shelf.reminder`.execute(hall.house.db)).rows).toEqual([{ book_id: id }])
})

test('a write that nobody waited for and that fails, fails the act at its commit; nothing has changed', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const id = newId()
  const failing = hall.act(async (act) => {
    await add(act, book)
    await remind(act, id)
    await remind(act, id)
    return 'answered'
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect((await sql`select id from shelf.book`.execute(hall.house.db)).rows).toEqual([])
  expect(await hall.audited()).toEqual([])
  await hall.act((act) => remind(act, id)) // the connection is sound
  expect((await sql`select book_id from shelf.reminder`.execute(hall.house.db)).rows).toHaveLength(1)
})

test('a statement after the failed one tells why it failed, not that the transaction is broken', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const id = newId()
  const failing = hall.act(async (act) => {
    await remind(act, id)
    await remind(act, id)
    await sql`select title from shelf.book where id = ${id}`.execute(act.tx)
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
})

test('outside a transaction every write is waited for', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { db } = hall.house
  const again = () => later(db, sql`insert into shelf.reminder (book_id) values (${'01990000-0000-7000-8000-000000000001'})`.compile(db))
  await again()
  await expect(again()).rejects.toMatchObject({ code: '23505' })
})

test('an act survives that a table changed under its prepared statements', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const look = (act: Act) => sql`select * from shelf.book where title = ${book.title}`.execute(act.tx)
  await hall.act((act) => add(act, book))
  expect((await hall.act(look)).rows).toHaveLength(1)
  await sql`alter table shelf.book add column shelf_mark text`.execute(hall.house.db)
  expect((await hall.act(look)).rows).toEqual([expect.objectContaining({ title: '史记', shelf_mark: null })])
})
