import { openTestSandbox } from '@yiwang/sandbox/testing'
import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { mostAttempts } from './deliver.ts'
import { messages, sandboxGateway, send, type MessageGateway } from './index.ts'

const phone = '13800000001'
const ours = { bodyCode: '113301020025002871', division: '330102' }
const about = { kind: 'case', key: '330102260302000001' }
const looker = aClerk(['messages.lookDeliveries', 'messages.resend'])
type Context = Parameters<typeof openHall>[0]

/** The product and the outside world, over real HTTP. */
async function openBoth(t: Context, connections = 1) {
  const sandbox = await openTestSandbox()
  t.onTestFinished(() => sandbox.close())
  const gateway = sandboxGateway({ url: sandbox.address, key: 'messages-api-key', clock: sandbox.clock })
  const hall = await openHall(t, { modules: [messages], outside: { messageGateway: gateway }, connections })
  const inbox = async (to = phone) => (await sandbox.browse(`/inbox.json?to=${encodeURIComponent(to)}`)).body as unknown as object[]
  return { sandbox, hall, inbox }
}

async function tell(hall: Hall): Promise<string> {
  await hall.act((act) =>
    send(act, {
      template: 'caseRefused',
      values: { item: '食品经营许可', caseNumber: about.key, reason: '不属于本机关职权范围' },
      to: { phone, accountId: 'user-1' },
      about,
      from: ours,
    }),
  )
  const { rows } = await sql<{ id: string }>`select id from messages.delivery order by made_at desc, id desc limit 1`.execute(hall.house.db)
  return rows[0]?.id ?? ''
}
const stateOf = async (hall: Hall, id: string) => (await hall.as(looker).get(`/messages/deliveries/${id}`)).body
const mode = (sandbox: Awaited<ReturnType<typeof openTestSandbox>>, mode: string, times: number) =>
  sandbox.call('POST', '/modes', { service: 'messages', mode, times })

test('an SMS arrives at the recipient over HTTP, once, also when its job is delivered twice', async (t) => {
  const { hall, inbox } = await openBoth(t)
  const id = await tell(hall)
  expect(await inbox()).toEqual([])
  await hall.settle()
  await hall.runJob('messages.deliver', { deliveryId: id })
  expect(await inbox()).toMatchObject([{ kind: 'sms', to: phone, text: expect.stringContaining('理由：不属于本机关职权范围') }])
  expect(await stateOf(hall, id)).toMatchObject({
    state: 'delivered',
    attempts: 1,
    recipient: '138****0001',
    about,
    history: [{ number: 1, outcome: 'delivered', gatewayId: expect.any(String) }],
  })
})

test('two workers that carry the same message at once leave one in the inbox', async (t) => {
  const { hall, inbox } = await openBoth(t, 4)
  const id = await tell(hall)
  await Promise.all([1, 2, 3].map(() => hall.runJob('messages.deliver', { deliveryId: id })))
  expect(await inbox()).toHaveLength(1)
  expect((await stateOf(hall, id)).state).toBe('delivered')
  expect((await hall.published()).map((event) => event.name)).toEqual([])
})

test('of two who learn at once that a message did not arrive, one tells the others', async (t) => {
  const [both, waiting] = [Promise.withResolvers<void>(), { count: 0 }]
  const slow = async () => {
    waiting.count += 1
    if (waiting.count === 2) both.resolve()
    await both.promise
    return { outcome: 'undelivered' as const }
  }
  const hall = await openHall(t, { modules: [messages], outside: { messageGateway: { sms: slow, email: slow } }, connections: 4 })
  const id = await tell(hall)
  await Promise.all([1, 2].map(() => hall.runJob('messages.deliver', { deliveryId: id })))
  expect(await hall.published()).toHaveLength(1)
  expect((await stateOf(hall, id)).history).toHaveLength(2)
})

