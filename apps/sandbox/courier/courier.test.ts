import { expect, test } from 'vitest'
import { openMerchant, withSandbox, type Merchant, type TestSandbox } from '../testing.ts'
import { feeOf, nextStates } from './movement.ts'
import type { NewWaybill } from './contract.ts'

type Story = (sandbox: TestSandbox, merchant: Merchant, asked: NewWaybill) => Promise<void>

const hall = { name: '上城区政务服务中心', phone: '0571-12345', divisionCode: '330102', address: '示范大道1号' }
const home = { name: '张测试', phone: '19900000001', divisionCode: '330106', address: '样例路2号' }

const withCourier = (story: Story) => async () => {
  const merchant = await openMerchant('courier')
  const asked: NewWaybill = {
    merchantWaybillNo: 'DS1',
    kind: 'delivery',
    sender: hall,
    recipient: home,
    goods: '营业执照',
    payer: 'merchant',
    notifyUrl: merchant.url,
  }
  try {
    await withSandbox((sandbox) => story(sandbox, merchant, asked))
  } finally {
    await merchant.close()
  }
}

async function pushed(sandbox: TestSandbox, number: unknown, ...states: string[]): Promise<number[]> {
  const answers: number[] = []
  for (const state of states) {
    answers.push((await sandbox.browse(`/courier/${String(number)}/events`, { state })).status)
    await sandbox.runDue()
  }
  return answers
}

test(
  'a waybill gets a courier at once and tells of every step to the signature',
  withCourier(async (sandbox, merchant, asked) => {
    const { body } = await sandbox.call('POST', '/waybills', asked)
    expect(body).toMatchObject({ state: 'accepted', fee: 1200, events: [{ sequence: 1, state: 'accepted' }] })
    await sandbox.runDue()
    expect(await pushed(sandbox, body['waybillNo'], 'pickedUp', 'inTransit', 'outForDelivery', 'signed')).toEqual([303, 303, 303, 303])
    expect(merchant.heard.map((one) => [one.genuine, one.content['sequence'], one.content['state']])).toEqual([
      [true, 1, 'accepted'],
      [true, 2, 'pickedUp'],
      [true, 3, 'inTransit'],
      [true, 4, 'outForDelivery'],
      [true, 5, 'signed'],
    ])
    expect(merchant.heard[4]?.content).toMatchObject({ signedBy: '张测试', merchantWaybillNo: 'DS1', waybillNo: body['waybillNo'] })
    expect((await sandbox.call('GET', '/waybills/DS1')).body).toMatchObject({ state: 'signed' })
  }),
)

test(
  'a parcel never goes back, and what has ended does not move',
  withCourier(async (sandbox, merchant, asked) => {
    const { body } = await sandbox.call('POST', '/waybills', asked)
    expect(await pushed(sandbox, body['waybillNo'], 'signed', 'pickedUp', 'accepted', 'cancelled', 'lost', 'signed')).toEqual([
      409, 303, 409, 409, 303, 409,
    ])
    expect(merchant.heard.map((one) => one.content['state'])).toEqual(['accepted', 'pickedUp', 'lost'])
    expect((await sandbox.call('POST', '/waybills/DS1/cancellation', {})).body['type']).toBe('waybill.notMovable')
  }),
)

test(
  'the same waybill sent again is the same waybill; with other content it is refused',
  withCourier(async (sandbox, merchant, asked) => {
    const first = await sandbox.call('POST', '/waybills', asked)
    expect((await sandbox.call('POST', '/waybills', asked)).body).toEqual(first.body)
    expect((await sandbox.call('POST', '/waybills', { ...asked, goods: '别的' })).body['type']).toBe('waybill.conflict')
    await sandbox.runDue()
    expect(merchant.heard).toHaveLength(1)
  }),
)

test(
  'a waybill may be cancelled before it is picked up, and then costs nothing in the statement',
  withCourier(async (sandbox, _merchant, asked) => {
    await sandbox.call('POST', '/waybills', { ...asked, paymentOrderNo: 'JK1' })
    await sandbox.call('POST', '/waybills', { ...asked, merchantWaybillNo: 'DS2' })
    expect((await sandbox.call('POST', '/waybills/DS2/cancellation', {})).body['state']).toBe('cancelled')
    expect((await sandbox.call('POST', '/waybills/DS2/cancellation', {})).body['state']).toBe('cancelled')
    const lines = (await sandbox.call('GET', '/waybills/statements/2026-03-02')).text.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^YB\d+,DS1,delivery,1200,merchant,JK1,2026-03-02/)
  }),
)

