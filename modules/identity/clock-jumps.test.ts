import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { codeFor, cookieOf, open, password, register, signedInStaff } from './identity-hall.testing.ts'
import { takeStep } from './staff/staff-login-store.ts'

const day = 86_400_000
const phone = '13800000001'

test('codes sent while the clock was a day ahead keep nobody waiting, and the new code is the one that counts', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const now = hall.clock.now()
  for (let nth = 0; nth < 5; nth += 1) {
    hall.clock.set(new Date(now.getTime() + day + nth * 61_000))
    await codeFor(hall, postbox, phone, 'signIn')
  }
  hall.clock.set(new Date(now.getTime() + 61_000))
  const code = await codeFor(hall, postbox, phone, 'signIn')
  expect((await hall.stranger.post('/one-time-codes', { phone, purpose: 'signIn' })).body.type).toBe('identity.codeTooSoon')
  expect((await hall.stranger.post('/sessions', { phone, code })).status).toBe(201)
})

test('a name locked while the clock was a day ahead is not locked for a day; one locked now is', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const now = hall.clock.now()
  const fail = async () => {
    for (let nth = 0; nth < 5; nth += 1) await hall.stranger.post('/sessions', { login: phone, password: 'not the password' })
    return (await hall.stranger.post('/sessions', { login: phone, password })).body.type
  }
  hall.clock.set(new Date(now.getTime() + day))
  expect(await fail()).toBe('identity.signInLocked')
  hall.clock.set(now)
  expect((await hall.stranger.post('/sessions', { login: phone, password })).status).toBe(201)
  expect(await fail()).toBe('identity.signInLocked')
})

test('a session begun while the clock was ahead ends after idle time all the same', async (t) => {
  const { hall, postbox } = await open(t)
  const now = hall.clock.now()
  hall.clock.set(new Date(now.getTime() + day))
  const me = cookieOf(await register(hall, postbox))
  expect((await hall.stranger.get('/me', me)).status).toBe(200)
  hall.clock.set(now)
  expect((await hall.stranger.get('/me', me)).status).toBe(200)
  hall.clock.advance(121 * 60_000)
  expect((await hall.stranger.get('/me', me)).status).toBe(401)
})

test('a session remembered while the clock was ahead is looked up again, so that who was signed out stays out', async (t) => {
  const { hall, postbox } = await open(t)
  const now = hall.clock.now()
  const me = cookieOf(await register(hall, postbox))
  await sql`update identity.account set level = 2`.execute(hall.house.db)
  hall.clock.set(new Date(now.getTime() + 3_600_000))
  expect((await hall.stranger.get('/me', me)).status).toBe(200)
  hall.clock.set(now)
  await sql`update identity.session set ended_at = now()`.execute(hall.house.db)
  expect((await hall.stranger.get('/me', me)).status).toBe(401)
})

test('a second factor taken while the clock was ahead does not lock its owner out; the same code still counts once', async (t) => {
  const { hall } = await open(t)
  await signedInStaff(hall, [])
  const { rows } = await sql<{ id: string }>`select staff_id as id from identity.staff_login`.execute(hall.house.db)
  const take = (step: number) => takeStep(hall.house.db, rows[0]?.id ?? '', step)
  expect([await take(60_000_000 + 2880), await take(60_000_000)]).toEqual([true, true])
  expect([await take(60_000_000), await take(59_999_998), await take(60_000_001)]).toEqual([false, false, true])
})
