import type { ItemOver } from '@yiwang/catalogue/testing'
import type { Outside } from '@yiwang/kernel'
import { waybillsOf } from '@yiwang/logistics'
import { legalDateTime } from '@yiwang/standards'
import { expect, test } from 'vitest'
import { completed, decided, doTask, examined, granted, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { wayOf } from './send-off.ts'
import { anAcceptedCase, aSubmittedCase, statement, type CaseHall } from './testing.ts'
import type { DraftInput } from './contract.ts'

/** A courier who takes everything, and whose word needs no signature here. */
const courier: Outside['courier'] = {
  order: async ({ number }) => ({ outcome: 'ordered', courierNumber: `SF${number.slice(-8)}`, feeFen: 1200 }),
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
    close: async (orderNumber) => wordOn(orders.get(orderNumber) ?? 0, 'paid', orderNumber),
    refund: async () => ({ outcome: 'refunded' }),
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
  expect((await hand(byCourier, 'courier')).body.type).toBe('case.parcelUnderWay')

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

/** A clerk says it was delivered, though it was not handed over before him. */
const claim = (office: CaseHall, caseNumber: string, method: string) =>
  send(office, office.clerk, caseNumber, 'delivery', { method, signedBy: '张测试', originalsSeen: [] })

test('a parcel is delivered when the courier says it was signed for, never by the word of a clerk', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  const [waybill] = await waybills(office, caseNumber)
  for (const state of ['accepted', 'pickedUp', 'outForDelivery']) {
    await courierSays(office, caseNumber, state)
    const { body } = await claim(office, caseNumber, 'courier')
    expect(body).toMatchObject({ type: 'case.parcelUnderWay', status: 409, waybill: waybill?.courierNumber })
    expect(body.title).toBe(`结果已经交快递递送（运单 ${waybill?.courierNumber}）：快递签收后自动记为送达，窗口不能代为登记。`)
    const { state: stands, papers, desk } = await view(office, caseNumber)
    expect(stands).toBe('completed')
    expect(desk.handOver).toEqual([])
    expect(papers.map(({ kind }: { kind: string }) => kind)).not.toContain('deliveryReceipt')
  }
  await office.hall.settle()
  expect(await told(office, 'case.delivered')).toEqual([])
  expect((await send(office, office.otherClerk, caseNumber, 'delivery', { method: 'courier', originalsSeen: [] })).body.type).toBe(
    'case.notFound',
  )
  await courierSays(office, caseNumber, 'signed')
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered' })
  expect((await claim(office, caseNumber, 'courier')).body.type).toBe('case.notLawful')
  expect(await told(office, 'case.delivered')).toHaveLength(1)
})

test('what came back is handed over at the counter once that was chosen, and not before', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  await courierSays(office, caseNumber, 'lost')
  const [lost] = await waybills(office, caseNumber)
  for (const method of ['counter', 'courier'])
    expect((await claim(office, caseNumber, method)).body).toMatchObject({ type: 'case.parcelFailed', waybill: lost?.courierNumber })
  expect((await view(office, caseNumber)).desk.handOver).toEqual([])
  await must(send(office, office.clerk, caseNumber, 'delivery-choice', { method: 'counter' }))
  expect((await view(office, caseNumber)).desk.handOver).toEqual(['counter'])
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
  expect((await claim(office, caseNumber, 'courier')).body).toMatchObject({ type: 'case.courierDelivers', status: 409 })
  expect((await view(office, caseNumber)).desk.handOver).toEqual([])
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

test('R4-064 each turn of the way that the applicant sees is pushed to him, with its name and its time; the steps inside stand in his space alone', async (t) => {
  const office = await openWith(t)
  const item = await office.item({ ...paperOnly, onlineMode: 'preview', visits: 2, fees })
  const times: string[] = []
  const turn = async (what: () => Promise<unknown>) => {
    office.hall.clock.advance(60_000)
    times.push(legalDateTime(office.hall.clock.now()))
    await what()
    await office.hall.settle()
  }
  const clerk = (path: string, body?: unknown) => () => must(send(office, office.clerk, caseNumber, path, body))
  let caseNumber = ''
  await turn(async () => void (caseNumber = await aSubmittedCase(office, item, { delivery: { method: 'courier', recipient } })))
  await turn(clerk('correction-request', { items: [{ code: 'lease', what: '缺签字页' }] }))
  const materials = [{ code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }]
  await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, { materials }))
  await turn(clerk('pre-acceptance', {}))
  await turn(clerk('acceptance', { originalsSeen: ['lease'], deferred: [] }))
  await turn(() => must(doTask(office, people(office).examiner, caseNumber, 'agree')))
  await must(doTask(office, people(office).decider, caseNumber, 'approve'))
  await turn(() => must(send(office, people(office).decider, caseNumber, 'decision', granted)))
  await turn(clerk('completion'))
  const [notice] = (await office.hall.as(office.person).get('/my/payments')).body.items
  await must(office.hall.as(office.person).post(`/my/payments/${notice.number}/order`))
  office.hall.clock.advance(120_000)
  await turn(() => office.hall.runJob('payments.inquire'))
  const onTheWay = '2026-03-03T10:00:00+08:00'
  for (const state of ['pickedUp', 'outForDelivery']) await courierSays(office, caseNumber, state)
  await turn(() => courierSays(office, caseNumber, 'signed'))

  const told = (await office.hall.as(office.person).get('/my/messages?limit=50')).body.items as {
    title: string
    text: string
    about: object
  }[]
  expect(told.every(({ about }) => JSON.stringify(about).includes(caseNumber))).toBe(true)
  const timeOf = (title: string, part = '') => told.filter((one) => one.title === title && one.text.includes(part)).map(({ text }) => text)
  const turns = ['申请已提交', '请补正材料', '预审通过', '已受理', '办理进度', '请缴费', '已办结', '缴费成功', '结果已送达']
  for (const [nth, title] of turns.entries()) expect(timeOf(title).at(-1), title).toContain(times[nth])
  for (const part of ['取件', '派送'])
    expect(timeOf('物流进度', part)).toEqual([expect.stringContaining(legalDateTime(new Date(onTheWay)))])

  const called = office.postbox.inbox.map(({ text }) => text)
  for (const loud of ['已于', '需要补充', '预审通过', '已受理', '开出缴款单', '已办结', '已于', '正在派送', '送达'])
    expect(called.filter((text) => text.includes(loud)).length, loud).toBeGreaterThan(0)
  for (const quiet of ['环节', '取件'])
    expect(
      called.filter((text) => text.includes(quiet)),
      quiet,
    ).toEqual([])
  expect((await office.hall.as(office.otherPerson).get('/my/messages')).body.items).toEqual([])
})

