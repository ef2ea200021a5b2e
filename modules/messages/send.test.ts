import { aUser, openHall, type Hall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { deliveriesAbout, messages, messagesAbout, send } from './index.ts'
import { aPostbox } from './testing.ts'

const zhang = { accountId: 'user-1', phone: '13800000001', email: 'zhang@example.com' }
const about = { kind: 'case', key: '330102260302000001' }
const submitted = { item: '食品经营许可', caseNumber: about.key, time: '2026-03-02 09:00' }

async function openPost(t: Parameters<typeof openHall>[0]): Promise<Hall & { post: ReturnType<typeof aPostbox> }> {
  const post = aPostbox()
  return { ...(await openHall(t, { modules: [messages], outside: { messageGateway: post } })), post }
}

test('what concerns a case stands in the personal space at once, and goes out by SMS and e-mail after the commit', async (t) => {
  const hall = await openPost(t)
  await hall.act((act) => send(act, { template: 'caseSubmitted', values: submitted, to: zhang, about }))
  const { body } = await hall.as(aUser()).get('/my/messages')
  expect(body.items).toMatchObject([{ template: 'caseSubmitted', title: '申请已提交', about, sentAt: '2026-03-02T01:00:00.000Z' }])
  expect(body.items[0].text).toContain(about.key)
  expect(hall.post.inbox).toEqual([])
  await hall.settle()
  expect(hall.post.inbox.map(({ to }) => to).toSorted()).toEqual([zhang.phone, zhang.email].toSorted())
  expect(hall.post.lastTo(zhang.phone)).toBe(body.items[0].text)
  const told = await hall.act((act) => deliveriesAbout(act.tx, about))
  expect(told.map(({ channel, state, recipient }) => [channel, state, recipient])).toEqual([
    ['site', 'delivered', ''],
    ['sms', 'delivered', '138****0001'],
    ['email', 'delivered', 'z***@example.com'],
  ])
  expect(await hall.act((act) => messagesAbout(act.tx, about))).toHaveLength(1)
})

test('an act that fails tells nobody anything', async (t) => {
  const hall = await openPost(t)
  const failing = hall.act(async (act) => {
    await send(act, { template: 'caseSubmitted', values: submitted, to: zhang, about })
    throw new Error('the act failed')
  })
  await expect(failing).rejects.toThrow('the act failed')
  expect(await hall.settle()).toBe(0)
  expect(hall.post.inbox).toEqual([])
  expect((await hall.as(aUser()).get('/my/messages')).body.items).toEqual([])
})

test('telephone number, address and text lie hidden in the database', async (t) => {
  const hall = await openPost(t)
  await hall.act((act) => send(act, { template: 'oneTimeCode', values: { code: '482913', minutes: 5 }, to: { phone: zhang.phone } }))
  await hall.act((act) => send(act, { template: 'caseSubmitted', values: submitted, to: { phone: zhang.phone }, about }))
  const everything = async () =>
    JSON.stringify([
      (await sql`select * from messages.delivery`.execute(hall.house.db)).rows,
      (await sql`select data from pgboss.job`.execute(hall.house.db)).rows,
      (await sql`select * from kernel.audit`.execute(hall.house.db)).rows,
    ])
  for (const secret of ['482913', zhang.phone, '食品经营许可']) expect(await everything()).not.toContain(secret)
  await hall.settle()
  expect(hall.post.inbox.filter(({ text }) => /482913|食品经营许可/.test(text))).toHaveLength(2)
  for (const secret of ['482913', zhang.phone, '食品经营许可']) expect(await everything()).not.toContain(secret)
})

test('a code never stands in the personal space nor in an e-mail, and its text is forgotten once it was sent', async (t) => {
  const hall = await openPost(t)
  await hall.act((act) => send(act, { template: 'oneTimeCode', values: { code: '482913', minutes: 5 }, to: zhang }))
  await hall.settle()
  expect(hall.post.inbox.map(({ to, text }) => [to, text.includes('482913')])).toEqual([[zhang.phone, true]])
  expect((await hall.as(aUser()).get('/my/messages')).body.items).toEqual([])
  expect((await sql`select text_hidden from messages.delivery`.execute(hall.house.db)).rows).toEqual([{ text_hidden: null }])
})

test('who wants no SMS gets none about his cases, but codes all the same, in the language he chose', async (t) => {
  const hall = await openPost(t)
  const wish = { sms: false, email: true, language: 'en' }
  expect((await hall.as(aUser()).put('/my/message-preferences', wish)).body).toEqual(wish)
  expect((await hall.as(aUser()).get('/my/message-preferences')).body).toEqual(wish)
  await hall.act((act) => send(act, { template: 'caseSubmitted', values: submitted, to: zhang, about }))
  await hall.act((act) => send(act, { template: 'oneTimeCode', values: { code: '482913', minutes: 5 }, to: zhang }))
  await hall.settle()
  expect(hall.post.inbox.filter(({ to }) => to === zhang.phone)).toMatchObject([{ text: expect.stringContaining('Your code is 482913') }])
  expect(hall.post.inbox.filter(({ to }) => to === zhang.email)).toMatchObject([{ subject: 'Application handed in' }])
  expect((await hall.as(aUser('user-2')).get('/my/message-preferences')).body).toEqual({ sms: true, email: true, language: 'zh-CN' })
})

test('RA4-13 information goes to who agreed to it and to nobody else, and what he agreed to can be read', async (t) => {
  const hall = await openPost(t)
  const inform = () =>
    hall.act((act) => send(act, { template: 'information', values: { title: '新政策', text: '小微企业减免' }, to: zhang }))
  const mine = async () => (await hall.as(aUser()).get('/my/messages')).body.items.length
  await inform()
  expect([await mine(), await hall.settle()]).toEqual([0, 0])
  await hall.as(aUser()).post('/my/message-consents', { agreed: true })
  await hall.act((act) =>
    send(act, { template: 'information', values: { title: '新政策', text: '给别人' }, to: { accountId: 'user-2', phone: '13800000002' } }),
  )
  await inform()
  await hall.settle()
  expect(await mine()).toBe(1)
  expect(hall.post.inbox.map(({ to }) => to).toSorted()).toEqual([zhang.phone, zhang.email].toSorted())
  hall.clock.advance(1000)
  await hall.as(aUser()).post('/my/message-consents', { agreed: false })
  await inform()
  expect(await mine()).toBe(1)
  expect((await hall.as(aUser()).get('/my/message-consents')).body).toEqual([
    { agreed: false, at: '2026-03-02T01:00:01.000Z' },
    { agreed: true, at: '2026-03-02T01:00:00.000Z' },
  ])
  expect((await hall.as(aUser('user-2')).get('/my/message-consents')).body).toEqual([])
})
