import { expect, test } from 'vitest'
import { openMerchant, withSandbox, type Merchant, type TestSandbox } from '../testing.ts'

type Story = (sandbox: TestSandbox, merchant: Merchant, order: Record<string, unknown>) => Promise<void>

/** A sandbox, a merchant that listens, and an order for 120.00 ready to be sent. */
const withMerchant = (story: Story) => async () => {
  const merchant = await openMerchant('payments')
  const order = {
    merchantOrderNo: 'JK20260302001',
    amount: 12_000,
    subject: '机动车驾驶证工本费',
    divisionCode: '330102',
    collectingBody: '上城区公安分局',
    feeItems: [
      { code: 'GB01', name: '工本费', amount: 1000 },
      { code: 'KS01', name: '考试费', amount: 11_000 },
    ],
    notifyUrl: merchant.url,
    returnUrl: 'http://localhost:8080/space/payments',
  }
  try {
    await withSandbox((sandbox) => story(sandbox, merchant, order))
  } finally {
    await merchant.close()
  }
}

async function paidOrder(sandbox: TestSandbox, order: Record<string, unknown>): Promise<string> {
  const { body } = await sandbox.call('POST', '/payments/orders', order)
  const cashier = new URL(String(body['cashierUrl'])).pathname
  await sandbox.browse(`${cashier}/payment`, { channel: 'alipay' })
  return cashier
}

test(
  'an order is paid at the cashier, and the merchant is told once, signed',
  withMerchant(async (sandbox, merchant, order) => {
    const created = await sandbox.call('POST', '/payments/orders', order)
    expect(created.body).toMatchObject({ state: 'open', amount: 12_000, refunded: 0, merchantId: 'yiwang' })
    expect(created.body).not.toHaveProperty('token')
    const cashier = new URL(String(created.body['cashierUrl'])).pathname
    const page = await sandbox.browse(cashier)
    expect(page.text).toContain('¥ 120.00')
    expect(page.text).toContain('上城区公安分局')
    expect(await sandbox.browse(`${cashier}/payment`, { channel: 'alipay' })).toMatchObject({ status: 303, location: cashier })
    await sandbox.runDue()
    await sandbox.runDue()
    expect(merchant.heard).toMatchObject([
      { genuine: true, content: { event: 'payment.paid', merchantOrderNo: 'JK20260302001', amount: 12_000, channel: 'alipay' } },
    ])
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body).toMatchObject({ state: 'paid', channel: 'alipay' })
    expect((await sandbox.browse(cashier)).text).toContain('content="3;url=http://localhost:8080/space/payments"')
  }),
)

test(
  'pressing the button twice pays once',
  withMerchant(async (sandbox, merchant, order) => {
    const cashier = await paidOrder(sandbox, order)
    const again = await Promise.all([1, 2, 3].map(() => sandbox.browse(`${cashier}/payment`, { channel: 'wechat' })))
    expect(again.map((answer) => answer.status)).toEqual([303, 303, 303])
    await sandbox.runDue()
    expect(merchant.heard).toHaveLength(1)
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body['channel']).toBe('alipay')
  }),
)

test(
  'leaving the cashier pays nothing and leaves the order open',
  withMerchant(async (sandbox, merchant, order) => {
    const { body } = await sandbox.call('POST', '/payments/orders', order)
    const cashier = new URL(String(body['cashierUrl'])).pathname
    const left = await sandbox.browse(`${cashier}/cancellation`, {})
    expect(left.location).toBe(`${cashier}/left`)
    expect((await sandbox.browse(`${cashier}/left`)).text).toContain('已取消支付')
    await sandbox.runDue()
    expect(merchant.heard).toEqual([])
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body['state']).toBe('open')
  }),
)

test(
  'the same order sent again is the same order; with another amount it is refused',
  withMerchant(async (sandbox, _merchant, order) => {
    const first = await sandbox.call('POST', '/payments/orders', order)
    expect((await sandbox.call('POST', '/payments/orders', order)).body).toEqual(first.body)
    const other = { ...order, amount: 1, feeItems: [{ code: 'X', name: '工本费', amount: 1 }] }
    expect((await sandbox.call('POST', '/payments/orders', other)).body).toMatchObject({ type: 'order.conflict', status: 409 })
  }),
)

test(
  'orders whose sums, amounts or addresses are not in order are refused',
  withMerchant(async (sandbox, _merchant, order) => {
    const wrong: [object, string][] = [
      [{ amount: 12_001 }, 'order.amountMismatch'],
      [{ amount: 0 }, 'request.invalid'],
      [{ amount: 120.5 }, 'request.invalid'],
      [{ amount: 10_000_000_001 }, 'request.invalid'],
      [{ amount: '12000' }, 'request.invalid'],
      [{ merchantOrderNo: '../x' }, 'request.invalid'],
      [{ returnUrl: 'https://evil.example/' }, 'host.notAllowed'],
      [{ returnUrl: 'http://localhost@evil.example/' }, 'host.notAllowed'],
      [{ returnUrl: 'javascript:alert(1)' }, 'host.notAllowed'],
      [{ notifyUrl: 'http://169.254.169.254/latest' }, 'host.notAllowed'],
      [{ notifyUrl: 'file:///etc/passwd' }, 'host.notAllowed'],
      [{ paid: true }, 'request.invalid'],
    ]
    for (const [change, type] of wrong) {
      expect((await sandbox.call('POST', '/payments/orders', { ...order, ...change })).body['type']).toBe(type)
    }
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body['type']).toBe('order.notFound')
  }),
)

