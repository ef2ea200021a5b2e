import { expect, test } from 'vitest'
import { aForm, anApi, zh } from '../testing.ts'
import { loadOwed, supplyOwed } from './deferred.ts'
import { aCase } from './testing-case.ts'

const number = '3301062026030200001230'
const promised = (code: string, name: string) => ({ id: code, code, name, source: 'deferred', trustLevel: 'D' }) as const
const owing = aCase({
  materials: [promised('m1', '布局图'), promised('m2', '消防证明')],
  lawful: ['supplyDeferred'],
  committedDue: '2026-03-18',
})
const material = (code: string, name: string) => ({ code, name, need: 'deferrable', licenceTypes: [], fillingNotes: '' })
const item = { materials: [material('m0', '身份证'), material('m1', '布局图'), material('m2', '消防证明')] }
const known = {
  [`GET /my/cases/${number}`]: { body: owing },
  [`GET /items/${owing.implementationCode}`]: { body: item },
  'POST /files': { status: 201, body: { id: 'f1' } },
  [`POST /my/cases/${number}/deferred-materials`]: { status: 200 },
}
const file = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })

async function owed(api: ReturnType<typeof anApi>['api']) {
  const found = await loadOwed(api, number, zh, 'zh')
  if (!found) throw new Error('nothing owed')
  return found
}

test('what is owed is open to be handed in, and cannot be put off again', async () => {
  const found = await owed(anApi(known).api)
  expect(found.materials.map(({ code, need }) => [code, need])).toEqual([
    ['m1', 'required'],
    ['m2', 'required'],
  ])
})

test('a part may be handed in; what is left out is not sent', async () => {
  const { api, asked } = anApi(known)
  expect(await supplyOwed(api, number, await owed(api), aForm({ 'upload.m2': file }), zh)).toEqual({ fields: {} })
  expect(asked.at(-1)?.options.body).toEqual({ materials: [{ code: 'm2', source: 'upload', fileId: 'f1' }] })
})

test('nothing handed in is said at each material, and nothing is sent', async () => {
  const { api, asked } = anApi(known)
  const errors = await supplyOwed(api, number, await owed(api), aForm({}), zh)
  expect(Object.keys(errors.fields)).toEqual(['m1', 'm2'])
  expect(asked.every(({ method }) => method === 'GET')).toBe(true)
})

test('a case that owes nothing has no page to hand it in on', async () => {
  const settled = { ...owing, lawful: [] }
  const { api } = anApi({ ...known, [`GET /my/cases/${number}`]: { body: settled } })
  expect(await loadOwed(api, number, zh, 'zh')).toBeUndefined()
})
