import type { GivenMaterial } from '@yiwang/cases/contract'
import type { Material } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { aForm, anApi, zh } from '../testing.ts'
import { giveMaterials, materialRows } from './give-materials.ts'

const certificate = {
  ...{ code: 'm1', name: '经营者身份证明', kind: 'certificate', source: 'government', need: 'required', fillingNotes: '' },
  licenceTypes: ['idCard'],
} as unknown as Material
const pdf = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })
const scan: GivenMaterial = { code: 'm1', source: 'upload', fileId: 'f1' }
const held = { items: [{ identifier: 'L1', typeCode: 'idCard', typeName: '居民身份证', number: '1' }] }
const kept = (id: string, trustLevel: string, more: object = {}) => ({
  id,
  name: '身份证.pdf',
  trustLevel,
  size: 2048,
  keptAt: '2026-03-02T10:20:00+08:00',
  ...more,
})
const library = anApi({
  'GET /my/licences': { body: held },
  'GET /my/files': { body: { items: [kept('f1', 'C'), kept('f2', 'B', { size: 3 << 20, keptAt: '2026-03-03T10:20:00+08:00' })] } },
}).api
const asking = (given: GivenMaterial[] = [], onlineMode?: 'full') => ({
  materials: [certificate],
  given,
  ...(onlineMode && { onlineMode }),
})
const given = async (form: FormData, before: GivenMaterial[] = [], mode?: 'full') => {
  const { api, asked } = anApi({ 'POST /files': { status: 201, body: { id: 'new' } } })
  const { materials, errors } = await giveMaterials(api, asking(before, mode), form, zh)
  return { materials, errors: errors.fields, uploads: asked.length }
}
const licence = { code: 'm1', source: 'licence', licenceIdentifier: 'L1' }

test('another way chosen after a file lets go of that file, with the select still on it', async () => {
  expect((await given(aForm({ 'way.m1': 'licence:L1', 'file.m1': 'f1' }), [scan])).materials).toEqual([licence])
  expect((await given(aForm({ 'was.m1': 'upload', 'way.m1': 'licence:L1', 'file.m1': 'f1' }), [scan])).materials).toEqual([licence])
})

test('another way chosen on purpose goes before a file beside it, and nothing is uploaded for nothing', async () => {
  const sent = aForm({ 'was.m1': 'upload', 'way.m1': 'licence:L1', 'upload.m1': pdf })
  expect(await given(sent, [scan])).toEqual({ materials: [licence], errors: {}, uploads: 0 })
})

test('a file chosen beside what was only proposed is given, script or not; a file as the way needs a file', async () => {
  const proposed = { 'was.m1': 'licence:L1', 'way.m1': 'licence:L1' }
  expect((await given(aForm({ ...proposed, 'upload.m1': pdf }))).materials).toEqual([{ ...scan, fileId: 'new' }])
  expect((await given(aForm({ ...proposed, 'file.m1': 'f2' }))).materials).toEqual([{ ...scan, fileId: 'f2' }])
  expect((await given(aForm(proposed))).materials).toEqual([licence])
  expect((await given(aForm({ 'was.m1': 'licence:L1', 'way.m1': 'upload' }), [licence as GivenMaterial])).errors).toEqual({
    m1: '请交“经营者身份证明”。',
  })
  expect((await given(aForm({ 'was.m1': 'upload', 'way.m1': 'upload', 'file.m1': 'f1' }), [scan])).materials).toEqual([scan])
})

test('全程网办: of somebody else’s paper only what is verified is offered, and a scan refused before is let go', async () => {
  const [row] = await materialRows(library, asking([scan], 'full'), 'person', zh, 'zh')
  expect(row).toMatchObject({ uploads: false, chosen: 'licence:L1', files: [{ value: 'f2', label: '身份证.pdf' }] })
  expect(row?.choices.map(({ value }) => value)).toEqual(['licence:L1', 'upload'])
  const [bare] = await materialRows(anApi({}).api, asking([], 'full'), 'person', zh, 'zh')
  expect(bare).toMatchObject({ uploads: false, choices: [], files: [] })
})

test('全程网办: a new scan sent all the same is not taken and told so; its own papers may still be uploaded', async () => {
  const refused = await given(aForm({ 'upload.m1': pdf }), [], 'full')
  expect(refused).toMatchObject({ materials: [], uploads: 0, errors: { m1: expect.stringContaining('已核验') as string } })
  const own = { ...certificate, kind: 'other', source: 'applicant' } as Material
  const [row] = await materialRows(library, { materials: [own], given: [], onlineMode: 'full' }, 'person', zh, 'zh')
  expect(row).toMatchObject({ uploads: true })
})

test('files of one name are told apart by when they came and how large they are', async () => {
  const [row] = await materialRows(library, asking(), 'person', zh, 'zh')
  expect(row?.files.map(({ label }) => label)).toEqual([
    '身份证.pdf，2026年3月2日（周一）10:20，2 KB',
    '身份证.pdf，2026年3月3日（周二）10:20，3 MB',
  ])
})
