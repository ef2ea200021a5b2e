import { openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { requestProblem, type Act } from './index.ts'
import { add, shelf } from './fixture/shelf.ts'

const book = { title: '史记', body: '113301020025002871', division: '330102' }
const titles = ({ tx }: Act) => sql<{ title: string }>`select title from shelf.book order by title`.execute(tx)
const lent = ({ tx }: Act, id: string, to: string) => sql`update shelf.book set lent_to = ${to} where id = ${id}`.execute(tx)

test('what an act asks at once is answered in order, the later seeing what the earlier did', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const [, before, , after] = await hall.act((act) =>
    Promise.all([add(act, book), titles(act), add(act, { ...book, title: '汉书' }), titles(act)]),
  )
  expect(before.rows.map(({ title }) => title)).toEqual(['史记'])
  expect(after.rows.map(({ title }) => title)).toEqual(['史记', '汉书'])
})

test('one of several asked at once that fails fails the act, and nothing of the others stays', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const failing = hall.act((act) => Promise.all([add(act, book), sql`select 1 / 0`.execute(act.tx), add(act, book)]))
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect((await hall.act(titles)).rows).toEqual([])
})

test('a failure that an act swallows does not pass for success', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const failing = hall.act(async (act) => {
    await add(act, book)
    await sql`select 1 / 0`.execute(act.tx).catch(() => undefined)
    return 'done'
  })
  await expect(failing).rejects.toThrow('transaction is aborted')
  expect((await hall.act(titles)).rows).toEqual([])
  expect(await hall.audited()).toHaveLength(1) // only the look at the titles
})

test('an act is one transaction: it opens no other', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const nested = hall.act((act) => act.tx.transaction().execute(async () => 'inside'))
  await expect(nested).rejects.toThrow('an act is one transaction')
})

test('a row locked in one act is locked for another, also when its reads went out together', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 3 })
  const { id } = await hall.act((act) => add(act, book))
  const order: string[] = []
  const lend = (to: string) =>
    hall.act(async (act) => {
      const lock = sql<{ lent_to: string | null }>`select lent_to from shelf.book where id = ${id} for update`.execute(act.tx)
      const [{ rows }] = await Promise.all([lock, titles(act)])
      if (rows[0]?.lent_to === null) await lent(act, id, to)
      order.push(`${to} saw ${rows[0]?.lent_to ?? 'none'}`)
    })
  await Promise.all([lend('甲'), lend('乙')])
  expect(order.toSorted()).toEqual(expect.arrayContaining([expect.stringMatching(/ saw none$/), expect.stringMatching(/ saw [甲乙]$/)]))
})

const givenUp = ({ tx }: Act) => sql`do $$ begin raise exception 'given up for another' using errcode = '40P01'; end $$`.execute(tx)
const aftermath = ({ tx }: Act) => sql`select 1`.execute(tx)

test('what the database gave up for another is done again, once in the end, also when what was asked with it is heard of first', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const rounds: number[] = []
  const done = await hall.act(async (act) => {
    rounds.push(1)
    await add(act, book)
    if (rounds.length === 1) await Promise.all([givenUp(act).then((rows) => rows), aftermath(act)])
    return 'done'
  })
  expect([done, rounds.length]).toEqual(['done', 2])
  expect((await hall.act(titles)).rows).toHaveLength(1)
})

test('what is given up time and again is told with its cause, to be tried later', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const never = hall.act(async (act) => {
    await add(act, book)
    const slow = givenUp(act).then((rows) => rows)
    await Promise.all([slow.then((rows) => rows), aftermath(act)])
  })
  await expect(never).rejects.toMatchObject({ code: '40P01' })
  expect((await hall.act(titles)).rows).toEqual([])
})

test('an act that has written and is then refused, or stumbles, leaves nothing of what it wrote', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  for (const reason of [requestProblem.notFound(), new Error('stumbled')])
    await expect(hall.act(async (act) => add(act, book).then(() => Promise.reject(reason)))).rejects.toBe(reason)
  expect((await hall.act(titles)).rows).toEqual([])
  expect(await hall.audited()).toHaveLength(1) // only the look at the titles
})
