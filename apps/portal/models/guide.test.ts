import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { guideOf } from './guide.ts'

const basis = { title: '行政许可法', checked: true }

const material = (over: Partial<Material> = {}): Material => ({
  ...{ code: 'application', name: '申请书', kind: 'form', form: 'original', medium: 'either', need: 'required', source: 'applicant' },
  ...{ originals: 1, copies: 0, paperSize: 'A4', fillingNotes: '如实填写。', acceptanceStandard: '内容完整。', electronic: true },
  ...{ basis: [basis], licenceTypes: [], situations: [] },
  ...over,
})

const item = (over: Partial<Implementation> = {}): Implementation => ({
  ...{ implementationCode: 'XK00101000330102000000002500287100', revisionId: '01890a5d-ac96-774b-bcce-b302099a8057' },
  ...{ version: 3, state: 'inForce', effectiveOn: '2026-03-02', division: '330102', divisionName: '上城区' },
  ...{ bodyCode: '113301020025002871', bodyName: '上城区样例局', bodyNature: 'statutory' },
  ...{ baseCode: 'XK00101000', implementingCode: '330102000000002500287100', name: '食品经营许可', itemType: 'XK' },
  ...{ legalBasis: [basis], exerciseLevels: ['county'], conditions: ['有固定场所。'], materials: [material()] },
  ...{ jointBodies: [], intermediaries: [], audiences: ['person', 'organisation'], caseKind: 'committed' },
  steps: [
    { kind: 'application', name: '申请', note: '网上填写。' },
    { kind: 'examination', name: '审查', note: '书面审查。', limit: { value: 5, unit: 'workday' } },
  ],
  result: { name: '食品经营许可证', kind: 'licence', licenceType: '11330102002500287C001', delivery: ['counter'] },
  fees: { charged: false, standards: [], basis: [] },
  committedLimit: { value: 8, unit: 'workday' },
  ...{ handlingForms: ['counter', 'online'], onlineMode: 'verify', appointment: false, onlinePayment: false },
  ...{ logistics: { materials: false, results: true }, runningSystem: { level: 'city' }, places: [], officeHours: [] },
  ...{ consultationPhone: '0571-12345678', complaintPhone: '12345', questionsAndAnswers: [], reviewStandard: '符合要求。' },
  ...{ summary: '开饭店之前要办的许可。', themes: ['P08'], applicationType: 'new', keywords: [], visits: 1, realNameLevel: 1 },
  ...{ questions: [], situations: [], procedures: [], refusalGrounds: [], handlingModel: 'own' },
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
  expect(guide().flow).toMatchObject([{ name: '申请' }, { name: '审查', limit: '5 个工作日', note: '书面审查。' }])
  expect(guide({ materials: [material(), material({ code: 'b', licenceTypes: ['11330102002500287C001'] })] }).freeOfHandingIn).toBe(1)
})

test('a guide promises what can be had: licences that are in the library, appointments by telephone, law without the marks of staff', () => {
  const licensed = material({ licenceTypes: ['11330102002500287C001'], originals: 1, basis: [{ title: '食品安全法', checked: false }] })
  const shown = guide({
    materials: [licensed],
    appointment: true,
    legalBasis: [{ title: '食品安全法', clause: '第三十五条', checked: false }],
  })
  expect(zh('material.free')).toBe('证照库里有的，免提交')
  expect(shown.materials[0]).toMatchObject({ fromLibrary: true, copies: '原件 1 份、A4' })
  expect(shown.guidance).toContainEqual({ label: '预约办理', value: '网上或者打咨询电话', yes: true })
  expect(guide({ appointment: false }).guidance).toContainEqual({ label: '预约办理', value: zh('no'), yes: false })
  expect(shown.legalBasis).toEqual(['《食品安全法》第三十五条'])
  expect(JSON.stringify(shown)).not.toContain('待核')
})
