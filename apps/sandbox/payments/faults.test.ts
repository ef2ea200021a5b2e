import { expect, test } from 'vitest'
import { openMerchant, openTestSandbox, type Merchant, type TestSandbox } from '../testing.ts'

/** Orders one fault, creates one order and pays it when `pays`; tells what the merchant heard by then. */
async function underFault(mode: string, story: (sandbox: TestSandbox, merchant: Merchant) => Promise<void>, pays = true): Promise<void> {
  const merchant = await openMerchant('payments')
  const sandbox = await openTestSandbox()
  try {
    await sandbox.call('POST', '/modes', { service: 'payments', mode, times: 1 })
    const order = { merchantOrderNo: 'JK1', amount: 500, subject: '费', divisionCode: '330102', collectingBody: '某局' }
    const feeItems = [{ code: 'A', name: '费', amount: 500 }]
    const { body } = await sandbox.call('POST', '/payments/orders', { ...order, feeItems, notifyUrl: merchant.url })
    if (pays) await sandbox.browse(`${new URL(String(body['cashierUrl'])).pathname}/payment`, { channel: 'wechat' })
    if (pays) await sandbox.runDue()
    await story(sandbox, merchant)
  } finally {
    await sandbox.close()
    await merchant.close()
  }
}

const stateOf = async ({ call }: TestSandbox) => (await call('GET', '/payments/orders/JK1')).body['state']

test('a lost callback never comes, but the query knows', () =>
  underFault('callbackLost', async (sandbox, merchant) => {
    sandbox.clock.advance(200_000)
    await sandbox.runDue()
    expect(merchant.heard).toEqual([])
    expect(await stateOf(sandbox)).toBe('paid')
  }))

test('a doubled callback is the same bytes twice', () =>
  underFault('callbackDoubled', async (_sandbox, merchant) => {
    expect(merchant.heard).toHaveLength(2)
    expect(merchant.heard[0]).toEqual(merchant.heard[1])
    expect(merchant.heard[0]?.genuine).toBe(true)
  }))

test('an early callback comes before the merchant has its answer', () =>
  underFault(
    'callbackEarly',
    async (sandbox, merchant) => {
      expect(merchant.heard).toMatchObject([{ genuine: true, content: { event: 'payment.paid' } }])
      expect(await stateOf(sandbox)).toBe('paid')
    },
    false,
  ))

test('a late callback is overtaken by the refund', () =>
  underFault('callbackLate', async (sandbox, merchant) => {
    await sandbox.call('POST', '/payments/orders/JK1/refunds', { merchantRefundNo: 'TK1', amount: 500, reason: '撤回' })
    await sandbox.runDue()
    expect(merchant.heard.map((one) => one.content['event'])).toEqual(['refund.refunded'])
    sandbox.clock.advance(86_400)
    await sandbox.runDue()
    expect(merchant.heard.map((one) => one.content['event'])).toEqual(['refund.refunded', 'payment.paid'])
  }))

test('a wrong amount is rightly signed', () =>
  underFault('callbackWrongAmount', async (sandbox, merchant) => {
    expect(merchant.heard).toMatchObject([{ genuine: true, content: { amount: 501 } }])
    expect((await sandbox.call('GET', '/payments/orders/JK1')).body['amount']).toBe(500)
  }))

test('a forged callback claims payment with a signature that does not hold', () =>
  underFault(
    'callbackForged',
    async (sandbox, merchant) => {
      merchant.answerWith('refused')
      await sandbox.runDue()
      sandbox.clock.advance(100_000)
      await sandbox.runDue()
      expect(merchant.heard).toMatchObject([{ genuine: false, content: { event: 'payment.paid', amount: 500 } }])
    },
    false,
  ))

test('a payment that crosses the closing wins', () =>
  underFault(
    'paymentCrossesClosure',
    async (sandbox, merchant) => {
      expect((await sandbox.call('POST', '/payments/orders/JK1/closure', {})).body['type']).toBe('order.notClosable')
      await sandbox.runDue()
      expect(merchant.heard).toHaveLength(1)
      expect(await stateOf(sandbox)).toBe('paid')
    },
    false,
  ))

test.each([
  ['statementMissing', 0, 0],
  ['statementExtra', 2, 600],
  ['statementWrongAmount', 1, 501],
])('the agency keeps a statement with the fault %s; the platform does not', (mode, rows, total) =>
  underFault(mode, async (sandbox) => {
    const sums = async (source: string) => {
      const lines = (await sandbox.call('GET', `/payments/statements/2026-03-02?source=${source}`)).text.trim().split('\n').slice(1)
      return [lines.length, lines.reduce((sum, line) => sum + Number(line.split(',')[4]), 0)]
    }
    for (const source of ['platform', 'bank', 'revenue']) expect(await sums(source)).toEqual([1, 500])
    expect(await sums('agency')).toEqual([rows, total])
    expect(await sums('agency')).toEqual([1, 500])
  }),
)