test('what waits at the counter is told with place and what to bring: when it is completed, or when it was paid for', async (t) => {
  const office = await openWith(t)
  const free = await aCase(office, verified, { method: 'counter' })
  await decided(office, free)
  await office.hall.settle()
  const told = async (caseNumber: string) =>
    (
      (await office.hall.as(office.person).get('/my/messages?limit=50')).body.items as {
        title: string
        text: string
        about: { key: string }
      }[]
    )
      .filter(({ about }) => about.key === caseNumber)
      .map(({ title, text }) => ({ title, text }))
  const ready = { title: '请领取结果', text: expect.stringMatching(/到上城区政务服务中心（上城区样例路1号）领取，请携带有效身份证件。$/) }
  expect((await told(free)).filter(({ title }) => title === '请领取结果' || title === '已办结')).toEqual([ready])

  const charged = await aCase(office, { ...verified, fees }, { method: 'counter' })
  await decided(office, charged)
  await office.hall.settle()
  expect((await told(charged)).map(({ title }) => title)).not.toContain('请领取结果')
  expect((await told(charged)).map(({ title }) => title)).toEqual(expect.arrayContaining(['请缴费', '已办结']))
  await pay(office)
  expect((await told(charged)).filter(({ title }) => title === '请领取结果')).toEqual([ready])
  expect((await told(charged)).filter(({ title }) => title === '缴费成功')).toMatchObject([{ text: expect.stringContaining('20.00 元') }])
})

/** A courier who will not take the first parcel, and takes every other. */
function reluctant(): Outside['courier'] {
  let first = true
  return {
    ...courier,
    order: async (asked) => {
      if (!first) return courier.order(asked)
      first = false
      return { outcome: 'refused', why: '收件地址不在派送范围' }
    },
  }
}

