import { signRequest } from '@yiwang/kernel'
import { openTestSandbox, secrets } from '@yiwang/sandbox/testing'
import { aClerk, aUser } from '@yiwang/testing'
import fc from 'fast-check'
import { expect, test, type TestContext } from 'vitest'
import { balances, cancelNotices, issueNotice } from './index.ts'
import { judge } from './order-state.ts'
import { subject, body, items, payer, openBeside, aNotice, openCashier, pay, mode, stateOf, settled, total } from './payments.testing.ts'

const open = async (t: TestContext) => openBeside(await openTestSandbox(), secrets.payments, t)

test('R5B-088 pressing the button pays nothing: the notice is paid when the platform says so, over HTTP and signed', async (t) => {
  const opened = await open(t)
  const { number, amountFen } = await aNotice(opened)
  expect(amountFen).toBe(3200)
  await openCashier(opened, number)
  expect(await stateOf(opened.hall)).toBe('due')
  await pay(opened, number)
  expect(await stateOf(opened.hall)).toBe('paid')
  expect(await settled(opened.hall)).toMatchObject([{ body: { number, subject, amountFen: 3200 } }])
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 3200 })
  expect((await opened.hall.as(payer).post(`/my/payments/${number}/order`)).body.type).toBe('payment.notDue')
})

test('a notice is its payer’s: strangers, other people and clerks of other bodies get nothing', async (t) => {
  const opened = await open(t)
  const { hall } = opened
  const { number } = await aNotice(opened)
  for (const path of ['/my/payments', `/my/payments/${number}`]) expect((await hall.stranger.get(path)).status).toBe(401)
  expect((await hall.as(aUser('user-2')).get(`/my/payments/${number}`)).status).toBe(404)
  expect((await hall.as(aUser('user-2')).post(`/my/payments/${number}/order`)).status).toBe(404)
  expect((await hall.as(aUser('user-2')).get('/my/payments')).body.items).toEqual([])
  expect((await hall.as(payer).get('/my/payments')).body.items).toHaveLength(1)
  const elsewhere = hall.as(aClerk(['payments.look', 'payments.refund'], { body: '113700000045046442' }))
  expect((await elsewhere.get('/payments')).body.items).toEqual([])
  expect((await elsewhere.post(`/payments/${number}/refunds`, { amountFen: 1, reason: '试' })).status).toBe(404)
  expect((await hall.as(payer).post(`/payments/${number}/refunds`, { amountFen: 1, reason: '试' })).status).toBe(403)
})

test('a clerk finds the notices of a case, and shows the payer the cashier; a clerk of another body does neither', async (t) => {
  const opened = await open(t)
  const { hall, sandbox } = opened
  const { number } = await aNotice(opened)
  const clerk = hall.as(aClerk(['payments.look', 'payments.collect']))
  const ofCase = (key: string) => `/payments?subjectKind=case&subjectKey=${key}`
  expect((await clerk.get(ofCase(subject.key))).body.items.map((notice: { number: string }) => notice.number)).toEqual([number])
  expect((await clerk.get(ofCase('33010220260302000001'))).body.items).toEqual([])
  const elsewhere = hall.as(aClerk(['payments.look', 'payments.collect'], { body: '113700000045046442' }))
  expect((await elsewhere.get(ofCase(subject.key))).body.items).toEqual([])
  expect((await elsewhere.post(`/payments/${number}/order`)).status).toBe(404)
  expect((await hall.as(aClerk(['payments.look'])).post(`/payments/${number}/order`)).status).toBe(403)
  expect((await hall.stranger.post(`/payments/${number}/order`)).status).toBe(401)
  const cashier = await clerk.post(`/payments/${number}/order`)
  expect(await stateOf(hall)).toBe('due')
  await sandbox.browse(`${new URL(cashier.body.cashierUrl).pathname}/payment`, { channel: 'wechat' })
  await sandbox.runDue()
  expect(await stateOf(hall)).toBe('paid')
  expect((await clerk.post(`/payments/${number}/order`)).body.type).toBe('payment.notDue')
})

test('a forged callback is refused and changes nothing', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackForged', { times: 1 })
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  await opened.sandbox.runDue()
  expect(await stateOf(opened.hall)).toBe('due')
  const forged = { event: 'payment.paid', callbackId: 'x1', merchantOrderNo: `${number}-1`, amount: 3200 }
  expect((await opened.hall.stranger.post('/payments/callbacks', forged)).body.type).toBe('payment.callbackForged')
  expect(await settled(opened.hall)).toEqual([])
})

