import type { ItemOver } from '@yiwang/catalogue/testing'
import type { Outside } from '@yiwang/kernel'
import { waybillsOf } from '@yiwang/logistics'
import { expect, test } from 'vitest'
import { completed, decided, examined, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { wayOf } from './send-off.ts'
import { anAcceptedCase, statement, type CaseHall } from './testing.ts'
import type { DraftInput } from './contract.ts'

/** A courier who takes everything, and whose word needs no signature here. */
const courier: Outside['courier'] = {
  order: async ({ number }) => ({ courierNumber: `SF${number.slice(-8)}`, feeFen: 1200 }),
  isItsCallback: ({ body }) => ({ nonce: Buffer.from(body).toString('base64url').slice(0, 60) + Math.random() }),
}

/** A platform at which everything that was ordered has been paid by the time it is asked. */
function platform(): Outside['paymentPlatform'] {
  const orders = new Map<string, number>()
  const wordOn = (amountFen: number, state: 'open' | 'paid', orderNumber: string) => ({
    ...{ state, amountFen, platformNumber: `P-${orderNumber}`, cashierUrl: 'http://cashier.example/1' },
    ...(state === 'paid' ? { channel: 'wechat', transactionNumber: `T-${orderNumber}` } : {}),
  })
  return {
    order: async ({ orderNumber, amountFen }) => {
      orders.set(orderNumber, amountFen)
      return wordOn(amountFen, 'open', orderNumber)
    },
    find: async (orderNumber) => wordOn(orders.get(orderNumber) ?? 0, 'paid', orderNumber),
    refund: async () => ({ refunded: true }),
    isItsCallback: () => undefined,
  }
}

const recipient = { name: '张测试', phone: '13800000001', address: '样例路2号' }
const verified: ItemOver = { onlineMode: 'full', visits: 0, materials: [statement] }
const fees = {
  charged: true,
  stage: 'atDelivery',
  standards: [{ key: 'card', name: '工本费', rate: { kind: 'fixed', amountFen: 2000 }, when: [], reliefs: [] }],
  basis: [{ title: '样例批文' }],
} as unknown as ItemOver['fees']

async function openWith(t: Parameters<typeof openOffice>[0]): Promise<CaseHall> {
  return openOffice(t, { outside: { courier, paymentPlatform: platform() } })
}

/** Accepted, with nothing of level C in it unless the item asks for the lease. */
async function aCase(office: CaseHall, over: ItemOver, delivery: DraftInput['delivery']): Promise<string> {
  const item = await office.item({ ...paperOnly, ...over })
  const word = await office.aFile(office.person)
  const materials = item.materials.some(({ code }) => code === 'lease')
    ? {}
    : { materials: [{ code: 'statement', source: 'upload' as const, fileId: word }] }
  return anAcceptedCase(office, item, { ...materials, ...(delivery ? { delivery } : {}) })
}

const waybills = (office: CaseHall, caseNumber: string) => waybillsOf(office.hall.house.db, { kind: 'case', key: caseNumber })

async function pay(office: CaseHall): Promise<void> {
  const [notice] = (await office.hall.as(office.person).get('/my/payments')).body.items
  await must(office.hall.as(office.person).post(`/my/payments/${notice.number}/order`))
  office.hall.clock.advance(120_000)
  await office.hall.runJob('payments.inquire')
  await office.hall.settle()
}

let sequence = 0
async function courierSays(office: CaseHall, caseNumber: string, state: string): Promise<void> {
  const [waybill] = await waybills(office, caseNumber)
  sequence += 1
  const news = {
    ...{ event: 'waybill.moved', callbackId: `c-${sequence}`, waybillNo: waybill?.courierNumber ?? '', merchantWaybillNo: waybill?.number },
    ...{ sequence, state, at: '2026-03-03T10:00:00+08:00', place: '杭州', remark: '已更新', signedBy: '张测试' },
  }
  await must(office.hall.stranger.post('/logistics/callbacks', news))
  await office.hall.settle()
}

test('R5A-146 R5A-159 R5B-093 R5B-240 全程网办 by courier: the waybill is ordered at completion, and the case is delivered when it was signed for', async (t) => {
  const office = await openWith(t)
  await expect(aCase(office, verified, { method: 'courier' })).rejects.toThrow('case.recipientMissing')
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  expect(await waybills(office, caseNumber)).toEqual([])
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ state: 'completed', next: 'awaitDelivery' })
  expect(await waybills(office, caseNumber)).toMatchObject([{ direction: 'delivery', goods: '准予决定书' }])
  expect((await office.hall.as(office.person).get('/my/waybills')).body.items).toHaveLength(1)
  await courierSays(office, caseNumber, 'inTransit')
  expect((await view(office, caseNumber)).state).toBe('completed')
  await courierSays(office, caseNumber, 'signed')
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', visits: 0 })
  expect((await waybills(office, caseNumber))[0]?.movements.map(({ state }) => state)).toEqual(['inTransit', 'signed'])
  await courierSays(office, caseNumber, 'signed')
  expect(await told(office, 'case.delivered')).toHaveLength(1)
})

