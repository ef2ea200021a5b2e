import type { Draft } from '@yiwang/cases/contract'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import type { Form } from '@yiwang/forms'
import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { type Application, askingOf, firstOpen, neighbour, stepsOf } from './application.ts'
import { alreadySent, takeStep } from './apply-acts.ts'
import { fileNames } from './files.ts'
import { materialRows } from './give-materials.ts'
import { originalsToShow, waysOffered } from './verified-only.ts'

const material = (code: string, more: Partial<Material> = {}): Material => ({
  code,
  name: `材料${code}`,
  kind: 'other',
  form: 'either',
  medium: 'either',
  need: 'required',
  source: 'applicant',
  originals: 1,
  copies: 0,
  paperSize: 'A4',
  fillingNotes: '如实填写',
  acceptanceStandard: '清楚',
  electronic: true,
  basis: [],
  licenceTypes: [],
  situations: [],
  ...more,
})
const item = {
  implementationCode: 'A'.repeat(34),
  name: '食品经营许可新办',
  questions: [
    {
      key: 'agent',
      text: '谁来办？',
      many: false,
      required: true,
      options: [
        { value: 'self', label: '本人' },
        { value: 'agent', label: '代办' },
      ],
    },
  ],
  situations: [{ key: 'agent', name: '代办', when: [{ question: 'agent', in: ['agent'] }] }],
  materials: [
    material('m1'),
    material('m2', { register: 'person' }),
    material('m3', { situations: ['agent'] }),
    material('m4', { need: 'deferrable' }),
  ],
  result: { name: '许可证', kind: 'licence', delivery: ['electronic', 'courier'] },
  logistics: { materials: false, results: true },
} as unknown as Implementation
const form: Form = {
  type: 'object',
  additionalProperties: false,
  required: ['shop'],
  properties: { shop: { type: 'string', title: '店名' }, mobile: { type: 'string', title: '手机', format: 'mobile' } },
}
const draft: Draft = {
  id: 'd1',
  implementationCode: item.implementationCode,
  itemName: item.name,
  revisionId: 'r',
  answers: { agent: 'self' },
  form: {},
  materials: [],
  delivery: null,
  savedAt: '2026-03-05T10:32:00+08:00',
}
const application: Application = { item, draft, form, steps: stepsOf(item, form, draft.answers) }
const saving = { 'PUT /drafts/d1': { status: 200 } }
const take = (step: Parameters<typeof takeStep>[0], api: ReturnType<typeof anApi>['api'], sent: FormData) =>
  takeStep(step, { api, application, form: sent, t: zh, language: 'zh' })
const file = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })

test('a step with nothing to ask is not shown', () => {
  expect(application.steps).toEqual(['questions', 'form', 'materials', 'delivery', 'check'])
  const bare = { ...item, questions: [], materials: [], result: { ...item.result, delivery: ['electronic'] } } as Implementation
  expect(stepsOf(bare, { ...form, properties: {} }, {})).toEqual(['check'])
  expect([neighbour(application, 'questions', -1), neighbour(application, 'check', 1)]).toEqual([undefined, undefined])
})

test('an unanswered question is named; what was a material of another situation falls away', async () => {
  const { api, asked } = anApi(saving)
  expect((await take('questions', api, aForm({}))).errors.fields).toEqual({ agent: '请选择一项。' })
  const given = {
    ...application,
    draft: {
      ...draft,
      materials: [
        { code: 'm3', source: 'upload' as const, fileId: 'f' },
        { code: 'm1', source: 'upload' as const, fileId: 'f' },
      ],
    },
  }
  const { input } = await takeStep('questions', { api, application: given, form: aForm({ agent: 'self' }), t: zh, language: 'zh' })
  expect(input.materials.map(({ code }) => code)).toEqual(['m1'])
  expect(asked.at(-1)?.options.body).toMatchObject({ answers: { agent: 'self' } })
})