test('R5B-221 a doubled callback settles once', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackDoubled', { times: 1 })
  await pay(opened, (await aNotice(opened)).number)
  expect(await settled(opened.hall)).toHaveLength(1)
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 3200 })
})

test('a callback that overtakes the answer to the order settles it', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackEarly', { times: 1 })
  await openCashier(opened, (await aNotice(opened)).number)
  await opened.sandbox.runDue()
  expect(await stateOf(opened.hall)).toBe('paid')
  expect(await settled(opened.hall)).toHaveLength(1)
})

test('a lost callback is found by asking', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackLost', { times: 1 })
  await pay(opened, (await aNotice(opened)).number)
  expect(await stateOf(opened.hall)).toBe('due')
  opened.sandbox.clock.advance(120)
  opened.hall.clock.advance(120_000)
  await opened.hall.runJob('payments.inquire')
  expect(await stateOf(opened.hall)).toBe('paid')
  await opened.hall.runJob('payments.inquire')
  expect(await settled(opened.hall)).toHaveLength(1)
})

test('a rightly signed wrong amount is never booked; somebody is told', async (t) => {
  const opened = await open(t)
  await mode(opened.sandbox, 'callbackWrongAmount', { times: 1 })
  await pay(opened, (await aNotice(opened)).number)
  expect(await stateOf(opened.hall)).toBe('due')
  expect((await opened.hall.published()).map((event) => event.name)).toContain('payment.contradicted')
  expect(await total(opened.hall)).toBe(0)
})

test('opening the cashier twice at once gives one order', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  const answers = await Promise.all([1, 2, 3].map(() => opened.hall.as(payer).post(`/my/payments/${number}/order`)))
  expect(new Set(answers.map((answer) => answer.body.cashierUrl)).size).toBe(1)
})

test('a refund goes back once, never more than was paid, part by part', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  const clerk = opened.hall.as(aClerk(['payments.refund']))
  expect((await clerk.post(`/payments/${number}/refunds`, { amountFen: 100, reason: '重复缴费' })).body.type).toBe('payment.notPaid')
  await pay(opened, number)
  expect((await clerk.post(`/payments/${number}/refunds`, { amountFen: 1200, reason: '不需邮寄' })).status).toBe(200)
  expect((await clerk.post(`/payments/${number}/refunds`, { amountFen: 2001, reason: '多退' })).body).toMatchObject({
    type: 'payment.refundTooMuch',
    left: 2000,
  })
  expect((await clerk.post(`/payments/${number}/refunds`, { amountFen: 2000, reason: '撤回' })).status).toBe(200)
  await opened.hall.settle()
  await opened.sandbox.runDue()
  expect(await stateOf(opened.hall)).toBe('refunded')
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 0, refunded: 3200 })
  expect((await opened.hall.published()).filter((event) => event.name === 'payment.refunded')).toHaveLength(2)
})

test('what is still owed falls away with the case; what is paid stays', async (t) => {
  const opened = await open(t)
  await aNotice(opened)
  await opened.hall.act((act) => cancelNotices(act, subject))
  expect(await stateOf(opened.hall)).toBe('cancelled')
  expect(await balances(opened.hall.house.db)).toEqual({ revenue: 0, receivable: 0 })
  const paid = await open(t)
  await pay(paid, (await aNotice(paid)).number)
  await paid.hall.act((act) => cancelNotices(act, subject))
  expect(await stateOf(paid.hall)).toBe('paid')
  expect(await balances(paid.hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 3200 })
})

test('a platform that is down is said to be down, and the order can be asked for again', async (t) => {
  const opened = await open(t)
  const { number } = await aNotice(opened)
  await mode(opened.sandbox, 'failing', { times: 1 })
  expect(await opened.hall.as(payer).post(`/my/payments/${number}/order`)).toMatchObject({
    status: 503,
    body: { type: 'outside.noAnswer' },
  })
  await pay(opened, number)
  expect(await stateOf(opened.hall)).toBe('paid')
})

test('R5B-219 each notice has a number of its own and its sum; where nothing is charged none is issued', async (t) => {
  const opened = await open(t)
  const [one, two] = [await aNotice(opened), await aNotice(opened)]
  expect(one.number).not.toBe(two.number)
  expect([one.amountFen, two.amountFen]).toEqual([3200, 3200])
  const issue = (over: object) =>
    opened.hall.act((act) => issueNotice(act, { subject, body, payer: { accountId: 'user-1', name: '张测试' }, items, ...over }))
  for (const none of [[], [{ code: 'F01', name: '工本费', amountFen: 0 }]])
    await expect(issue({ items: none })).rejects.toMatchObject({ code: 'payment.nothingOwed' })
  expect((await opened.hall.as(payer).get('/my/payments')).body.items).toHaveLength(2)
})