test('an answer that was lost is not a message that was lost, nor one sent twice', async (t) => {
  const { hall, sandbox, inbox } = await openBoth(t)
  const real = sandboxGateway({ url: sandbox.address, key: 'messages-api-key', clock: sandbox.clock })
  let lost = 0
  hall.house.outside.messageGateway = {
    ...real,
    sms: async (message) => {
      const receipt = await real.sms(message)
      lost += 1
      if (lost === 1) throw new Error('the answer did not come back')
      return receipt
    },
  }
  const id = await tell(hall)
  await expect(hall.runJob('messages.deliver', { deliveryId: id })).rejects.toThrow('the answer did not come back')
  expect((await stateOf(hall, id)).state).toBe('waiting')
  await hall.runJob('messages.deliver', { deliveryId: id })
  expect(await inbox()).toHaveLength(1)
  expect((await stateOf(hall, id)).history).toMatchObject([{ outcome: 'noAnswer' }, { outcome: 'delivered' }])
})

test('e-mails arrive with their subject', async (t) => {
  const { hall, inbox } = await openBoth(t)
  await hall.act((act) =>
    send(act, { template: 'licenceReady', values: { licence: '营业执照\r\nBcc: x@example.com' }, to: { email: 'Zhang@Example.com' } }),
  )
  await hall.settle()
  expect(await inbox('zhang@example.com')).toMatchObject([
    { kind: 'email', subject: '电子证照已签发', text: '您的“营业执照 Bcc: x@example.com”已签发，可在用户空间查看和下载。' },
  ])
})

test('R3-49 a gateway that fails is asked again until the message arrives, and every attempt is on record', async (t) => {
  const { hall, sandbox, inbox } = await openBoth(t)
  await mode(sandbox, 'failing', 2)
  const id = await tell(hall)
  for (let round = 1; round <= 2; round += 1)
    await expect(hall.runJob('messages.deliver', { deliveryId: id })).rejects.toMatchObject({ code: 'outside.noAnswer' })
  expect(await stateOf(hall, id)).toMatchObject({ state: 'waiting', attempts: 2 })
  expect(await inbox()).toEqual([])
  await hall.runJob('messages.deliver', { deliveryId: id })
  expect(await inbox()).toHaveLength(1)
  expect((await stateOf(hall, id)).history.map((attempt: { outcome: string }) => attempt.outcome)).toEqual([
    'noAnswer',
    'noAnswer',
    'delivered',
  ])
})

test('what the gateway could not deliver is told to others, and sent again when a clerk says so', async (t) => {
  const { hall, sandbox, inbox } = await openBoth(t)
  await mode(sandbox, 'undelivered', 1)
  const id = await tell(hall)
  await hall.settle()
  expect(await stateOf(hall, id)).toMatchObject({ state: 'undelivered', history: [{ outcome: 'undelivered' }] })
  expect(await hall.published()).toEqual([{ name: 'message.notDelivered', body: { deliveryId: id, template: 'caseRefused', about } }])
  expect(await inbox()).toEqual([])
  expect((await hall.as(looker).post(`/messages/deliveries/${id}/resending`)).status).toBe(200)
  await hall.settle()
  expect(await inbox()).toHaveLength(1)
  expect(await stateOf(hall, id)).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(await hall.as(looker).post(`/messages/deliveries/${id}/resending`)).toMatchObject({
    status: 409,
    body: { type: 'delivery.notFailed', state: 'delivered' },
  })
})

test('a gateway that never answers is given up after the last attempt, without another; sending again is a round of as many', async (t) => {
  let asked = 0
  const dead: MessageGateway = {
    sms: () => {
      asked += 1
      return Promise.reject(new Error('no answer'))
    },
    email: () => Promise.reject(new Error('no answer')),
  }
  const hall = await openHall(t, { modules: [messages], outside: { messageGateway: dead } })
  const id = await tell(hall)
  for (let round = 1; round < mostAttempts; round += 1)
    await expect(hall.runJob('messages.deliver', { deliveryId: id })).rejects.toThrow('no answer')
  expect(await hall.published()).toEqual([])
  await hall.runJob('messages.deliver', { deliveryId: id })
  await hall.runJob('messages.deliver', { deliveryId: id })
  expect(asked).toBe(mostAttempts)
  expect((await stateOf(hall, id)).state).toBe('failed')
  expect(await hall.published()).toHaveLength(1)
  expect((await hall.as(looker).post(`/messages/deliveries/${id}/resending`)).status).toBe(200)
  await expect(hall.runJob('messages.deliver', { deliveryId: id })).rejects.toThrow('no answer')
  expect(await stateOf(hall, id)).toMatchObject({ state: 'waiting', attempts: mostAttempts + 1 })
  for (let round = 2; round <= mostAttempts; round += 1) await hall.runJob('messages.deliver', { deliveryId: id }).catch(() => undefined)
  expect((await stateOf(hall, id)).state).toBe('failed')
  expect(await hall.published()).toHaveLength(2)
})

