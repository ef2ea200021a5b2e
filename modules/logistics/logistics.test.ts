import type { AddressInfo } from 'node:net'
import { openTestSandbox, secrets, type TestSandbox } from '@yiwang/sandbox/testing'
import { aUser, openHall, type Hall } from '@yiwang/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test, type TestContext } from 'vitest'
import { WaybillState } from './contract.ts'
import { logistics, orderDelivery, sandboxCourier, waybillsOf } from './index.ts'
import { movesOn } from './movement.ts'

const subject = { kind: 'case', key: '33010220260302000000' }
const hallParty = { name: '上城区政务服务中心', phone: '0571-00000000', division: '330102', address: '便民路1号' }
const home = { name: '张测试', phone: '13800000001', division: '330106', address: '样例路2号' }
const wish = {
  subject,
  direction: 'delivery',
  accountId: 'user-1',
  body: { code: '113301020025002871', division: '330102' },
  sender: hallParty,
  recipient: home,
  goods: '食品经营许可证',
  payer: 'recipient',
} as const

async function open(t: TestContext): Promise<{ hall: Hall; sandbox: TestSandbox }> {
  const sandbox = await openTestSandbox()
  t.onTestFinished(() => sandbox.close())
  let port = 0
  const courier = () =>
    sandboxCourier({
      url: sandbox.address,
      secret: secrets.courier,
      clock: sandbox.clock,
      notifyUrl: `http://127.0.0.1:${port}/api/v1/logistics/callbacks`,
    })
  const hall = await openHall(t, {
    modules: [logistics],
    connections: 2,
    outside: { courier: { order: (asked) => courier().order(asked), isItsCallback: (sent) => courier().isItsCallback(sent) } },
  })
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  port = (hall.app.server.address() as AddressInfo).port
  return { hall, sandbox }
}