test('R5B-220 the platform is asked with number, sum and collecting body under a signature; another key or another sum is refused', async (t) => {
  const opened = await open(t)
  const { hall, sandbox } = opened
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  const order = { merchantOrderNo: `${number}-1`, amount: 3200, collectingBody: body.code, divisionCode: body.division }
  const asked = await sandbox.call('GET', `/payments/orders/${order.merchantOrderNo}`)
  expect(asked.body).toMatchObject({ merchantOrderNo: order.merchantOrderNo, amount: 3200, collectingBody: body.code })
  const again = { ...order, merchantOrderNo: 'X-1', subject: '费', feeItems: [{ code: 'F01', name: '费', amount: 3200 }] }
  const sent = { ...again, notifyUrl: 'http://127.0.0.1:1/x', returnUrl: 'http://127.0.0.1:8080/' }
  expect((await sandbox.call('POST', '/payments/orders', sent, { secret: 'another-secret' })).status).toBe(401)
  // signed for one sum, sent with another
  const target = '/payments/orders'
  const altered = JSON.stringify({ ...sent, amount: 1, feeItems: [{ code: 'F01', name: '费', amount: 1 }] })
  const at = { method: 'POST' as const, path: target, appId: 'yiwang', secret: secrets.payments, body: Buffer.from(JSON.stringify(sent)) }
  const headers = { ...signRequest(at, sandbox.clock.now()), 'content-type': 'application/json' }
  expect((await fetch(`${sandbox.address}${target}`, { method: 'POST', headers, body: altered })).status).toBe(401)
  expect((await sandbox.call('GET', '/payments/orders/X-1')).body['type']).toBe('order.notFound')
  expect(await stateOf(hall)).toBe('due')
})

test('R7-080 a package that was changed on its way is not believed, and one that comes again is known', async (t) => {
  const opened = await open(t)
  const { hall } = opened
  const { number } = await aNotice(opened)
  await openCashier(opened, number)
  const path = '/api/v1/payments/callbacks'
  const told = {
    event: 'payment.paid',
    callbackId: 'c1',
    merchantOrderNo: `${number}-1`,
    amount: 3200,
    channel: 'wechat',
    transactionNo: 'T1',
  }
  const signed = (content: object, at = hall.clock.now()) => {
    const bytes = Buffer.from(JSON.stringify(content))
    return { bytes, headers: signRequest({ method: 'POST', path, appId: 'sandbox.payments', secret: secrets.payments, body: bytes }, at) }
  }
  const send = (bytes: Buffer, headers: object) =>
    hall.stranger.post(path, undefined, { payload: bytes, headers: { ...headers, 'content-type': 'application/json' } })
  const right = signed(told)
  for (const change of [{ amount: 1 }, { merchantOrderNo: `${number}-2` }, { transactionNo: 'T2' }])
    expect((await send(Buffer.from(JSON.stringify({ ...told, ...change })), right.headers)).body.type).toBe('payment.callbackForged')
  const stale = signed(told, new Date(hall.clock.now().getTime() - 6 * 60_000))
  expect((await send(stale.bytes, stale.headers)).body.type).toBe('payment.callbackForged')
  expect(await stateOf(hall)).toBe('due')
  for (let time = 0; time < 2; time += 1) expect((await send(right.bytes, right.headers)).status).toBe(200)
  expect(await stateOf(hall)).toBe('paid')
  expect(await settled(hall)).toHaveLength(1)
  expect(await balances(hall.house.db)).toEqual({ revenue: -3200, receivable: 0, platform: 3200 })
})

const ours = ['asked', 'open', 'paid', 'closed'] as const
const theirs = ['open', 'paid', 'closed', 'expired'] as const

test('money is booked only for the amount asked for, and what is paid never becomes anything else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ours),
      fc.constantFrom(...theirs),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (mine, other, asked, told) => {
        const verdict = judge({ state: mine, amountFen: asked }, { state: other, amountFen: told })
        if (verdict === 'settle') expect([asked, other, mine === 'paid']).toEqual([told, 'paid', false])
        if (asked !== told) expect(verdict).toBe('contradiction')
        if (mine === 'paid') expect(['known', 'contradiction']).toContain(verdict)
      },
    ),
  )
})
