import { expect, test } from 'vitest'
import { aSubmittedCase, anAcceptedCase, openCases } from './testing.ts'

test('R5B-067 a refusal has its reason, the item’s own ground, and a sealed notice', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const refuse = (body: unknown) => office.hall.as(office.clerk).post(`/cases/${caseNumber}/refusal`, body)
  expect((await refuse({ reason: '' })).status).toBe(400)
  expect((await refuse({})).status).toBe(400)
  expect(await refuse({ reason: '不符', groundCode: 'nonsense' })).toMatchObject({
    status: 422,
    body: { type: 'case.refusalGroundUnknown', known: ['notInScope'] },
  })
  expect(await refuse({ reason: '仅销售预包装食品', groundCode: 'notInScope' })).toMatchObject({ status: 200, body: { state: 'refused' } })
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(body).toMatchObject({
    state: 'refused',
    next: 'applyAgain',
    lawful: [],
    papers: [{ kind: 'receipt' }, { kind: 'refusalNotice', sealed: true }],
    steps: [{}, { name: '不予受理', opinion: '依法不需要取得许可。仅销售预包装食品' }],
  })
  expect(await refuse({ reason: '再次' })).toMatchObject({ status: 409, body: { type: 'case.notLawful', state: 'refused' } })
  expect((await office.hall.published()).filter(({ name }) => name === 'case.refused')).toHaveLength(1)
})

test('an accepted case is not refused any more, and refusal is not everybody’s', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const caseNumber = await anAcceptedCase(office, item)
  const other = await aSubmittedCase(office, item)
  const refuse = (number: string, by = office.clerk) => office.hall.as(by).post(`/cases/${number}/refusal`, { reason: '不符' })
  expect(await refuse(caseNumber)).toMatchObject({ status: 409, body: { state: 'accepted' } })
  expect((await office.hall.stranger.post(`/cases/${other}/refusal`, { reason: '不符' })).status).toBe(401)
  expect((await refuse(other, office.person)).status).toBe(403)
  expect((await refuse(other, { ...office.clerk, grants: [{ permission: 'cases.accept' }] })).status).toBe(403)
  expect((await refuse(other, office.otherClerk)).status).toBe(404)
  expect((await office.hall.published()).map(({ name }) => name)).not.toContain('case.refused')
})

test('one clerk accepts while another refuses: one of them is told', async (t) => {
  const office = await openCases(t, { connections: 4 })
  const caseNumber = await aSubmittedCase(office, await office.item())
  const clerk = office.hall.as(office.clerk)
  const answers = await Promise.all([
    clerk.post(`/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] }),
    clerk.post(`/cases/${caseNumber}/refusal`, { reason: '不符' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const told = (await office.hall.published()).filter(({ name }) => ['case.accepted', 'case.refused'].includes(name))
  expect(told).toHaveLength(1)
})