test('a form that is not complete yet is kept all the same, and taken up again', async () => {
  const { api, asked } = anApi(saving)
  const saved = await take('form', api, aForm({ mobile: '138 0013 8000', intent: 'save' }))
  expect(saved.errors.fields).toEqual({})
  expect(asked[0]?.options.body).toMatchObject({ form: { mobile: '13800138000' } })
  const on = await take('form', api, aForm({ mobile: '123' }))
  expect(Object.keys(on.errors.fields)).toEqual(['mobile', 'shop'])
  expect(asked).toHaveLength(2)
})

test('papers one by one: what is missing is named, all of it at once', async () => {
  const { api } = anApi(saving)
  const { errors, input } = await take('materials', api, aForm({ 'way.m2': 'register', 'way.m4': 'deferred' }))
  expect(errors.fields).toEqual({ m1: '请交“材料m1”。' })
  expect(input.materials).toEqual([
    { code: 'm2', source: 'register' },
    { code: 'm4', source: 'deferred' },
  ])
})

test('a new file goes before a kept one, a kept one before what was proposed', async () => {
  const { api, asked } = anApi({ ...saving, 'POST /files': { status: 201, body: { id: 'new' } } })
  const sent = aForm({ 'upload.m1': file, 'file.m1': 'old', 'file.m2': 'old', 'way.m2': 'register', 'way.m4': 'deferred' })
  const { input, errors } = await take('materials', api, sent)
  expect(errors.fields).toEqual({})
  expect(input.materials).toEqual([
    { code: 'm1', source: 'upload', fileId: 'new' },
    { code: 'm2', source: 'upload', fileId: 'old' },
    { code: 'm4', source: 'deferred' },
  ])
  expect(asked.map(({ path }) => path)).toEqual(['/files', '/drafts/d1'])
})

test('a file that is refused is said at its paper, and the others are kept', async () => {
  const { api } = anApi({ ...saving, 'POST /files': refused(422, 'storage.notAllowed', '不能上传可执行文件。') })
  const { errors, input } = await take('materials', api, aForm({ 'upload.m1': file, 'way.m2': 'register', 'way.m4': 'deferred' }))
  expect(errors.fields).toEqual({ m1: '不能上传可执行文件。' })
  expect(input.materials).toHaveLength(2)
})

test('a way that was never offered is not taken', async () => {
  const { api } = anApi(saving)
  const { input } = await take('materials', api, aForm({ 'way.m1': 'paper', 'way.m2': 'licence:', 'way.m4': '__proto__' }))
  expect(input.materials).toEqual([])
})

test('what a register knows is proposed as nothing to hand in', async () => {
  const { api } = anApi({ 'GET /my/files': { body: { items: [{ id: 'f1', name: '健康证.pdf' }] } } })
  const rows = await materialRows(api, askingOf(application), 'person', zh, 'zh')
  expect(rows.map(({ code, chosen }) => [code, chosen])).toEqual([
    ['m1', ''],
    ['m2', 'register'],
    ['m4', ''],
  ])
  expect(rows[2]?.choices.map(({ value }) => value)).toEqual(['deferred', 'upload'])
  expect(rows[0]?.files).toEqual([{ value: 'f1', label: '健康证.pdf' }])
})

test('the register of persons has not spoken of an organisation', async () => {
  const rows = await materialRows(anApi({}).api, askingOf(application), 'organisation', zh, 'zh')
  expect(rows[1]).toMatchObject({ code: 'm2', chosen: '', choices: [] })
})

test('全程网办: a scan whose original nobody saw is refused where it is uploaded, one that was seen is not', async () => {
  const certificate = material('m1', { kind: 'certificate', source: 'government' })
  const online = { ...application, item: { ...application.item, onlineMode: 'full' as const, materials: [certificate] } }
  const given = (trustLevel: string) => {
    const { api } = anApi({ ...saving, 'GET /files/old': { body: { id: 'old', name: '健康证.pdf', trustLevel } } })
    return takeStep('materials', { api, application: online, form: aForm({ 'file.m1': 'old' }), t: zh, language: 'zh' })
  }
  expect((await given('C')).errors.fields).toMatchObject({ m1: expect.stringContaining('已核验') })
  expect((await given('B')).errors.fields).toEqual({})
})

