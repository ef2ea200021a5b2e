import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { codeFor, cookieOf, idNumber, open, password, register, signedInStaff } from './identity-hall.testing.ts'

test('of many wrong guesses made at once only five are looked at: the right code among the late ones is refused', async (t) => {
  const { hall, postbox } = await open(t, { connections: 6 })
  await register(hall, postbox)
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, '13800000001', 'signIn')
  const guess = (given: string) => hall.stranger.post('/sessions', { phone: '13800000001', code: given })
  const wrong = Array.from({ length: 20 }, (_, nth) => String((Number(code) + nth + 1) % 1_000_000).padStart(6, '0'))
  const answers = await Promise.all(wrong.map(guess))
  expect(new Set(answers.map(({ body }) => body.type))).toEqual(new Set(['identity.codeWrong']))
  const tries = await sql<{ tries: number }>`select tries from identity.one_time_code where purpose = 'signIn'`.execute(hall.house.db)
  expect(tries.rows).toEqual([{ tries: 5 }])
  expect((await guess(code)).body.type).toBe('identity.codeWrong')
})

test('a right code uses up none of the guesses until it is used', async (t) => {
  const { hall, postbox } = await open(t)
  const code = await codeFor(hall, postbox, '13800000001')
  const claim = { name: '李不符', idNumber, phone: '13800000001', code, password, agreement: 'person-2016-1' }
  for (let round = 0; round < 6; round += 1)
    expect((await hall.stranger.post('/accounts/persons', claim)).body.type).toBe('identity.realNameFailed')
  expect((await hall.stranger.post('/accounts/persons', { ...claim, name: '张测试' })).status).toBe(201)
})

test('failed sign-ins are forgotten after a day, and not before', async (t) => {
  const { hall } = await open(t)
  const failures = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from identity.sign_in_failure`.execute(hall.house.db)).rows[0]?.n
  for (const login of ['13811111111', '13822222222']) await hall.stranger.post('/sessions', { login, password })
  await hall.runJob('identity.forget')
  expect(await failures()).toBe(2)
  hall.clock.advance(25 * 3_600_000)
  await hall.stranger.post('/sessions', { login: '13822222222', password })
  await hall.runJob('identity.forget')
  expect(await failures()).toBe(1)
})

test('one address asks twenty times a minute for what is open to everyone, and ten times where a password is guessed', async (t) => {
  const { hall, postbox } = await open(t, { requestsPerMinute: 1000 })
  const me = cookieOf(await register(hall, postbox))
  const clerk = await signedInStaff(hall, [])
  const statuses = async (times: number, ask: () => Promise<{ status: number }>) => {
    const all: number[] = []
    for (let round = 0; round < times; round += 1) all.push((await ask()).status)
    return all
  }
  const change = { current: 'not the password', password: '另一个很长的密码 2026' }
  for (const [path, headers] of [
    ['/me/password', me],
    ['/staff-me/password', clerk],
  ] as const)
    expect(await statuses(11, () => hall.stranger.post(path, change, headers))).toEqual([...Array<number>(10).fill(401), 429])
  const signIns = await statuses(21, () => hall.stranger.post('/sessions', { phone: '13899999999', code: '000000' }))
  expect(signIns).toEqual([...Array<number>(20).fill(signIns[0] ?? 0), 429])
  expect(signIns[0]).not.toBe(429)
})
