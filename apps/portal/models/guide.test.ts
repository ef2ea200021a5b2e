import { aMaterial, soundElements } from '@yiwang/catalogue/testing'
import type { Implementation } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { guideOf } from './guide.ts'

const item = (over: Partial<Implementation> = {}): Implementation => ({
  ...soundElements,
  implementationCode: 'XK00101000330102000000002500287100',
  revisionId: '01890a5d-ac96-774b-bcce-b302099a8057',
  version: 3,
  state: 'inForce',
  effectiveOn: '2026-03-02',
  bodyCode: '113301020025002871',
  bodyName: '上城区样例局',
  division: '330102',
  divisionName: '上城区',
  baseCode: 'XK00101000',
  implementingCode: '330102000000002500287100',
  name: '食品经营许可',
  itemType: 'XK',
  legalBasis: [{ title: '行政许可法', checked: true }],
  exerciseLevels: ['county'],
  ...over,
})
const guide = (over?: Partial<Implementation>) => guideOf(item(over), [], zh, 'zh')

test('R5A-130 R2-15 what is handled online has its way to apply; what is for the counter only, suspended or ended has none', () => {
  expect(guide().applyHref).toBe('/apply/XK00101000330102000000002500287100')
  const { onlineMode: _, ...counterOnly } = item({ handlingForms: ['counter'] })
  expect(guideOf(counterOnly, [], zh, 'zh')).not.toHaveProperty('applyHref')
  for (const state of ['suspended', 'withdrawn'] as const) {
    expect(guide({ state })).not.toHaveProperty('applyHref')
    expect(guide({ state }).inForce).toBe(false)
  }
})

test('a guide tells its version, and each step with its limit and words', () => {
  expect(guide().version).toMatchObject({ number: 3, by: '上城区样例局' })
  expect(guide().flow).toMatchObject([{ name: '申请' }, { name: '受理' }, { name: '审查', limit: '5 个工作日' }, { name: '决定' }])
  expect(guide({ materials: [aMaterial(), aMaterial({ code: 'b', licenceTypes: ['11330102002500287C001'] })] }).freeOfHandingIn).toBe(1)
})
