import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { accounts, open, password, register } from './identity-hall.testing.ts'

const phone = '13800000001'
const purposes = ['register', 'signIn', 'resetPassword', 'changePhone']

test(
  'two hundred codes asked for one phone within the hour: five go out, everybody else is told why and when, and then it goes on',
  { timeout: 60_000 },
  async (t) => {
    const { hall, postbox } = await open(t, { connections: 4 })
    const told = new Map<string, number>()
    const askTen = async (round: number) => {
      const asked = Array.from({ length: 10 }, (_, nth) => ({ phone, purpose: purposes[(round + nth) % purposes.length] }))
      for (const { status, body } of await Promise.all(asked.map((body) => hall.stranger.post('/one-time-codes', body)))) {
        const what = status === 204 ? 'sent' : `${status} ${body.type} ${body.title}`
        told.set(what, (told.get(what) ?? 0) + 1)
      }
    }
    for (let round = 0; round < 20; round += 1) {
      await askTen(round)
      hall.clock.advance(150_000)
    }
    await hall.settle()
    expect(Object.fromEntries(told)).toEqual({
      sent: 5,
      '429 identity.codeTooSoon 验证码刚刚发送过，请一分钟后再试。': 45,
      '429 identity.codeTooMany 这个手机号一小时内获取的验证码过多，请一小时后再试。': 150,
    })
    expect(postbox.inbox.filter(({ to }) => to === phone)).toHaveLength(5)
    hall.clock.advance(3_600_000)
    expect((await hall.stranger.post('/one-time-codes', { phone, purpose: 'signIn' })).status).toBe(204)
  },
)

test(
  'new passwords asked for two hundred times, with guessed codes: nothing goes out by it, nothing changes, and the owner signs in',
  { timeout: 60_000 },
  async (t) => {
    const { hall, postbox } = await open(t)
    await register(hall, postbox)
    await hall.settle()
    const before = postbox.inbox.length
    const told = new Set<string>()
    for (let nth = 0; nth < 200; nth += 1) {
      const guess = { phone, code: String(nth).padStart(6, '0'), password: '不是我的口令 2026' }
      const { status, body } = await hall.stranger.post('/password-resets', guess)
      told.add(`${status} ${body.type}`)
    }
    await hall.settle()
    expect([...told]).toEqual(['422 identity.codeWrong'])
    expect([postbox.inbox.length, await accounts(hall)]).toEqual([before, 1])
    expect((await sql`select 1 from kernel.audit where act like '%resetPassword'`.execute(hall.house.db)).rows).toEqual([])
    expect((await hall.stranger.post('/sessions', { login: phone, password })).status).toBe(201)
  },
)
