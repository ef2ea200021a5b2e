import type { Answer } from '@yiwang/testing'
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
  const types = async (times: number, ask: () => Promise<Answer>) => {
    const all: string[] = []
    for (let round = 0; round < times; round += 1) all.push((await ask()).body.type)
    return all
  }
  const change = { current: 'not the password', password: '另一个很长的密码 2026' }
  for (const [path, headers] of [
    ['/me/password', me],
    ['/staff-me/password', clerk],
  ] as const)
    expect(await types(11, () => hall.stranger.post(path, change, headers))).toEqual([
      ...Array<string>(5).fill('identity.signInFailed'),
      ...Array<string>(5).fill('identity.signInLocked'),
      'request.tooMany',
    ])
  const signIns = await types(21, () => hall.stranger.post('/sessions', { phone: '13899999999', code: '000000' }))
  expect(signIns).toEqual([...Array<string>(20).fill('identity.codeWrong'), 'request.tooMany'])
})

test.for([
  ['a person’s', '/sessions', { login: idNumber }],
  ['nobody’s', '/sessions', { login: '330102199003070000' }],
  ['a clerk’s', '/staff-sessions', { loginName: 'clerk' }],
] as const)(
  'of thirty guesses at %s password made at once five are looked at, and the right one among the late is refused',
  async ([, path, who], t) => {
    const { hall, postbox } = await open(t, { connections: 8 })
    await register(hall, postbox)
    await signedInStaff(hall, [])
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_guess, nth) => hall.stranger.post(path, { ...who, password: `a wrong guess ${nth}` })),
    )
    const of = (type: string) => answers.filter(({ body }) => body.type === type).length
    expect([of('identity.signInFailed'), of('identity.signInLocked')]).toEqual([5, 25])
    expect((await hall.stranger.post(path, { ...who, password })).body.type).toBe('identity.signInLocked')
    hall.clock.advance(15 * 60_000)
    // the count begins anew: five more, not one
    for (let guess = 0; guess < 4; guess += 1)
      expect((await hall.stranger.post(path, { ...who, password: 'wrong again' })).body.type).toBe('identity.signInFailed')
  },
)
