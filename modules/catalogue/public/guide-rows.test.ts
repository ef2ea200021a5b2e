import { organisation } from '@yiwang/organisation'
import { homeBody } from '@yiwang/organisation/testing'
import { aClerk, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import type { Material } from '../contract.ts'
import { catalogue } from '../index.ts'
import { aDraft, aMaterial, aPublishedImplementation, soundElements } from '../testing.ts'

const open = (t: Parameters<typeof openHall>[0]) => openHall(t, { modules: [organisation, catalogue] })
const body = aClerk(['catalogue.lookWork', 'catalogue.draft'], { id: 'body', body: homeBody, division: '330102' })

/** Hands in a draft with this material; answers what stands in the way. */
async function handIn(hall: Hall, material: Material): Promise<string[]> {
  const code = await hall.act((act) => aDraft(act, { materials: [material] }))
  const answer = await hall.as(body).post(`/implementations/${code}/submission`)
  expect([200, 422]).toContain(answer.status)
  return answer.status === 200 ? [] : answer.body.findings.map((one: { element: string; code: string }) => `${one.element} ${one.code}`)
}
const guideOf = async (hall: Hall, material: Material) => {
  const item = await hall.act((act) => aPublishedImplementation(act, { materials: [material] }))
  return (await hall.stranger.get(`/items/${item.implementationCode}/guide.txt`)).body as string
}
const { sample: _, ...withoutSample } = aMaterial()

test('R4-056 R4-059 a material without basis or without sample is not handed in; the sample is taken away with the guide', async (t) => {
  const hall = await open(t)
  expect(await handIn(hall, aMaterial({ basis: [] }))).toEqual(['materials.application basisMissing'])
  expect(await handIn(hall, withoutSample)).toEqual(['materials.application sampleMissing'])
  expect(await handIn(hall, aMaterial())).toEqual([])
  expect(await guideOf(hall, aMaterial({ code: 'lease', name: '租赁合同' }))).toContain('申请人：张某某；经营场所：某路某号。')
})

test('R4-060 a paper the government issues names who issues it, and the guide says so; another source than the known ones is refused', async (t) => {
  const hall = await open(t)
  expect(await handIn(hall, aMaterial({ source: 'government' }))).toEqual(['materials.application issuerMissing'])
  expect(await guideOf(hall, aMaterial({ source: 'government', issuer: '市场监督管理局' }))).toContain('市场监督管理局')
  const code = await hall.act((act) => aDraft(act))
  const wrong = { materials: [{ ...aMaterial(), source: 'somewhere' }] }
  expect((await hall.as(body).patch(`/implementations/${code}/draft`, wrong)).status).toBe(400)
})

test('R4-061 what an institution makes comes with how to find and reach it', async (t) => {
  const hall = await open(t)
  expect(await handIn(hall, aMaterial({ source: 'intermediary' }))).toEqual(['materials.application intermediaryMissing'])
  const intermediary = { kind: '环境监测机构', lookup: '省生态环境厅网站', phone: '0571-12345600' }
  const guide = await guideOf(hall, aMaterial({ source: 'intermediary', intermediary }))
  for (const words of Object.values(intermediary)) expect(guide).toContain(words)
})

test('R4-062 the flow of a guide holds the eight outer steps and nothing of the posts inside', async (t) => {
  const hall = await open(t)
  const kinds = ['application', 'correction', 'preReview', 'payment', 'logistics', 'acceptance', 'completion', 'signature'] as const
  const steps = kinds.map((kind, place) => ({ kind, name: `环节${place + 1}`, note: '说明。' }))
  const item = await hall.act((act) => aPublishedImplementation(act, { steps }))
  const { body: shown } = await hall.stranger.get(`/items/${item.implementationCode}`)
  expect(shown.steps).toEqual(steps)
  for (const inner of ['roles', 'candidates', 'examiner', 'decider', 'bpmn']) expect(JSON.stringify(shown)).not.toContain(inner)
  const code = await hall.act((act) => aDraft(act))
  const posts = [...soundElements.steps, { kind: 'application', name: '科室审核', note: '内部。', post: '审核岗' }]
  expect((await hall.as(body).patch(`/implementations/${code}/draft`, { steps: posts })).status).toBe(400)
})