test('原件核验: where the result is chosen, the scans whose originals nobody saw are named, and only those', async () => {
  const certificate = material('m1', { kind: 'certificate', source: 'government' })
  const verified = { onlineMode: 'verify' as const, materials: [certificate, material('m2')] }
  const given = ['m1', 'm2'].map((code) => ({ code, source: 'upload' as const, fileId: 'f1' }))
  const { api } = anApi({ 'GET /files/f1': { body: { id: 'f1', name: '健康证.pdf', trustLevel: 'C' } } })
  expect(await originalsToShow(api, verified, given)).toEqual(['材料m1'])
  expect(await originalsToShow(api, { ...verified, onlineMode: 'full' }, given)).toEqual([])
  expect(await originalsToShow(api, verified, [{ code: 'm1', source: 'register' }])).toEqual([])
  const { api: seen } = anApi({ 'GET /files/f1': { body: { id: 'f1', name: '健康证.pdf', trustLevel: 'B' } } })
  expect(await originalsToShow(seen, verified, given)).toEqual([])
})

test('taken up again at the first step that lacks something', () => {
  const at = (more: Partial<Draft>) =>
    firstOpen({ ...application, draft: { ...draft, answers: { agent: 'self' }, form: { shop: '甲' }, ...more } })
  const all = ['m1', 'm2', 'm3', 'm4'].map((code) => ({ code, source: 'upload' as const, fileId: 'f' }))
  expect(at({ answers: {} })).toBe('questions')
  expect(at({ form: {} })).toBe('form')
  expect(at({})).toBe('materials')
  expect(at({ materials: all })).toBe('delivery')
  expect(at({ materials: all, delivery: { method: 'electronic' } })).toBe('check')
})

test('an empty file is told to be empty, not missing', async () => {
  const { api, asked } = anApi(saving)
  const { errors } = await take('materials', api, aForm({ 'upload.m1': new File([], '健康证.pdf') }))
  expect(errors.fields['m1']).toBe('“健康证.pdf”是空的，没有内容，请换一个文件。')
  expect(asked.map(({ path }) => path)).not.toContain('/files')
  expect((await take('materials', api, aForm({ 'upload.m1': new File([], '') }))).errors.fields['m1']).toContain('请交')
})

test('the last look names the files as their owner did, however many others there are', async () => {
  const { api, asked } = anApi({ 'GET /files/f1': { body: { id: 'f1', name: '健康证.pdf', trustLevel: 'C' } } })
  const given = ['m1', 'm2'].map((code) => ({ code, source: 'upload' as const, fileId: 'f1' }))
  expect((await fileNames(api, given)).get('f1')).toBe('健康证.pdf')
  expect(asked.map(({ path }) => path)).toEqual(['/files/f1'])
})

test('a courier is neither offered nor taken where originals must be seen at the hall', async () => {
  const certificate = material('m1', { kind: 'certificate', source: 'government' })
  const item = { ...application.item, onlineMode: 'verify' as const, materials: [certificate] }
  const scanned = { ...application.draft, materials: [{ code: 'm1', source: 'upload' as const, fileId: 'f1' }] }
  const choose = (trustLevel: string) => {
    const { api } = anApi({ ...saving, 'GET /files/f1': { body: { id: 'f1', name: '健康证.pdf', trustLevel } } })
    const form = aForm({ method: 'courier', name: '张测试', phone: '13800000001', address: '样例路1号' })
    return takeStep('delivery', { api, application: { ...application, item, draft: scanned }, form, t: zh, language: 'zh' })
  }
  expect((await choose('C')).errors.fields).toEqual({ method: '请选择领取方式。' })
  expect((await choose('B')).input.delivery).toMatchObject({ method: 'courier' })
  const { result, logistics } = item
  expect(waysOffered({ onlineMode: 'preview', result, logistics }, ['材料m1'])).toContain('courier')
})

