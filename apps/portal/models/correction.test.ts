import type { Form } from '@yiwang/forms'
import { expect, test } from 'vitest'
import { aForm, anApi, zh } from '../testing.ts'
import { loadCorrection, sendCorrection } from './correction.ts'
import { aCase } from './testing-case.ts'

const number = '3301062026030200001230'
const path = `GET /my/cases/${number}`
const asked = {
  askedAt: '2026-03-04T09:00:00+08:00',
  dueOn: '2026-03-18',
  items: [
    { code: 'm3', name: '布局图', what: '补画' },
    { code: '$form', name: '申请表', what: '店名有误' },
  ],
}
const definition: Form = {
  type: 'object',
  additionalProperties: false,
  required: ['shop'],
  properties: { shop: { type: 'string', title: '店名' } },
}
const correcting = aCase({ state: 'correcting', corrections: [asked], form: { shop: '旧名' } })
const known = { [path]: { body: correcting }, [`GET /items/${correcting.implementationCode}/form`]: { body: { schema: definition } } }
const file = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })

test('only what was asked for is open, the form too where something in it was objected to', async () => {
  const found = await loadCorrection(anApi(known).api, number, zh, 'zh')
  expect(found).toMatchObject({
    lines: [{ code: 'm3' }],
    form: { data: { shop: '旧名' }, what: '店名有误' },
    until: '请在 2026年3月18日（周三）前办好',
  })
})

test('a case that asks for nothing has no page to answer on', async () => {
  const { api } = anApi({ [path]: { body: aCase({ state: 'accepted', corrections: [asked] }) } })
  expect(await loadCorrection(api, number, zh, 'zh')).toBeUndefined()
})

test('half an answer is not sent; what was typed comes back', async () => {
  const { api, asked: calls } = anApi(known)
  const found = await loadCorrection(api, number, zh, 'zh')
  if (!found) throw new Error('no correction')
  const { errors, data } = await sendCorrection(api, number, found, aForm({ shop: '新名' }), zh, 'zh')
  expect(errors.fields).toEqual({ m3: '请选择“布局图”的文件。' })
  expect(data).toEqual({ shop: '新名' })
  expect(calls.every(({ method }) => method === 'GET')).toBe(true)
})

test('a whole answer goes with its files and the form', async () => {
  const { api, asked: calls } = anApi({
    ...known,
    'POST /files': { status: 201, body: { id: 'f1' } },
    [`POST /my/cases/${number}/correction`]: { status: 200 },
  })
  const found = await loadCorrection(api, number, zh, 'zh')
  if (!found) throw new Error('no correction')
  const { errors } = await sendCorrection(api, number, found, aForm({ m3: file, shop: '新名' }), zh, 'zh')
  expect(errors.fields).toEqual({})
  expect(calls.at(-1)?.options.body).toEqual({ materials: [{ code: 'm3', source: 'upload', fileId: 'f1' }], form: { shop: '新名' } })
})
