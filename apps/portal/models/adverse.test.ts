import { expect, test } from 'vitest'
import { en, zh } from '../testing.ts'
import { adverseOf, nextWords } from './adverse.ts'
import { caseOf } from './case.ts'
import { stateLook } from './case-row.ts'
import { aCase } from './testing-case.ts'
import { wayOf } from './way.ts'

const paper = (kind: string, title: string) => ({
  ...{ id: 'p/1', kind, title, number: '杭上市监不准〔2026〕1号' },
  ...{ issuedOn: '2026-03-09', sealed: true, effect: 'inForce' as const },
})
const denied = aCase({
  ...{ state: 'delivered', decision: 'denied', decisionReasons: '场所不符合要求。', next: 'nothing' },
  papers: [paper('denialDecision', '不予行政许可决定书')],
})
const page = (found: typeof denied) =>
  caseOf(found, { payments: [], messages: [], waybills: [] }, new Date('2026-03-10T12:00:00+08:00'), zh, 'zh')

test('a denial leads, with its reasons, the ways of review and the paper that names them, and looks like no success', () => {
  const shown = page(denied)
  expect(shown.adverse).toEqual({
    title: '不予批准',
    reasons: '场所不符合要求。',
    remedies: '可以在收到之日起六十日内申请行政复议，也可以在六个月内向人民法院提起行政诉讼。复议机关和法院写在《不予行政许可决定书》里。',
    paper: { title: '不予行政许可决定书', href: '/api/v1/my/cases/3301062026030200001230/papers/p%2F1/content' },
  })
  expect(shown).not.toHaveProperty('result')
  expect(shown.state).toEqual({ word: '不予批准，已送达', tone: 'red', icon: 'error' })
  expect(shown.next).toContain('按原因改好')
  expect(stateLook('delivered', en, 'denied').word).toBe(`${en('decision.denied')}, ${en('state.delivered')}`)
})

test('a grant leads to its result and stays a success', () => {
  const shown = page(aCase({ state: 'delivered', decision: 'approved', decisionReasons: '符合条件。', next: 'nothing' }))
  expect(shown).not.toHaveProperty('adverse')
  expect(shown.state).toMatchObject({ word: '已送达', tone: 'green' })
  expect(shown.result?.text).toBe('符合条件。')
})

test('the picture marks a denied decision, not a granted one', () => {
  const stages = ['申请', '受理', '决定', '办结', '送达'].map((name) => ({ name, on: '2026-03-02', state: 'done' as const }))
  const decision = (found: Parameters<typeof wayOf>[0]) => wayOf(found, zh, 'zh').stages[2]
  expect(decision({ stages, decision: 'denied' })).toMatchObject({ word: '不予批准', state: 'ended' })
  expect(decision({ stages, decision: 'approved' })).toMatchObject({ state: 'done' })
})

test.each([
  ['refused', 'refuse', 'refusalNotice', '不予受理'],
  ['aborted', 'abort', 'closingNotice', '已中止'],
  ['rescinded', 'rescind', 'rescissionDecision', '决定已撤销'],
] as const)('what was %s says why as the step did, and points to its paper', (state, act, kind, title) => {
  const step = { name: title, act, startedAt: '2026-03-03T09:30:00+08:00', actorName: '陈建国', opinion: '不属于本机关职权。' }
  const found = aCase({ state, steps: [step], papers: [paper('receipt', '收件凭证'), paper(kind, '文书')], next: 'applyAgain' })
  expect(adverseOf(found, zh)).toMatchObject({ title, reasons: '不属于本机关职权。', paper: { title: '文书' } })
})

test('who withdrew is not told of reasons nobody gave', () => {
  const withdrawn = aCase({ state: 'withdrawn', next: 'applyAgain' })
  expect(adverseOf(withdrawn, zh)).toBeUndefined()
  expect(nextWords(withdrawn, zh)).toBe('您撤回了申请，这件事已经结束。以后需要办的，可以重新申请。')
  expect(nextWords(aCase({ state: 'lapsed', next: 'applyAgain' }), zh)).not.toContain('原因')
  expect(nextWords(aCase({ state: 'refused', next: 'applyAgain' }), zh)).toContain('按原因改好')
})