async function refusedParcel(t: Parameters<typeof openOffice>[0]): Promise<{ office: CaseHall; caseNumber: string }> {
  const office = await openOffice(t, { outside: { courier: reluctant() } })
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  return { office, caseNumber }
}

const choose = (office: CaseHall, caseNumber: string, body: object) =>
  office.hall.as(office.person).post(`/my/cases/${caseNumber}/delivery-choice`, body)

test('a parcel the courier refuses is shown to both with its reason, told once, and the applicant sends it elsewhere', async (t) => {
  const { office, caseNumber } = await refusedParcel(t)
  const seen = {
    next: 'fetchResult',
    deliveryFailure: { why: 'refused' },
    waybills: [{ state: 'refused', refusedWhy: '收件地址不在派送范围' }],
  }
  expect(await view(office, caseNumber)).toMatchObject({ state: 'completed', ...seen })
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body).toMatchObject({ ...seen, lawful: ['chooseDelivery'] })
  expect(await told(office, 'case.deliveryFailed')).toHaveLength(1)
  expect(office.postbox.inbox.filter(({ text }) => text.includes('快递未揽收'))).toHaveLength(1)

  expect((await choose(office, caseNumber, { method: 'courier' })).body.type).toBe('case.recipientMissing')
  const wrong = { method: 'courier', recipient: { ...recipient, phone: 'abc' } }
  expect((await choose(office, caseNumber, wrong)).body).toMatchObject({ type: 'case.recipientInvalid', fields: ['phone'] })
  expect(await waybills(office, caseNumber)).toHaveLength(1)
  await must(choose(office, caseNumber, { method: 'courier', recipient: { ...recipient, address: '样例路22号' } }))
  expect((await choose(office, caseNumber, { method: 'counter' })).body.type).toBe('case.deliveryNotFailed')
  await office.hall.settle()
  const under = await view(office, caseNumber)
  expect(under).toMatchObject({ next: 'awaitDelivery', waybills: [{ state: 'refused' }, { state: 'asked' }] })
  expect(under.deliveryFailure).toBeUndefined()
  expect(under.steps.at(-1)).toMatchObject({ act: 'chooseDelivery', outcome: '重新递送' })
  sequence += 1
  const parcel = (await waybills(office, caseNumber))[1]
  const news = {
    ...{ event: 'waybill.moved', callbackId: `c-${sequence}`, waybillNo: parcel?.courierNumber, merchantWaybillNo: parcel?.number },
    ...{ sequence, state: 'signed', at: '2026-03-03T10:00:00+08:00', place: '杭州', remark: '已签收', signedBy: '张测试' },
  }
  await must(office.hall.stranger.post('/logistics/callbacks', news))
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', visits: 0 })
})

test('or comes for it: told where and what to bring, handed over without counting a visit, and by a clerk for who cannot choose himself', async (t) => {
  const { office, caseNumber } = await refusedParcel(t)
  await must(send(office, office.clerk, caseNumber, 'delivery-choice', { method: 'counter' }))
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ next: 'fetchResult', delivery: { method: 'counter' } })
  expect(office.postbox.inbox.at(-1)?.text).toMatch(/请到.*领取，请携带有效身份证件/)
  await must(send(office, office.clerk, caseNumber, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen: [] }))
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', visits: 0 })
})

test('R5B-241 the clerk and the applicant see the same way of the parcel, and nobody else any of it', async (t) => {
  const office = await openWith(t)
  const caseNumber = await aCase(office, verified, { method: 'courier', recipient })
  await decided(office, caseNumber)
  await office.hall.settle()
  for (const state of ['pickedUp', 'inTransit']) await courierSays(office, caseNumber, state)
  const ofApplicant = (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body.waybills
  expect(ofApplicant).toMatchObject([{ state: 'inTransit', movements: [{ state: 'pickedUp', place: '杭州' }, { state: 'inTransit' }] }])
  expect((await view(office, caseNumber)).waybills).toEqual(ofApplicant)
  expect((await office.hall.as(office.otherPerson).get(`/my/cases/${caseNumber}`)).body.type).toBe('case.notFound')
  expect((await office.hall.as(office.otherPerson).get('/my/waybills')).body.items).toEqual([])
  expect((await office.hall.as(office.otherClerk).get(`/cases/${caseNumber}`)).body.type).toBe('case.notFound')
  expect((await office.hall.stranger.get(`/my/cases/${caseNumber}`)).status).toBe(401)
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
