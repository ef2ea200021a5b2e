import { expect, test } from 'vitest'
import { aSubmittedCase, openCases } from './testing.ts'

test('R5A-141 R5B-054 a passed pre-review asks the applicant to come with the originals and is no acceptance', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item({ onlineMode: 'preview' }))
  const clerk = office.hall.as(office.clerk)
  const passed = await clerk.post(`/cases/${caseNumber}/pre-acceptance`, { opinion: '符合条件' })
  expect(passed).toMatchObject({ status: 200, body: { state: 'preAccepted' } })
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(body).toMatchObject({ state: 'preAccepted', next: 'bringOriginals', clock: { running: false, entries: [] } })
  expect(body.stages.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`)).toEqual([
    '申请 done',
    '现场核验 current',
    '受理 open',
    '决定 open',
    '办结 open',
    '送达 open',
  ])
  expect((await office.hall.published()).at(-1)).toMatchObject({ name: 'case.preAccepted', body: { originals: ['租赁合同'] } })
  expect(await clerk.post(`/cases/${caseNumber}/pre-acceptance`, {})).toMatchObject({ status: 409, body: { type: 'case.notLawful' } })
  const seen = { originalsSeen: ['lease'], deferred: [] }
  expect(await clerk.post(`/cases/${caseNumber}/acceptance`, seen)).toMatchObject({ status: 200, body: { state: 'accepted' } })
})

test('only cases handled by 原件预审 have a pre-review', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item({ onlineMode: 'verify' }))
  const answer = await office.hall.as(office.clerk).post(`/cases/${caseNumber}/pre-acceptance`, {})
  expect(answer).toMatchObject({ status: 409, body: { type: 'case.notPreviewed' } })
  expect((await office.hall.published()).map(({ name }) => name)).not.toContain('case.preAccepted')
})

test('R5A-140 pre-review is for clerks whose permission reaches the case', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item({ onlineMode: 'preview' }))
  const pass = (by = office.clerk) => office.hall.as(by).post(`/cases/${caseNumber}/pre-acceptance`, {})
  expect((await office.hall.stranger.post(`/cases/${caseNumber}/pre-acceptance`, {})).status).toBe(401)
  expect((await pass(office.person)).status).toBe(403)
  expect((await pass({ ...office.clerk, grants: [] })).status).toBe(403)
  expect((await pass(office.otherClerk)).status).toBe(404)
  expect((await office.hall.as(office.otherClerk).get('/cases')).body.items).toEqual([])
  expect((await office.hall.as(office.clerk).get('/cases?state=submitted')).body.items).toMatchObject([{ caseNumber, channel: 'portal' }])
})