test('name, telephone and address are asked for only where a courier brings the result, and kept only then', async () => {
  const { api } = anApi(saving)
  expect((await take('delivery', api, aForm({}))).errors.fields).toEqual({ method: '请选择领取方式。' })
  expect(Object.keys((await take('delivery', api, aForm({ method: 'courier' }))).errors.fields)).toEqual(['name', 'phone', 'address'])
  const home = await take('delivery', api, aForm({ method: 'electronic', name: '甲', phone: '1', address: 'x' }))
  expect(home.input.delivery).toEqual({ method: 'electronic' })
  expect((await take('delivery', api, aForm({ method: 'counter' }))).errors.fields).toEqual({ method: '请选择领取方式。' })
})

test('one mistake about the recipient loses nothing that was typed, and the step stays open until it is mended', async () => {
  const { api, asked } = anApi(saving)
  const typed = { name: '王秀兰', phone: '12', address: '样例路1号院' }
  const wrong = await take('delivery', api, aForm({ method: 'courier', ...typed }))
  expect(wrong).toMatchObject({
    typed,
    errors: { fields: { phone: expect.any(String) as string } },
    input: { delivery: { recipient: typed } },
  })
  expect(asked.at(-1)?.options.body).toMatchObject({ delivery: { method: 'courier', recipient: typed } })
  const part = await take('delivery', api, aForm({ method: 'courier', ...typed, name: '' }))
  expect(part).toMatchObject({ typed: { ...typed, name: '' }, input: { delivery: { method: 'courier' } } })
  const all = ['m1', 'm2', 'm4'].map((code) => ({ code, source: 'upload' as const, fileId: 'f' }))
  const at = (recipient: typeof typed) =>
    firstOpen({ ...application, draft: { ...draft, form: { shop: '甲' }, materials: all, delivery: { method: 'courier', recipient } } })
  expect([at(typed), at({ ...typed, phone: '13800000001' })]).toEqual(['delivery', 'check'])
})

test('without the promise of truth nothing is submitted; pressed twice it is one application', async () => {
  const { api, asked } = anApi({ 'POST /drafts/d1/submission': { status: 201, body: { caseNumber: 'N' } } })
  expect((await take('check', api, aForm({}))).errors.fields['promise']).toBeDefined()
  expect(asked).toEqual([])
  expect((await take('check', api, aForm({ promise: 'yes' }))).caseNumber).toBe('N')
  expect(asked[0]?.options.headers).toMatchObject({ 'idempotency-key': 'submit-d1' })
})

test('the tab that comes second is led to the case the first one made; what is nobody’s draft leads nowhere', async () => {
  const already = refused(409, 'case.alreadySubmitted', '已经提交。', { caseNumber: 'N' })
  const { api } = anApi({ 'POST /drafts/d1/submission': already })
  expect(await take('check', api, aForm({ promise: 'yes' }))).toMatchObject({ caseNumber: 'N', errors: { fields: {} } })
  expect(await alreadySent(api, 'check', 'd1')).toBe('N')
  expect(await alreadySent(anApi({}).api, 'check', 'd1')).toBeUndefined()
  const { api: other, asked } = anApi({ 'POST /drafts/d1/submission': already })
  expect([await alreadySent(other, 'form', 'd1'), await alreadySent(other, 'check', null)]).toEqual([undefined, undefined])
  expect(asked).toEqual([])
})

test('what the server finds wrong in the form is said with its places', async () => {
  const { api } = anApi({
    'POST /drafts/d1/submission': refused(422, 'case.formInvalid', '表单还有需要改正的地方。', {
      errors: [{ pointer: '/form/shop', message: '请填写店名。' }],
    }),
  })
  const { errors, caseNumber } = await take('check', api, aForm({ promise: 'yes' }))
  expect(caseNumber).toBeUndefined()
  expect(errors).toEqual({ general: '表单还有需要改正的地方。', fields: { shop: '请填写店名。' } })
})
