import { openTestSandbox, secrets } from '@yiwang/sandbox/testing'
import { aClerk, aUser } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test, type TestContext } from 'vitest'
import { balances, cancelNotices } from './index.ts'
import {
  aNotice,
  body,
  mode,
  openBeside,
  openCashier,
  pay,
  payer,
  settled,
  stateOf,
  subject,
  total,
  type Opened,
} from './payments.testing.ts'

const open = async (t: TestContext) => openBeside(await openTestSandbox(), secrets.payments, t)

const cashier = aClerk(['payments.mend'])
const voucher = { reason: '原路退回失败，已转账至申请人账户', reference: '凭证 2026-0317' }
const openOnes = async ({ hall }: Opened) => (await hall.as(cashier).get('/payments/discrepancies')).body.items
const mended = async ({ hall }: Opened) => (await hall.as(cashier).get('/payments/discrepancies?state=mended')).body.items
const ask = ({ hall }: Opened, id: string) => hall.as(cashier).post(`/payments/discrepancies/${id}/asking`)
const mend = ({ hall }: Opened, id: string, input: object = voucher) =>
  hall.as(cashier).post(`/payments/discrepancies/${id}/mending`, input)
const published = async ({ hall }: Opened, name: string) => (await hall.published()).filter((event) => event.name === name)
const refunds = async ({ hall }: Opened) =>
  (await sql<{ state: string }>`select state from payments.refund order by refund_number`.execute(hall.house.db)).rows.map(
    ({ state }) => state,
  )

/** A notice that was paid, and a refund of it the platform refused. */
async function refused(opened: Opened): Promise<string> {
  const { number } = await aNotice(opened)
  await pay(opened, number)
  await mode(opened.sandbox, 'refundRefused', { times: 1 })
  const asked = await opened.hall
    .as(aClerk(['payments.refund']))
    .post(`/payments/${number}/refunds`, { amountFen: 3200, reason: '撤回申请' })
  expect(asked.status).toBe(200)
  await opened.hall.settle()
  return number
}

test('a refund the platform refuses waits for somebody, with the platform’s reason; it is not asked for twice meanwhile', async (t) => {
  const opened = await open(t)
  const number = await refused(opened)
  const expected = {
    kind: 'refundRefused',
    about: `${number}-R1`,
    noticeNumber: number,
    amountFen: 3200,
    why: '付款账户已注销，不能原路退回',
  }
  expect(await openOnes(opened)).toMatchObject([
    { ...expected, payerName: '张测试', refundReason: '撤回申请', subject, state: 'open', times: 1 },
  ])
  expect(await published(opened, 'payment.refundRefused')).toHaveLength(1)
  expect(await stateOf(opened.hall)).toBe('paid')
  const again = await opened.hall.as(aClerk(['payments.refund'])).post(`/payments/${number}/refunds`, { amountFen: 1, reason: '再退' })
  expect(again.body).toMatchObject({ type: 'payment.refundTooMuch', left: 0 })
  opened.hall.clock.advance(3_600_000)
  await opened.hall.runJob('payments.refundWaiting')
  expect(await refunds(opened)).toEqual(['refused'])
})

test('asked again, the same refund goes through once; the list is empty and keeps who and when', async (t) => {
  const opened = await open(t)
  await refused(opened)
  const [{ id }] = await openOnes(opened)
  await mode(opened.sandbox, 'refundRefused', { times: 1 })
  expect((await ask(opened, id)).status).toBe(200)
  await opened.hall.settle()
  expect(await openOnes(opened)).toMatchObject([{ id, times: 2 }])
  expect((await ask(opened, id)).status).toBe(200)
  await opened.hall.settle()
  await opened.sandbox.runDue()
  expect(await openOnes(opened)).toEqual([])
  expect(await mended(opened)).toMatchObject([{ id, mendedHow: 'platform', mendedAt: expect.any(String) }])
  expect(await stateOf(opened.hall)).toBe('refunded')
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 0, refunded: 3200 })
  expect(await published(opened, 'payment.refunded')).toHaveLength(1)
  expect((await ask(opened, id)).body.type).toBe('payment.discrepancyMended')
})

