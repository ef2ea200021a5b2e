import { aClerk, aUser, openHall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verifyAudit, linkAudit } from './index.ts'
import { add, shelf } from './fixture/shelf.ts'

const clerk = aClerk(['shelf.lend', 'shelf.look'])
const ours = { title: '史记', body: '113301020025002871', division: '330102' }

test('an act commits state, trace, event and job together', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  const answer = await hall.as(clerk).post(`/books/${id}/loan`, { to: '张测试' })
  expect(answer.status).toBe(200)
  expect(await hall.published()).toEqual([{ name: 'book.lent', body: { id, to: '张测试' } }])
  expect((await hall.audited()).at(-1)).toMatchObject({ act: 'shelf.lend#lendBook', actor_id: 'staff-1', outcome: 'done', subject: { id } })
  expect(await hall.settle()).toBe(2)
  expect((await sql`select sent from shelf.reminder`.execute(hall.house.db)).rows).toEqual([{ sent: 1 }])
  expect(await hall.settle()).toBe(0)
})

test('a refused act leaves nothing: no state, no event, no trace', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  await hall.as(clerk).post(`/books/${id}/loan`, { to: '甲' })
  const again = await hall.as(clerk).post(`/books/${id}/loan`, { to: '乙' })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ type: 'book.lent', title: '已借给甲。', to: '甲' })
  expect(again.headers['content-type']).toContain('application/problem+json')
  expect(await hall.published()).toHaveLength(1)
  expect(await hall.audited()).toHaveLength(2)
})

test('two at once: one wins, the other is told', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 4 })
  const { id } = await hall.act((act) => add(act, ours))
  const answers = await Promise.all(['甲', '乙', '丙'].map((to) => hall.as(clerk).post(`/books/${id}/loan`, { to })))
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
  expect(await hall.published()).toHaveLength(1)
})

test('the same key gives the same answer once, also when both come at once', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 4 })
  const { id } = await hall.act((act) => add(act, ours))
  const send = (to: string) => hall.as(clerk).post(`/books/${id}/loan`, { to }, { headers: { 'idempotency-key': 'k1' } })
  const [first, second] = await Promise.all([send('甲'), send('甲')])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  expect(await hall.published()).toHaveLength(1)
  expect(await send('乙')).toMatchObject({ status: 422, body: { type: 'request.idempotencyKeyReused' } })
})

test('a key longer than can be kept is refused, and nothing is done without its protection', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  const send = (key: string) => hall.as(clerk).post(`/books/${id}/loan`, { to: '甲' }, { headers: { 'idempotency-key': key } })
  expect(await send('k'.repeat(101))).toMatchObject({
    status: 400,
    body: { type: 'request.invalid', errors: [{ pointer: '/idempotency-key', message: expect.stringContaining('100') }] },
  })
  expect(await hall.published()).toEqual([])
  expect((await send('k'.repeat(100))).status).toBe(200)
})

test('a stranger and a clerk of another body get nothing, and the attempt is noted', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  expect((await hall.stranger.post(`/books/${id}/loan`, { to: '甲' })).status).toBe(401)
  expect((await hall.as(aUser()).post(`/books/${id}/loan`, { to: '甲' })).status).toBe(403)
  const elsewhere = hall.as(aClerk(['shelf.lend', 'shelf.look'], { body: '113700000045046442' }))
  expect((await elsewhere.post(`/books/${id}/loan`, { to: '甲' })).status).toBe(404)
  expect((await elsewhere.get('/books')).body).toEqual([])
  expect((await hall.as(clerk).get('/books')).body).toHaveLength(1)
  expect((await hall.audited()).filter((entry) => entry.outcome === 'denied')).toMatchObject([{ act: 'shelf.lend', actor_id: 'user-1' }])
  expect(await hall.published()).toEqual([])
})

test('those who are turned away count against the limit of their address like everybody else', async (t) => {
  const hall = await openHall(t, { modules: [shelf], settings: { requestsPerMinute: 3 } })
  const statuses: number[] = []
  for (let round = 0; round < 5; round += 1) statuses.push((await hall.stranger.get('/books')).status)
  expect(statuses).toEqual([401, 401, 401, 429, 429])
})

test('a division scope reaches what lies within it and nothing beside it', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  for (const division of ['330102', '330106', '3302', '330203', '340102'])
    await hall.act((act) => add(act, { ...ours, title: division, division }))
  const of = (...divisions: string[]) => hall.as({ ...clerk, grants: [{ permission: 'shelf.look', divisions }] })
  expect((await of('3301').get('/books')).body.map((book: { title: string }) => book.title)).toEqual(['330102', '330106'])
  expect((await of('33').get('/books')).body).toHaveLength(4)
  expect((await of('').get('/books')).body).toHaveLength(5)
  expect((await of().get('/books')).body).toEqual([])
})

test('R5A-093 a user below the needed real-name level is told so, a stranger is sent to sign in', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  expect(await hall.as(aUser('u', { level: 1 })).get('/books/mine')).toMatchObject({ status: 403, body: { type: 'request.levelTooLow' } })
  expect((await hall.as(aUser('u', { level: 2 })).get('/books/mine')).status).toBe(200)
  expect(await hall.stranger.get('/books/mine')).toMatchObject({ status: 401, body: { type: 'request.signInNeeded' } })
})