test('R5B-238 RA4-15 the waybill names case, recipient, address and what is carried; the courier is told that and nothing more, and nobody else is asked for an address', async (t) => {
  const told: Parameters<Outside['courier']['order']>[0][] = []
  const listening: Outside['courier'] = { ...courier, order: (asked) => courier.order((told.push(asked), asked)) }
  const office = await openOffice(t, { outside: { courier: listening } })
  for (const lacking of [{}, { recipient: { name: '张测试', phone: '13800000001' } }, { recipient: { ...recipient, address: '' } }])
    await expect(aCase(office, verified, { method: 'courier', ...lacking } as DraftInput['delivery'])).rejects.toThrow(
      /recipientMissing|request.invalid/,
    )
  const byCourier = await aCase(office, verified, { method: 'courier', recipient })
  const online = await aCase(office, verified, { method: 'electronic' })
  for (const caseNumber of [byCourier, online]) await decided(office, caseNumber)
  await office.hall.settle()
  expect(await waybills(office, byCourier)).toMatchObject([{ subject: { kind: 'case', key: byCourier }, goods: '准予决定书' }])
  expect(told).toMatchObject([{ recipient: { ...recipient, division: '330102' }, goods: '准予决定书', payer: 'recipient' }])
  expect(Object.keys(told[0] ?? {}).toSorted()).toEqual(['direction', 'goods', 'number', 'payer', 'recipient', 'sender'])
  expect(Object.keys(told[0]?.recipient ?? {}).toSorted()).toEqual(['address', 'division', 'name', 'phone'])
  expect(await view(office, online)).toMatchObject({ state: 'delivered', delivery: { method: 'electronic' } })
})

test('once a way was chosen the result goes no other', async (t) => {
  const office = await openWith(t)
  const byCourier = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, byCourier)
  await office.hall.settle()
  const hand = (caseNumber: string, method: string) =>
    send(office, office.clerk, caseNumber, 'delivery', { method, signedBy: '张测试', originalsSeen: ['lease'] })
  for (const method of ['counter', 'electronic'])
    expect((await hand(byCourier, method)).body).toMatchObject({ type: 'case.deliveryOtherwise', wish: 'courier' })

  const atCounter = await aCase(office, {}, { method: 'counter' })
  await completed(office, atCounter)
  await office.hall.settle()
  for (const method of ['courier', 'electronic'])
    expect((await hand(atCounter, method)).body).toMatchObject({ type: 'case.deliveryOtherwise', wish: 'counter' })
  expect(await waybills(office, atCounter)).toEqual([])
  expect(await told(office, 'case.delivered')).toEqual([])
})

test('what the courier brought back is noted once, told, and waits at the counter; it counts as no visit somebody was made to make', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  expect((await view(office, caseNumber)).deliveryFailure).toBeUndefined()
  await courierSays(office, caseNumber, 'returned')
  await courierSays(office, caseNumber, 'returned')
  const [waybill] = await waybills(office, caseNumber)
  const failed = await view(office, caseNumber)
  const deliveryFailure = { waybill: waybill?.number, why: 'returned', failedAt: expect.any(String) }
  expect(failed).toMatchObject({ state: 'completed', next: 'fetchResult', deliveryFailure })
  expect(failed.steps.filter(({ act }: { act: string }) => act === 'failDelivery')).toMatchObject([{ name: '递送未成功', outcome: '退回' }])
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body).toMatchObject({ next: 'fetchResult', deliveryFailure })
  expect(await told(office, 'case.deliveryFailed')).toHaveLength(1)
  const messages = (await office.hall.as(office.person).get('/my/messages')).body.items
  expect(messages.filter(({ text }: { text: string }) => text.includes('递送未成功'))).toHaveLength(1)
})