test('given back otherwise: with a reason and a voucher, out of the body’s own account, once, and who did it stays', async (t) => {
  const opened = await open(t)
  await refused(opened)
  const [{ id }] = await openOnes(opened)
  for (const lacking of [{}, { reason: voucher.reason }, { ...voucher, reference: '  ' }])
    expect((await mend(opened, id, lacking)).status).toBe(400)
  expect(await openOnes(opened)).toHaveLength(1)
  expect((await mend(opened, id)).status).toBe(200)
  expect((await mend(opened, id)).body.type).toBe('payment.discrepancyMended')
  expect(await mended(opened)).toMatchObject([{ id, mendedHow: 'otherwise', mendedBy: expect.any(String), ...voucher }])
  expect(await stateOf(opened.hall)).toBe('refunded')
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 3200, treasury: -3200, refunded: 3200 })
  expect(await refunds(opened)).toEqual(['otherwise'])
  expect(await published(opened, 'payment.refunded')).toHaveLength(1)
  expect((await opened.hall.audited()).filter(({ act }) => act.includes('mendDiscrepancy'))).toMatchObject([
    { actor_id: cashier.id, outcome: 'done', subject: { id } },
  ])
})

test('a refund nobody answers is asked for again, and after a day stands in the list until it is answered', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  await pay(opened, number)
  await mode(opened.sandbox, 'failing')
  await opened.hall.as(aClerk(['payments.refund'])).post(`/payments/${number}/refunds`, { amountFen: 3200, reason: '撤回申请' })
  await expect(opened.hall.settle()).rejects.toMatchObject({ code: 'outside.noAnswer' })
  opened.hall.clock.advance(11 * 60_000)
  await opened.hall.runJob('payments.refundWaiting')
  expect(await openOnes(opened)).toEqual([])
  opened.hall.clock.advance(24 * 3_600_000)
  opened.sandbox.clock.advance(24 * 3600 + 660)
  await opened.hall.runJob('payments.refundWaiting')
  expect(await openOnes(opened)).toMatchObject([{ kind: 'refundUnanswered', about: `${number}-R1` }])
  await mode(opened.sandbox, 'failing', { on: false })
  opened.hall.clock.advance(11 * 60_000)
  opened.sandbox.clock.advance(660)
  await opened.hall.runJob('payments.refundWaiting')
  expect(await openOnes(opened)).toEqual([])
  expect(await refunds(opened)).toEqual(['refunded'])
})

test('what the platform says against us is listed once, and goes when it says what fits', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackWrongAmount', { times: 1 })
  const { number } = await aNotice(opened)
  await pay(opened, number)
  expect(await openOnes(opened)).toMatchObject([{ kind: 'orderContradicted', about: `${number}-1`, noticeNumber: number, amountFen: 3200 }])
  const [{ id }] = await openOnes(opened)
  expect(await stateOf(opened.hall)).toBe('due')
  expect((await ask(opened, id)).status).toBe(200)
  await opened.hall.settle()
  expect(await stateOf(opened.hall)).toBe('paid')
  expect(await openOnes(opened)).toEqual([])
  expect(await total(opened.hall)).toBe(0)
})

test('a notice that is cancelled closes its order: nobody can pay it any more', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  const page = await openCashier(opened, number)
  await opened.hall.act((act) => cancelNotices(act, subject))
  await opened.hall.settle()
  const theirs = await opened.sandbox.call('GET', `/payments/orders/${number}-1`)
  expect(theirs.body['state']).toBe('closed')
  await opened.sandbox.browse(`${page}/payment`, { channel: 'wechat' })
  await opened.sandbox.runDue()
  expect(await stateOf(opened.hall)).toBe('cancelled')
  expect(await settled(opened.hall)).toEqual([])
  expect((await opened.hall.as(payer).post(`/my/payments/${number}/order`)).body.type).toBe('payment.notDue')
  expect(await openOnes(opened)).toEqual([])
})