test('a number the gateway refuses fails at once, and a wrong key is no success', async (t) => {
  const { hall, sandbox, inbox } = await openBoth(t)
  await hall.act((act) => send(act, { template: 'accountEnabled', values: {}, to: { phone: '12345' } }))
  await hall.settle()
  const platform = aClerk(['messages.lookDeliveries', 'messages.lookPlatform'])
  const { items } = (await hall.as(platform).get('/messages/deliveries')).body
  expect(items).toMatchObject([{ state: 'failed', attempts: 1 }])
  const wrong = sandboxGateway({ url: sandbox.address, key: 'another-key', clock: sandbox.clock })
  expect(await wrong.sms({ id: 'x', to: phone, text: 'x' })).toEqual({ outcome: 'refused' })
  expect(await inbox()).toEqual([])
})

test('R3-49 a message made from a template has a record for SMS and one for the personal space, each with its state', async (t) => {
  const { hall, inbox } = await openBoth(t)
  await tell(hall)
  await hall.settle()
  const { items } = (await hall.as(looker).get(`/messages/deliveries?about=${about.key}`)).body
  expect(items.map(({ channel, state }: { channel: string; state: string }) => [channel, state])).toEqual([
    ['sms', 'delivered'],
    ['site', 'delivered'],
  ])
  expect(await inbox()).toHaveLength(1)
  expect((await hall.as(aUser()).get('/my/messages')).body.items).toMatchObject([{ title: '不予受理', about }])
})

test('the record is seen by the body that sent it, by number or case, and by nobody else', async (t) => {
  const { hall } = await openBoth(t)
  const id = await tell(hall)
  await hall.act((act) => send(act, { template: 'accountDisabled', values: { reason: '违规' }, to: { phone } }))
  await hall.settle()
  const found = async (actor: ReturnType<typeof aClerk>, query = '') =>
    (await hall.as(actor).get(`/messages/deliveries${query}`)).body.items.map((one: { template: string }) => one.template)
  expect(await found(looker, '?channel=sms')).toEqual(['caseRefused'])
  expect(await found(looker, `?to=${encodeURIComponent('+86 138 0000 0001')}&state=delivered&channel=sms`)).toEqual(['caseRefused'])
  expect(await found(looker, '?to=13800000002')).toEqual([])
  expect(await found(looker, `?about=${about.key}`)).toEqual(['caseRefused', 'caseRefused'])
  expect(await found(aClerk(['messages.lookDeliveries', 'messages.lookPlatform']), '?channel=sms')).toEqual([
    'accountDisabled',
    'caseRefused',
  ])
  const elsewhere = aClerk(['messages.lookDeliveries', 'messages.resend'], { body: '113700000045046442' })
  expect(await found(elsewhere)).toEqual([])
  expect((await hall.as(elsewhere).get(`/messages/deliveries/${id}`)).status).toBe(404)
  expect((await hall.as(elsewhere).post(`/messages/deliveries/${id}/resending`)).status).toBe(404)
  for (const [visitor, status] of [
    [hall.stranger, 401],
    [hall.as(aUser()), 403],
  ] as const) {
    expect((await visitor.get('/messages/deliveries')).status).toBe(status)
    expect((await visitor.get(`/messages/deliveries/${id}`)).status).toBe(status)
    expect((await visitor.post(`/messages/deliveries/${id}/resending`)).status).toBe(status)
  }
})

test('a code that did not arrive cannot be sent again: it is kept nowhere', async (t) => {
  const { hall, sandbox } = await openBoth(t)
  await mode(sandbox, 'undelivered', 1)
  await hall.act((act) => send(act, { template: 'oneTimeCode', values: { code: '482913', minutes: 5 }, to: { phone } }))
  await hall.settle()
  const platform = aClerk(['messages.lookDeliveries', 'messages.lookPlatform', 'messages.resend'])
  const { items } = (await hall.as(platform).get('/messages/deliveries?state=undelivered')).body
  expect((await hall.as(platform).post(`/messages/deliveries/${items[0].id}/resending`)).body.type).toBe('delivery.textForgotten')
})