test('what came back is handed over at the counter', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  await courierSays(office, caseNumber, 'lost')
  await must(send(office, office.clerk, caseNumber, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen: [] }))
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', visits: 0, next: 'nothing' })
  expect(await waybills(office, caseNumber)).toHaveLength(1)
})

test('fees due at delivery: nothing travels and nothing is handed over before they are paid, then it goes by itself', async (t) => {
  const office = await openWith(t)
  const online = await aCase(office, { ...verified, fees }, { method: 'electronic' })
  await decided(office, online)
  await office.hall.settle()
  expect((await view(office, online)).state).toBe('completed')
  expect((await send(office, office.clerk, online, 'delivery', { method: 'electronic', originalsSeen: [] })).body.type).toBe('case.notPaid')
  // the applicant was told of the completion all the same
  const messages = (await office.hall.as(office.person).get('/my/messages')).body.items
  expect(messages.some(({ text }: { text: string }) => text.includes('用户空间下载'))).toBe(true)
  await pay(office)
  expect((await view(office, online)).state).toBe('delivered')
})

test('a parcel is ordered once the fees are paid, and only once', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, { ...verified, fees }, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  expect(await waybills(office, caseNumber)).toEqual([])
  await pay(office)
  expect(await waybills(office, caseNumber)).toHaveLength(1)
  await courierSays(office, caseNumber, 'pickedUp')
  expect(await waybills(office, caseNumber)).toHaveLength(1)
})

test('原件核验: what is wished for electronically waits until the originals were seen at the counter', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, {}, { method: 'electronic' })
  await completed(office, caseNumber)
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ state: 'completed', next: 'fetchResult' })
  const messages = (await office.hall.as(office.person).get('/my/messages')).body.items
  expect(messages.some(({ text }: { text: string }) => text.includes('请携带原件：租赁合同'))).toBe(true)
  const hand = (method: string, originalsSeen: string[]) =>
    send(office, office.clerk, caseNumber, 'delivery', { method, signedBy: '张测试', originalsSeen })
  expect((await hand('electronic', ['lease'])).body.type).toBe('case.originalsMissing')
  expect((await hand('counter', [])).body).toMatchObject({ type: 'case.originalsMissing', names: ['租赁合同'] })
  expect((await view(office, caseNumber)).state).toBe('completed')
  await must(hand('counter', ['lease']))
  expect(await view(office, caseNumber)).toMatchObject({
    state: 'delivered',
    visits: 1,
    materials: [{ code: 'lease', trustLevel: 'B', originalCheckedAt: expect.any(String) }, { code: 'statement' }],
  })
})

test('who receives it at the counter signs', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, {}, { method: 'counter' })
  await completed(office, caseNumber)
  const hand = (more: object) =>
    send(office, office.clerk, caseNumber, 'delivery', { method: 'counter', originalsSeen: ['lease'], ...more })
  expect((await hand({})).body.type).toBe('case.signatureNeeded')
  await must(hand({ signedBy: '张测试' }))
  expect((await view(office, caseNumber)).papers.at(-1).kind).toBe('deliveryReceipt')
})

test('what was denied needs no courier: it stands in the applicant’s space', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, { materials: [statement] }, { method: 'courier', recipient })
  await examined(office, caseNumber, 'deny')
  await must(send(office, people(office).decider, caseNumber, 'decision', { decision: 'denied', reasons: '场所不符合要求。' }))
  await must(send(office, office.clerk, caseNumber, 'completion'))
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', decision: 'denied' })
  expect(await waybills(office, caseNumber)).toEqual([])
})

test('which way a result goes', () => {
  const [mine, nobody] = ['account-1', undefined]
  const way = (
    decision: 'approved' | 'denied' | 'forwarded',
    method: 'electronic' | 'courier' | 'counter',
    accountId: string | undefined,
  ) => wayOf({ decision, delivery: { method }, ...(accountId === undefined ? {} : { accountId }) })
  expect([way('approved', 'electronic', mine), way('approved', 'courier', mine), way('approved', 'counter', mine)]).toEqual([
    'electronic',
    'courier',
    'counter',
  ])
  expect([way('denied', 'courier', mine), way('forwarded', 'courier', mine)]).toEqual(['electronic', 'electronic'])
  expect([way('approved', 'electronic', nobody), way('denied', 'courier', nobody), way('approved', 'courier', nobody)]).toEqual([
    'counter',
    'counter',
    'courier',
  ])
})