test('a platform that was down when the notice was cancelled closes the order later', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  await mode(opened.sandbox, 'failing', { times: 1 })
  await opened.hall.act((act) => cancelNotices(act, subject))
  await expect(opened.hall.settle()).rejects.toMatchObject({ code: 'outside.noAnswer' })
  opened.hall.clock.advance(120_000)
  opened.sandbox.clock.advance(120)
  await opened.hall.runJob('payments.inquire')
  await opened.hall.settle()
  expect((await opened.sandbox.call('GET', `/payments/orders/${number}-1`)).body['state']).toBe('closed')
})

test('money that comes after the notice was cancelled is booked and goes back by itself, once', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  await mode(opened.sandbox, 'paymentCrossesClosure', { times: 1 })
  await opened.hall.act((act) => cancelNotices(act, subject))
  await opened.hall.settle()
  await opened.sandbox.runDue()
  await opened.hall.settle()
  expect(await stateOf(opened.hall)).toBe('cancelled')
  expect(await settled(opened.hall)).toEqual([])
  expect(await published(opened, 'payment.surplus')).toHaveLength(1)
  expect(await published(opened, 'payment.refunded')).toMatchObject([{ body: { number, refundedFen: 3200 } }])
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: 0, receivable: 0, platform: 0 })
  expect((await opened.sandbox.call('GET', `/payments/orders/${number}-1`)).body).toMatchObject({ state: 'paid', refunded: 3200 })
})

test('money that comes too late and cannot go back stands in the list, and the ledger says we owe it', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  await mode(opened.sandbox, 'paymentCrossesClosure', { times: 1 })
  await mode(opened.sandbox, 'refundRefused', { times: 1 })
  await opened.hall.act((act) => cancelNotices(act, subject))
  await opened.hall.settle()
  expect(await openOnes(opened)).toMatchObject([{ kind: 'refundRefused', refundReason: '缴款单已撤销，原路退回' }])
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: 0, receivable: -3200, platform: 3200 })
  const [{ id }] = await openOnes(opened)
  expect((await mend(opened, id)).status).toBe(200)
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: 0, receivable: 0, platform: 3200, treasury: -3200 })
  expect(await stateOf(opened.hall)).toBe('cancelled')
})

test('strangers, users, other clerks and the cashier of another body see and mend nothing', async (t) => {
  const opened = await open(t)
  const { hall } = opened
  await refused(opened)
  const [{ id }] = await openOnes(opened)
  const acts: [string, string, object?][] = [
    ['get', '/payments/discrepancies'],
    ['post', `/payments/discrepancies/${id}/asking`],
    ['post', `/payments/discrepancies/${id}/mending`, voucher],
  ]
  for (const [method, path, input] of acts) {
    const send = (who: ReturnType<typeof hall.as>) => (method === 'get' ? who.get(path) : who.post(path, input))
    expect((await send(hall.stranger)).status).toBe(401)
    for (const other of [aUser('user-1'), aClerk(['payments.look', 'payments.refund'])])
      expect((await send(hall.as(other))).status).toBe(403)
    const elsewhere = await send(hall.as(aClerk(['payments.mend'], { body: '113700000045046442' })))
    if (method === 'get') expect(elsewhere.body.items).toEqual([])
    else expect(elsewhere.body.type).toBe('payment.discrepancyNotFound')
  }
  expect(await openOnes(opened)).toMatchObject([{ id, state: 'open', times: 1 }])
  expect(await refunds(opened)).toEqual(['refused'])
  expect(body.code).not.toBe('113700000045046442')
})

test('the list is paged by key, newest first', async (t) => {
  const opened = await open(t)
  const numbers = [await refused(opened), await refused(opened), await refused(opened)].map((number) => `${number}-R1`)
  const page = async (after?: string) =>
    (await opened.hall.as(cashier).get(`/payments/discrepancies?limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`)).body
  const first = await page()
  const second = await page(first.next)
  const seen = [...first.items, ...second.items].map(({ about }: { about: string }) => about)
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined])
  expect(seen.toSorted()).toEqual(numbers.toSorted())
})
