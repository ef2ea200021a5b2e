import { aClerk, aUser, openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { add, shelf } from './fixture/shelf.ts'
import { linkAudit } from './index.ts'

const ours = { title: '史记', body: '113301020025002871', division: '330102' }
const auditor = aClerk(['kernel.lookAudit'], { id: 'auditor-1' })
const librarian = aClerk(['shelf.lend'], { id: 'librarian-1' })

test('the auditor reads the log backwards, by who acted, what it was about and what was denied, page by page', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 3 })
  const [first, second] = [await hall.act((act) => add(act, ours)), await hall.act((act) => add(act, ours))]
  await hall.as(librarian).post(`/books/${first.id}/loan`, { to: '甲' })
  await hall.as(librarian).post(`/books/${second.id}/loan`, { to: '乙' })
  await hall.as(aUser()).post(`/books/${first.id}/loan`, { to: '丙' })
  expect(await linkAudit(hall.house.db)).toBe(5)
  const read = async (query: string) => (await hall.as(auditor).get(`/audit${query}`)).body
  const [denied, lent] = (await read('')).items
  expect(denied).toMatchObject({ outcome: 'denied', actorKind: 'user', subject: { id: first.id }, chained: true })
  expect(lent).toMatchObject({
    outcome: 'done',
    act: 'shelf.lend#lendBook',
    permissionName: expect.any(String),
    actorId: 'librarian-1',
    subject: { id: second.id },
    events: ['book.lent'],
  })
  const positions = (page: { items: { position: number }[] }) => page.items.map(({ position }) => position)
  expect(positions(await read('?actor=librarian-1'))).toEqual([4, 3])
  expect(positions(await read(`?subject=${first.id}`))).toEqual([5, 3])
  expect(positions(await read('?outcome=denied'))).toEqual([5])
  expect(positions(await read('?subject=nothing'))).toEqual([])
  expect(positions(await read('?byPeople=true'))).toEqual([5, 4, 3])
  const page = await read('?limit=2')
  expect(positions(page)).toEqual([5, 4])
  expect(positions(await read(`?limit=2&after=${page.next}`))).toEqual([3, 2])
  for (const wrong of ['?subject=%00', '?subject=%22%29', '?actor=', '?outcome=all'])
    expect((await hall.as(auditor).get(`/audit${wrong}`)).status).toBe(400)
})

test('the auditor has the chain walked and sees what was found: whole at first, then the entry somebody changed', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 3 })
  const { db } = hall.house
  for (const title of ['一', '二', '三']) await hall.act((act) => add(act, { ...ours, title }))
  await linkAudit(db)
  const chain = async () => (await hall.as(auditor).get('/audit/chain')).body
  expect(await chain()).toEqual({ links: 3, head: expect.stringMatching(/^[0-9a-f]{64}$/), seals: [] })
  const check = async () => {
    hall.clock.advance(1000)
    expect((await hall.as(auditor).post('/audit/chain/check')).status).toBe(202)
    await hall.settle()
    return (await chain()).verdict
  }
  expect(await check()).toMatchObject({ whole: true, links: 3, waiting: 1 })
  await sql`alter table kernel.audit disable trigger all`.execute(db)
  await sql`update kernel.audit set actor_id = 'somebody else' where position = 2`.execute(db)
  expect(await check()).toMatchObject({ whole: false, firstBad: { link: 2, position: 2, reason: 'changed' } })
})

test('nobody but the auditor reads the log or has it checked', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  for (const [visitor, status] of [
    [hall.stranger, 401],
    [hall.as(aUser()), 403],
    [hall.as(librarian), 403],
  ] as const)
    for (const answer of [await visitor.get('/audit'), await visitor.get('/audit/chain'), await visitor.post('/audit/chain/check')]) {
      expect(answer.status).toBe(status)
      expect(answer.body.items).toBeUndefined()
    }
})