const mode = (sandbox: TestSandbox, name: string, more: object = {}) =>
  fetch(`${sandbox.address}/modes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'courier', mode: name, ...more }),
  })
const waybill = async (hall: Hall) => (await waybillsOf(hall.house.db, subject))[0]
const news = async (hall: Hall) => (await hall.published()).map((event) => event.body['state'])

async function push(hall: Hall, sandbox: TestSandbox, ...states: string[]): Promise<void> {
  for (const state of states) {
    sandbox.clock.advance(60)
    hall.clock.advance(60_000)
    await sandbox.browse(`/courier/${(await waybill(hall))?.courierNumber}/events`, { state })
    await sandbox.runDue()
  }
}

test('a result travels: ordered after the commit, every step told once, the end is the signature', async (t) => {
  const { hall, sandbox } = await open(t)
  await hall.act((act) => orderDelivery(act, wish))
  expect((await waybill(hall))?.courierNumber).toBeUndefined()
  await hall.settle()
  await sandbox.runDue()
  expect(await waybill(hall)).toMatchObject({ state: 'accepted', feeFen: 1200 })
  await push(hall, sandbox, 'pickedUp', 'inTransit', 'outForDelivery', 'signed')
  expect(await waybill(hall)).toMatchObject({ state: 'signed' })
  expect(await news(hall)).toEqual(['accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed'])
  expect((await waybill(hall))?.movements).toHaveLength(5)
})

test('doubled, replayed and late news never takes the state back', async (t) => {
  const { hall, sandbox } = await open(t)
  await hall.act((act) => orderDelivery(act, wish))
  await mode(sandbox, 'callbackDoubled')
  await hall.settle()
  await sandbox.runDue()
  await mode(sandbox, 'callbackReplayed', { times: 1 })
  await push(hall, sandbox, 'pickedUp', 'inTransit')
  await mode(sandbox, 'callbackOutOfOrder', { times: 1 })
  await push(hall, sandbox, 'outForDelivery', 'signed')
  expect(await waybill(hall)).toMatchObject({ state: 'signed' })
  const told = await news(hall)
  expect(new Set(told).size).toBe(told.length)
  expect(told).toEqual(['accepted', 'pickedUp', 'inTransit', 'signed'])
})

test('news that bears another waybill’s number is kept out; the true one counts, once', async (t) => {
  const { hall, sandbox } = await open(t)
  await hall.act((act) => orderDelivery(act, wish))
  await hall.settle()
  await sandbox.runDue()
  await mode(sandbox, 'callbackOtherWaybill', { times: 1 })
  await push(hall, sandbox, 'pickedUp')
  expect((await waybill(hall))?.movements.map((one) => one.state)).toEqual(['accepted', 'pickedUp'])
  expect(await news(hall)).toEqual(['accepted', 'pickedUp'])
  const kept = await sql<{ n: string }>`select count(*) as n from logistics.callback`.execute(hall.house.db)
  expect(Number(kept.rows[0]?.n)).toBe(3)
})

test('a forged callback is refused', async (t) => {
  const { hall } = await open(t)
  const number = await hall.act((act) => orderDelivery(act, wish))
  const forged = {
    event: 'waybill.moved',
    callbackId: 'x',
    waybillNo: 'x',
    merchantWaybillNo: number,
    sequence: 1,
    state: 'signed',
    at: '2026-03-02T01:00:00Z',
    place: '',
    remark: '',
  }
  expect((await hall.stranger.post('/logistics/callbacks', forged)).body.type).toBe('waybill.callbackForged')
  expect((await waybill(hall))?.state).toBe('asked')
})

test('R5B-230 R5B-235 materials to the hall and results to the applicant go by one courier, each state after the other and none taken back', async (t) => {
  const { hall, sandbox } = await open(t)
  const inward = {
    ...wish,
    direction: 'pickUp',
    sender: home,
    recipient: hallParty,
    goods: '申请材料',
    subject: { kind: 'case', key: 'inward' },
  } as const
  await hall.act((act) => orderDelivery(act, inward))
  await hall.act((act) => orderDelivery(act, wish))
  await hall.settle()
  await sandbox.runDue()
  const inwardBill = async () => (await waybillsOf(hall.house.db, inward.subject))[0]
  expect([(await inwardBill())?.courierNumber, (await waybill(hall))?.courierNumber].every((number) => number !== undefined)).toBe(true)
  for (const state of ['pickedUp', 'inTransit', 'outForDelivery', 'signed']) {
    sandbox.clock.advance(60)
    hall.clock.advance(60_000)
    await sandbox.browse(`/courier/${(await inwardBill())?.courierNumber}/events`, { state })
    await sandbox.runDue()
  }
  expect(await inwardBill()).toMatchObject({ direction: 'pickUp', state: 'signed' })
  const { movements = [] } = (await inwardBill()) ?? {}
  expect(movements.map(({ state }) => state)).toEqual(['accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed'])
  expect(movements.map(({ at }) => at)).toEqual(movements.map(({ at }) => at).toSorted())
  await sandbox.browse(`/courier/${(await inwardBill())?.courierNumber}/events`, { state: 'inTransit' })
  await sandbox.runDue()
  expect((await inwardBill())?.state).toBe('signed')
  expect((await waybill(hall))?.state).toBe('accepted')
})

test('a courier who is away is asked again later', async (t) => {
  const { hall, sandbox } = await open(t)
  await mode(sandbox, 'noCourier', { times: 1 })
  await hall.act((act) => orderDelivery(act, wish))
  await hall.settle()
  await hall.runJob('logistics.orderWaiting')
  expect((await waybill(hall))?.courierNumber).toBeUndefined()
  hall.clock.advance(5 * 60_000)
  sandbox.clock.advance(300)
  await hall.runJob('logistics.orderWaiting')
  expect((await waybill(hall))?.courierNumber).toBeDefined()
})

test('what the courier refuses is refused at once, with its reason, told once and not asked for again', async (t) => {
  const { hall, sandbox } = await open(t)
  await mode(sandbox, 'waybillRefused', { times: 1 })
  await hall.act((act) => orderDelivery(act, wish))
  await hall.settle()
  const refused = { state: 'refused', refusedWhy: '收件地址不在派送范围', movements: [] }
  expect(await waybill(hall)).toMatchObject(refused)
  expect(await news(hall)).toEqual(['refused'])
  hall.clock.advance(24 * 3_600_000)
  sandbox.clock.advance(24 * 3600)
  await hall.runJob('logistics.orderWaiting')
  await hall.settle()
  expect(await waybill(hall)).toMatchObject(refused)
  expect(await news(hall)).toEqual(['refused'])
  expect((await hall.as(aUser('user-1')).get('/my/waybills')).body.items).toMatchObject([refused])
})

test('a courier who never answers is asked twelve times over more than a day, each time later, and then no more', async (t) => {
  const { hall, sandbox } = await open(t)
  await mode(sandbox, 'noCourier')
  await hall.act((act) => orderDelivery(act, wish))
  await hall.settle()
  const asked = async () =>
    (await sql<{ attempts: number }>`select attempts from logistics.waybill`.execute(hall.house.db)).rows[0]?.attempts
  let waited = 0
  while ((await waybill(hall))?.state === 'asked') {
    const before = await asked()
    await hall.runJob('logistics.orderWaiting')
    expect(await asked()).toBe(before)
    while ((await asked()) === before) {
      waited += 5
      hall.clock.advance(5 * 60_000)
      sandbox.clock.advance(300)
      await hall.runJob('logistics.orderWaiting')
    }
  }
  expect(await asked()).toBe(12)
  expect(waited).toBeGreaterThan(24 * 60)
  expect(await waybill(hall)).toMatchObject({ state: 'refused', refusedWhy: '快递公司多次没有应答' })
  await mode(sandbox, 'noCourier', { on: false })
  hall.clock.advance(24 * 3_600_000)
  await hall.runJob('logistics.orderWaiting')
  expect(await news(hall)).toEqual(['refused'])
})

test('only the owner sees a waybill, and no name or address stands readable in the database', async (t) => {
  const { hall } = await open(t)
  await hall.act((act) => orderDelivery(act, wish))
  expect((await hall.stranger.get('/my/waybills')).status).toBe(401)
  expect((await hall.as(aUser('user-2')).get('/my/waybills')).body.items).toEqual([])
  expect((await hall.as(aUser('user-1')).get('/my/waybills')).body.items).toMatchObject([{ goods: '食品经营许可证', state: 'asked' }])
  const text = JSON.stringify((await sql`select w::text as row from logistics.waybill w`.execute(hall.house.db)).rows)
  for (const secret of ['张测试', '样例路2号', '13800000001']) expect(text).not.toContain(secret)
})

const states = (WaybillState as unknown as { enum: WaybillState[] }).enum

test('no sequence of news leads out of an end or backwards', () => {
  const ends = ['signed', 'returned', 'lost', 'cancelled']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...states)), (sequence) => {
      let state: WaybillState = 'asked'
      for (const next of sequence) {
        if (!movesOn(state, next)) continue
        expect(ends).not.toContain(state)
        expect(movesOn(next, state)).toBe(false)
        state = next
      }
    }),
  )
})