test(
  'a merchant that does not answer success is told again, later each time, with a new nonce',
  withMerchant(async (sandbox, merchant, order) => {
    merchant.answerWith('busy')
    await paidOrder(sandbox, order)
    await sandbox.runDue()
    await sandbox.runDue()
    expect(merchant.heard).toHaveLength(1)
    sandbox.clock.advance(5)
    await sandbox.runDue()
    merchant.answerWith('success')
    sandbox.clock.advance(15)
    await sandbox.runDue()
    sandbox.clock.advance(100_000)
    await sandbox.runDue()
    expect(merchant.heard).toHaveLength(3)
    expect(new Set(merchant.heard.map((one) => one.nonce)).size).toBe(3)
    expect(new Set(merchant.heard.map((one) => one.content['callbackId'])).size).toBe(1)
  }),
)

test(
  'an order can be closed before it is paid, not after, and expires by itself',
  withMerchant(async (sandbox, _merchant, order) => {
    const { body } = await sandbox.call('POST', '/payments/orders', order)
    const cashier = new URL(String(body['cashierUrl'])).pathname
    const closure = () => sandbox.call('POST', '/payments/orders/JK20260302001/closure', {})
    expect((await closure()).body['state']).toBe('closed')
    expect((await closure()).body['state']).toBe('closed')
    await sandbox.browse(`${cashier}/payment`, { channel: 'wechat' })
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body['state']).toBe('closed')
    await paidOrder(sandbox, { ...order, merchantOrderNo: 'JK2' })
    expect((await sandbox.call('POST', '/payments/orders/JK2/closure', {})).body['type']).toBe('order.notClosable')
    await sandbox.call('POST', '/payments/orders', { ...order, merchantOrderNo: 'JK3' })
    sandbox.clock.advance(86_400)
    expect((await sandbox.call('GET', '/payments/orders/JK3')).body['state']).toBe('expired')
  }),
)

test(
  'refunds are told, repeated without harm, and never exceed what was paid',
  withMerchant(async (sandbox, merchant, order) => {
    await paidOrder(sandbox, order)
    const refund = (merchantRefundNo: string, amount: number) =>
      sandbox.call('POST', '/payments/orders/JK20260302001/refunds', { merchantRefundNo, amount, reason: '多收' })
    const first = await refund('TK1', 7000)
    expect((await refund('TK1', 7000)).body).toEqual(first.body)
    expect((await refund('TK1', 6000)).body['type']).toBe('refund.conflict')
    expect((await refund('TK2', 5001)).body).toMatchObject({ type: 'refund.tooMuch', left: 5000 })
    expect((await refund('TK2', 5000)).status).toBe(200)
    expect((await refund('TK3', 1)).body['type']).toBe('refund.tooMuch')
    await sandbox.runDue()
    const refunds = merchant.heard.filter((one) => one.content['event'] === 'refund.refunded')
    expect(refunds.map((one) => one.content['amount'])).toEqual([7000, 5000])
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001')).body['refunded']).toBe(12_000)
    expect((await sandbox.call('GET', '/payments/orders/JK20260302001/refunds/TK1')).body).toEqual(first.body)
  }),
)

test(
  'what was never paid cannot be refunded',
  withMerchant(async (sandbox, merchant, order) => {
    await sandbox.call('POST', '/payments/orders', order)
    const refund = { merchantRefundNo: 'TK1', amount: 1, reason: '多收' }
    expect((await sandbox.call('POST', '/payments/orders/JK20260302001/refunds', refund)).body['type']).toBe('refund.notPaid')
    await sandbox.runDue()
    expect(merchant.heard).toEqual([])
  }),
)

test(
  'the statement of a day holds what was paid and refunded on that Shanghai day',
  withMerchant(async (sandbox, _merchant, order) => {
    await paidOrder(sandbox, { ...order, collectingBody: '=上城,"区"' })
    await sandbox.call('POST', '/payments/orders/JK20260302001/refunds', { merchantRefundNo: 'TK1', amount: 500, reason: '多收' })
    sandbox.clock.advance(15 * 3600)
    await paidOrder(sandbox, { ...order, merchantOrderNo: 'JK2' })
    const day = (await sandbox.call('GET', '/payments/statements/2026-03-02')).text.trim().split('\n')
    expect(day).toHaveLength(3)
    expect(day[1]).toMatch(/^payment,JK20260302001,,P\w+,12000,alipay,330102,"'=上城,""区""",2026-03-02T01:00/)
    expect(day[2]).toMatch(/^refund,JK20260302001,TK1,R[\w-]+,500,/)
    expect((await sandbox.call('GET', '/payments/statements/2026-03-03')).text).toContain('payment,JK2,')
    expect((await sandbox.call('GET', '/payments/statements/2026-02-30')).status).toBe(400)
  }),
)

test(
  'nobody without the key sees orders or statements, and no cashier opens by guessing',
  withMerchant(async (sandbox, _merchant, order) => {
    await sandbox.call('POST', '/payments/orders', order)
    for (const target of ['/payments/orders/JK20260302001', '/payments/statements/2026-03-02']) {
      expect((await sandbox.call('GET', target, undefined, { secret: 'guess' })).status).toBe(401)
    }
    expect((await sandbox.browse(`/cashier/${'A'.repeat(32)}`)).status).toBe(404)
    expect((await sandbox.browse('/cashier/..%2f..')).status).toBe(400)
  }),
)