test('the fee goes by distance and begun kilograms', () => {
  const asked = { sender: hall, recipient: home } as NewWaybill
  expect(feeOf(asked)).toBe(1200)
  expect(feeOf({ ...asked, weightGrams: 1000 })).toBe(1200)
  expect(feeOf({ ...asked, weightGrams: 1001 })).toBe(1400)
  expect(feeOf({ ...asked, recipient: { ...home, divisionCode: '440106' }, weightGrams: 3000 })).toBe(2400)
})

test('no way leads back to a state left behind', () => {
  const reachable = (from: Parameters<typeof nextStates>[0]): string[] => nextStates(from).flatMap((next) => [next, ...reachable(next)])
  for (const state of ['accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed', 'lost'] as const) {
    expect(reachable(state)).not.toContain(state)
  }
})

test(
  'in automatic mode parcels move with the clock and stop at the signature',
  withCourier(async (sandbox, _merchant, asked) => {
    await sandbox.call('POST', '/modes', { service: 'courier', mode: 'automatic', seconds: 60 })
    await sandbox.call('POST', '/waybills', asked)
    const states: unknown[] = []
    for (const seconds of [59, 1, 60, 60, 60, 600]) {
      sandbox.clock.advance(seconds)
      await sandbox.runDue()
      states.push((await sandbox.call('GET', '/waybills/DS1')).body['state'])
    }
    expect(states).toEqual(['accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed', 'signed'])
  }),
)

test(
  'callbacks out of order: the later step is told first',
  withCourier(async (sandbox, merchant, asked) => {
    const { body } = await sandbox.call('POST', '/waybills', asked)
    await sandbox.runDue()
    await sandbox.call('POST', '/modes', { service: 'courier', mode: 'callbackOutOfOrder', times: 1 })
    await pushed(sandbox, body['waybillNo'], 'pickedUp', 'inTransit')
    sandbox.clock.advance(1)
    await sandbox.runDue()
    expect(merchant.heard.map((one) => one.content['sequence'])).toEqual([1, 3, 2])
  }),
)

test(
  'replayed callbacks are the same bytes a minute later',
  withCourier(async (sandbox, merchant, asked) => {
    await sandbox.call('POST', '/modes', { service: 'courier', mode: 'callbackReplayed', times: 1 })
    const { body } = await sandbox.call('POST', '/waybills', asked)
    await sandbox.runDue()
    await pushed(sandbox, body['waybillNo'], 'pickedUp')
    sandbox.clock.advance(60)
    await sandbox.runDue()
    expect(merchant.heard.map((one) => one.content['state'])).toEqual(['accepted', 'pickedUp', 'accepted'])
    expect(merchant.heard[2]).toEqual(merchant.heard[0])
  }),
)

test(
  'a callback with the number of another waybill is rightly signed, and the true one comes too',
  withCourier(async (sandbox, merchant, asked) => {
    const other = await sandbox.call('POST', '/waybills', { ...asked, merchantWaybillNo: 'DS0' })
    const mine = await sandbox.call('POST', '/waybills', asked)
    await sandbox.runDue()
    merchant.heard.length = 0
    await sandbox.call('POST', '/modes', { service: 'courier', mode: 'callbackOtherWaybill', times: 1 })
    await pushed(sandbox, mine.body['waybillNo'], 'pickedUp')
    const numbers = merchant.heard.map((one) => [one.genuine, one.content['merchantWaybillNo'], one.content['waybillNo']])
    expect(numbers).toContainEqual([true, 'DS1', other.body['waybillNo']])
    expect(numbers).toContainEqual([true, 'DS1', mine.body['waybillNo']])
    expect((await sandbox.call('GET', '/waybills/DS0')).body['state']).toBe('accepted')
  }),
)

test(
  'without a courier to assign the waybill is refused, and may be sent again',
  withCourier(async (sandbox, merchant, asked) => {
    await sandbox.call('POST', '/modes', { service: 'courier', mode: 'noCourier', times: 1 })
    expect((await sandbox.call('POST', '/waybills', asked)).body).toMatchObject({ type: 'waybill.noCourier', status: 503 })
    await sandbox.runDue()
    expect(merchant.heard).toEqual([])
    expect((await sandbox.call('POST', '/waybills', asked)).status).toBe(200)
  }),
)

test(
  'what people wrote into a waybill stays text on the pages',
  withCourier(async (sandbox, _merchant, asked) => {
    const { body } = await sandbox.call('POST', '/waybills', {
      ...asked,
      goods: '<b onclick=x>',
      recipient: { ...home, name: '<img src=x>' },
    })
    for (const target of ['/courier', `/courier/${String(body['waybillNo'])}`])
      expect((await sandbox.browse(target)).text).not.toMatch(/<img|<b /)
    expect(
      (await sandbox.call('POST', '/waybills', { ...asked, merchantWaybillNo: 'DS9', notifyUrl: 'http://evil.example/' })).body['type'],
    ).toBe('host.notAllowed')
  }),
)
