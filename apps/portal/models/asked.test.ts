import type { Implementation } from '@yiwang/catalogue/contract'
import type { PaymentNotice } from '@yiwang/payments/contract'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { askedOf } from './asked.ts'
import { aCase } from './testing-case.ts'

const correction = {
  askedAt: '2026-03-04T09:00:00+08:00',
  dueOn: '2026-03-18',
  items: [{ code: 'm3', name: '布局图', what: '补画洗消间' }],
}
const due: PaymentNotice = {
  number: 'P1',
  subject: { kind: 'case', key: '3301062026030200001230' },
  bodyCode: 'b',
  division: '330106',
  payerName: '王秀兰',
  items: [{ code: 'f', name: '工本费', amountFen: 1950 }],
  amountFen: 1950,
  refundedFen: 0,
  state: 'due',
  issuedAt: '2026-03-05T09:00:00+08:00',
  dueOn: '2026-03-20',
}

test('a correction says what, until when, and leads to where it is done', () => {
  expect(askedOf(aCase({ state: 'correcting', next: 'correct', corrections: [correction] }), {}, zh, 'zh')).toMatchObject({
    title: '请补齐材料',
    lines: ['布局图：补画洗消间'],
    until: '请在 2026年3月18日（周三）前办好',
    href: '/my/cases/3301062026030200001230/correction',
  })
})

test('a correction that was answered asks for nothing more', () => {
  const answered = { ...correction, answeredAt: '2026-03-06T09:00:00+08:00' }
  expect(askedOf(aCase({ state: 'submitted', next: 'waitForAnswer', corrections: [answered] }), {}, zh, 'zh')).toBeUndefined()
})

test('what is due to be paid comes with its sum; what must be corrected first goes first', () => {
  expect(askedOf(aCase(), { payment: due }, zh, 'zh')).toMatchObject({ title: '请缴费', lines: ['工本费 19.50 元'], href: '/pay/P1' })
  expect(askedOf(aCase({ state: 'correcting', next: 'correct', corrections: [correction] }), { payment: due }, zh, 'zh')?.title).toBe(
    '请补齐材料',
  )
})

test('while others work nothing is asked', () => {
  for (const next of ['waitForAnswer', 'waitForDecision', 'waitForResult', 'awaitDelivery', 'waitWhileStanding'] as const)
    expect(askedOf(aCase({ next }), {}, zh, 'zh')).toBeUndefined()
})

test('originals, the result and the rating in their turn', () => {
  expect(
    askedOf(
      aCase({
        state: 'preAccepted',
        next: 'bringOriginals',
        materials: [{ id: '1', code: 'm1', name: '营业执照', source: 'upload', trustLevel: 'C' }],
      }),
      {},
      zh,
      'zh',
    ),
  ).toMatchObject({ title: '请带原件到窗口', lines: ['营业执照'] })
  expect(askedOf(aCase({ state: 'completed', next: 'fetchResult' }), {}, zh, 'zh')?.title).toBe('请领取结果')
  expect(askedOf(aCase({ state: 'delivered', next: 'nothing' }), {}, zh, 'zh')?.href).toBe('/rate/3301062026030200001230')
  expect(askedOf(aCase({ state: 'delivered', next: 'nothing' }), { rated: true }, zh, 'zh')).toBeUndefined()
})

test('to the hall: which originals nobody saw yet, where and when; none where nothing has to be seen', () => {
  const scan = { id: '1', code: 'm1', name: '营业执照', source: 'upload', trustLevel: 'C' } as const
  const seen = { ...scan, id: '2', code: 'm2', name: '场所证明', originalCheckedAt: '2026-03-05T09:00:00+08:00' }
  const own = { ...scan, id: '3', code: 'm3', name: '申请书', trustLevel: 'D' } as const
  const done = aCase({ state: 'completed', next: 'fetchResult', decision: 'approved', materials: [scan, seen, own] })
  const place = { name: '上城区政务服务中心', address: '望江东路 1 号', counters: [] } as unknown as Implementation['places'][number]
  const item = { places: [place], officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] }
  expect(askedOf(done, { item }, zh, 'zh')).toMatchObject({
    text: expect.stringContaining('原件') as string,
    lines: ['营业执照'],
    where: ['地点：上城区政务服务中心，望江东路 1 号', '时间：周一至周五 09:00–17:00'],
  })
  for (const other of [
    { ...done, materials: [seen, own] },
    { ...done, decision: 'denied' as const },
    { ...done, onlineMode: 'full' as const },
  ])
    expect(askedOf(other, {}, zh, 'zh')).toMatchObject({ text: '结果已经做好。请带身份证件到大厅领取。', lines: [], where: [] })
  expect(askedOf(aCase({ state: 'preAccepted', next: 'bringOriginals', materials: [scan, own] }), {}, zh, 'zh')?.lines).toEqual([
    '营业执照',
  ])
})

test('what was promised for later is named, with the day the decision is due and the way to hand it in', () => {
  const promised = { id: '1', code: 'm6', name: '布局图', source: 'deferred', trustLevel: 'D' } as const
  const owing = aCase({ materials: [promised], lawful: ['supplyDeferred'], committedDue: '2026-03-18', next: 'waitForDecision' })
  expect(askedOf(owing, {}, zh, 'zh')).toMatchObject({
    title: '请补交材料',
    lines: ['布局图'],
    until: '须在作出决定前交齐；本件应在 2026年3月18日（周三）前办结',
    href: '/my/cases/3301062026030200001230/deferred',
  })
  expect(askedOf({ ...owing, lawful: [] }, {}, zh, 'zh')).toBeUndefined()
})
