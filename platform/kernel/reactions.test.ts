import { aClerk, openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Module } from './index.ts'
import { add, lend, shelf } from './fixture/shelf.ts'

const ours = { title: '史记', body: '113301020025002871', division: '330102' }
const clerk = aClerk(['shelf.lend'])

/** Counts how often it reacts. */
const counting: Module = {
  ...shelf,
  reactions: {
    'book.lent': async (act, { id }) => {
      await sql`insert into shelf.reminder (book_id, sent) values (${id}, 1) on conflict (book_id) do update set sent = reminder.sent + 1`.execute(
        act.tx,
      )
    },
  },
}

test('a reaction delivered twice, and twice at once, has its effect once', async (t) => {
  const hall = await openHall(t, { modules: [counting], connections: 3 })
  const { id } = await hall.act((act) => add(act, ours))
  await hall.act((act) => lend(act, id, '甲'), clerk)
  const { rows } = await sql<{ id: string }>`select id from kernel.event`.execute(hall.house.db)
  const deliver = () => hall.runJob('kernel.reaction', { eventId: rows[0]?.id, reaction: 'shelf:book.lent' })
  await Promise.all([deliver(), deliver()])
  await deliver()
  expect((await sql`select sent from shelf.reminder`.execute(hall.house.db)).rows).toEqual([{ sent: 1 }])
})

test('an act reaches nothing by a permission its actor was never granted, whatever let him in', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  await expect(hall.act((act) => lend(act, id, '甲'), aClerk(['shelf.look']))).rejects.toMatchObject({ code: 'book.notFound' })
  expect(await hall.published()).toEqual([])
})
