import { expect, test } from 'vitest'
import { lookUpFor } from '../desk/ApplicantLicences.tsx'
import { seesOriginals, toAccept } from './AcceptCase.tsx'
import { toCompletion } from './CompleteTask.tsx'
import { possible, toDecision } from './DecideCase.tsx'
import { toDelivery, waysNow } from './DeliverCase.tsx'
import { toGrant } from './GrantRequest.tsx'
import { toAtOnce } from './HandleAtOnce.tsx'
import { toRefusal } from './RefuseCase.tsx'
import { toMismatch } from './NoteMismatch.tsx'
import { toCorrection } from './RequestCorrection.tsx'
import { toSpecial } from './SpecialProcedure.tsx'

test('acceptance names what was seen and what may follow, and nothing else', () => {
  expect(toAccept({ materials: { id: 'seen', lease: 'deferred', form: 'asGiven' }, opinion: ' ' })).toEqual({
    originalsSeen: ['id'],
    deferred: ['lease'],
  })
  expect(toAccept({ opinion: '材料齐全' })).toEqual({ originalsSeen: [], deferred: [], opinion: '材料齐全' })
})

test('nobody who applied online is made to show originals unless the item is handled so', () => {
  expect(seesOriginals({ onlineMode: 'full', channel: 'portal' })).toBe(false)
  expect(seesOriginals({ onlineMode: 'verify', channel: 'phone' })).toBe(false)
  expect(seesOriginals({ onlineMode: 'preview', channel: 'portal' })).toBe(true)
  expect(seesOriginals({ onlineMode: 'full', channel: 'counter' })).toBe(true)
})

test('a correction asks for all that is ticked at once, and forgets what was typed and unticked', () => {
  const asked = {
    lease: { wanted: true, what: ' 缺第 3 页 ' },
    id: { wanted: false, what: '模糊' },
    $form: { wanted: true, what: '地址不全' },
  }
  expect(toCorrection({ asked, note: '' })).toEqual({
    items: [
      { code: 'lease', what: '缺第 3 页' },
      { code: '$form', what: '地址不全' },
    ],
  })
})

test('another ground than those of the item is no ground code', () => {
  expect(toRefusal({ ground: '', reason: ' 不属本机关 ' })).toEqual({ reason: '不属本机关' })
  expect(toRefusal({ ground: 'notHere', reason: '见附件' })).toEqual({ reason: '见附件', groundCode: 'notHere' })
})

test('where it goes is said only of what is forwarded', () => {
  expect(toDecision({ decision: 'denied', reasons: '不符合条件', forwardTo: '省局' })).toEqual({
    decision: 'denied',
    reasons: '不符合条件',
  })
  expect(toDecision({ decision: 'forwarded', reasons: '初审通过', forwardTo: '省局' })).toMatchObject({ forwardTo: '省局' })
})

test('who signed is said of what was handed over, and originals are seen only at the counter', () => {
  const screen = { signedBy: '陈思远', originalsSeen: ['id'] }
  expect(toDelivery({ ...screen, method: 'electronic' })).toEqual({ method: 'electronic', originalsSeen: [] })
  expect(toDelivery({ ...screen, method: 'counter' })).toEqual({ method: 'counter', originalsSeen: ['id'], signedBy: '陈思远' })
})

test('while originals are still to be seen only the counter is offered; afterwards the way that was chosen', () => {
  expect(waysNow(['electronic', 'counter'], 2)).toEqual(['counter'])
  expect(waysNow(['electronic', 'counter'], 0)).toEqual(['electronic', 'counter'])
  expect(waysNow([], 0)).toEqual([])
  expect(waysNow(['electronic'], 0)).toEqual(['electronic'])
})

test('a special procedure is sent as one that stops the clock, without days nobody said', () => {
  expect(toSpecial({ name: ' 听证 ', reason: ' 申请人要求 ', plannedDays: null })).toEqual({
    kind: 'B',
    name: '听证',
    reason: '申请人要求',
  })
})

test('of the originals only those ticked are sent as not agreeing', () => {
  const seen = { lease: { wrong: true, what: ' 租期已满 ' }, map: { wrong: false, what: '图' }, plan: {} }
  expect(toMismatch(seen)).toEqual({ items: [{ code: 'lease', what: '租期已满' }] })
})

test('a decision is offered only as far as the flow left it open', () => {
  expect(possible('deny')).toEqual(['denied'])
  expect(possible('approve')).toEqual(['approved', 'forwarded'])
  expect(possible(undefined)).toEqual(['approved', 'denied', 'forwarded'])
})

test('an answer and an opinion are sent without empty notes', () => {
  expect(toGrant('q', { granted: false, note: '  ' })).toEqual({ requestId: 'q', granted: false })
  expect(toCompletion({ taskId: 't', opinion: ' 属实 ', outcome: 'agree' })).toEqual({ opinion: '属实', outcome: 'agree' })
})

test('an instant case carries acceptance and decision in one request', () => {
  const screen = { materials: { id: 'seen' as const }, decision: 'approved' as const, reasons: ' 符合条件 ' }
  expect(toAtOnce(screen)).toEqual({ originalsSeen: ['id'], deferred: [], decision: 'approved', reasons: '符合条件' })
})

test('licences are looked up for a purpose that the holder can read', () => {
  expect(lookUpFor('食品经营许可')).toEqual({ purpose: '办理“食品经营许可”' })
})