test('what does not fit the shape is refused by field, in the reader’s language', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const path = '/books/01890a5d-ac96-774b-bcce-b302099a8057/loan'
  const extra = await hall.as(clerk).post(path, { to: '甲', admin: true })
  expect(extra).toMatchObject({ status: 400, body: { type: 'request.invalid', errors: [{ pointer: '/admin' }] } })
  const english = await hall.as(clerk).post(path, { to: '' }, { headers: { 'accept-language': 'en' } })
  expect(english.body.title).toMatch(/correct what is marked/)
  expect((await hall.as(clerk).post('/books/not-an-id/loan', { to: '甲' })).status).toBe(400)
  const poisoned = await hall
    .as(clerk)
    .post(path, undefined, { payload: '{"to":"甲","__proto__":{"x":1}}', headers: { 'content-type': 'application/json' } })
  expect(poisoned.status).toBe(400)
})

test('a cookie from another site changes nothing', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  const send = (headers: Record<string, string>) =>
    hall.as(clerk).post(`/books/${id}/loan`, { to: '甲' }, { headers: { cookie: 'a=b', ...headers } })
  expect((await send({ 'sec-fetch-site': 'cross-site' })).body.type).toBe('request.crossSite')
  expect((await send({ origin: 'https://evil.example' })).body.type).toBe('request.crossSite')
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('the audit chain is whole, and names the first entry somebody changed', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 2 })
  for (const title of ['一', '二', '三', '四']) await hall.act((act) => add(act, { ...ours, title }))
  expect(await linkAudit(hall.house.db)).toBe(4)
  expect(await verifyAudit(hall.house.db)).toMatchObject({ whole: true, links: 4, waiting: 0 })
  await expect(sql`update kernel.audit set actor_id = 'somebody else' where position = 3`.execute(hall.house.db)).rejects.toThrow(
    'append-only',
  )
  await sql`alter table kernel.audit disable trigger all`.execute(hall.house.db)
  await sql`update kernel.audit set actor_id = 'somebody else' where position = 3`.execute(hall.house.db)
  expect(await verifyAudit(hall.house.db)).toMatchObject({ whole: false, firstBad: { position: 3, reason: 'changed' } })
})

test('an entry or a link that somebody took out of the audit log is missed', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 2 })
  const { db } = hall.house
  for (const title of ['一', '二', '三', '四']) await hall.act((act) => add(act, { ...ours, title }))
  await linkAudit(db)
  for (const table of ['audit', 'audit_link']) await sql`alter table ${sql.table(`kernel.${table}`)} disable trigger all`.execute(db)
  await sql`delete from kernel.audit where position = 3`.execute(db)
  expect(await verifyAudit(db)).toMatchObject({ whole: false, firstBad: { link: 3, position: 3, reason: 'entryMissing' } })
  await sql`delete from kernel.audit_link where link = 2`.execute(db)
  expect(await verifyAudit(db)).toMatchObject({ whole: false, firstBad: { link: 2, reason: 'linkMissing' } })
})

test('the seal of a day keeps where its chain ended; who lays the chain anew after a change is found by it', async (t) => {
  const hall = await openHall(t, { modules: [shelf], connections: 2 })
  const { db } = hall.house
  await hall.runJob('kernel.sealAudit')
  expect((await sql`select * from kernel.audit_seal`.execute(db)).rows).toEqual([])
  await hall.act((act) => add(act, ours))
  await hall.runJob('kernel.linkAudit')
  hall.clock.set('2026-03-03T00:05:00+08:00')
  await hall.runJob('kernel.sealAudit')
  expect((await sql`select day::text, link from kernel.audit_seal`.execute(db)).rows).toEqual([{ day: '2026-03-02', link: 1 }])
  expect(await verifyAudit(db)).toMatchObject({ whole: true, links: 1 })
  for (const table of ['audit', 'audit_link']) await sql`alter table ${sql.table(`kernel.${table}`)} disable trigger all`.execute(db)
  await sql`update kernel.audit set actor_id = 'somebody else'`.execute(db)
  await sql`delete from kernel.audit_link`.execute(db)
  await sql`update kernel.audit_horizon set position = 0`.execute(db)
  await linkAudit(db)
  expect(await verifyAudit(db)).toMatchObject({ whole: false, firstBad: { link: 1, reason: 'sealDiffers' } })
})

test('health, readiness and metrics answer without sign-in', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  expect((await hall.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await hall.app.inject('/readyz')).json()).toEqual({ status: 'ready', working: [], troubles: [] })
  expect((await hall.app.inject('/metrics')).body).toContain('yiwang_http_seconds')
  const openapi = await hall.stranger.get('/openapi.json')
  expect(openapi.body.paths['/api/v1/books/{id}/loan'].post.operationId).toBe('lendBook')
})

test('text that cannot be kept is the sender’s mistake, not ours, and nothing is left of it', async (t) => {
  const hall = await openHall(t, { modules: [shelf] })
  const { id } = await hall.act((act) => add(act, ours))
  for (const to of ['a\u0000b', '\u0000'])
    expect(await hall.as(clerk).post(`/books/${id}/loan`, { to })).toMatchObject({ status: 400, body: { type: 'request.invalid' } })
  expect(await hall.published()).toEqual([])
  expect((await hall.as(clerk).post(`/books/${id}/loan`, { to: '甲' })).status).toBe(200)
})
