import { expect, test } from 'vitest'
import { aCertificate, aSubmittedCase, anAcceptedCase, openCases, statement, type CaseHall } from './testing.ts'

const nothing = { originalsSeen: [], deferred: [] }
const accept = ({ hall, clerk }: CaseHall, caseNumber: string, body: unknown = nothing, by = clerk) =>
  hall.as(by).post(`/cases/${caseNumber}/acceptance`, body)
const acceptedEvents = async ({ hall }: CaseHall) => (await hall.published()).filter(({ name }) => name === 'case.accepted')
const view = async ({ hall, clerk }: CaseHall, caseNumber: string) => (await hall.as(clerk).get(`/cases/${caseNumber}`)).body

test('R5A-149 RA3-017 acceptance starts the clock and issues the notice with its number', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const answer = await accept(office, caseNumber, { ...nothing, opinion: '材料齐全' })
  expect(answer).toMatchObject({ status: 200, body: { caseNumber, state: 'accepted', committedDue: '2026-03-09' } })
  expect(await view(office, caseNumber)).toMatchObject({
    state: 'accepted',
    urgency: 'inTime',
    clock: {
      running: true,
      committed: { value: 5, dueOn: '2026-03-09', elapsed: 0, remaining: 5 },
      statutory: { value: 10, dueOn: '2026-03-16' },
      entries: [{ kind: 'start', day: '2026-03-02', ground: '受理' }],
    },
    papers: [{ kind: 'receipt' }, { kind: 'acceptanceNotice', sealed: true, number: expect.stringContaining('上城样例受字〔2026〕') }],
    steps: [{ name: '提交申请' }, { name: '受理', actorName: '王受理', opinion: '材料齐全', outcome: '准予受理' }],
  })
  expect((await acceptedEvents(office)).map(({ body }) => body)).toMatchObject([{ caseNumber, committedDue: '2026-03-09', deemed: false }])
})

test('a stranger, the applicant, a clerk of another body and one without the permission accept nothing', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  expect((await office.hall.stranger.post(`/cases/${caseNumber}/acceptance`, nothing)).status).toBe(401)
  expect((await accept(office, caseNumber, nothing, office.person)).status).toBe(403)
  expect((await accept(office, caseNumber, nothing, { ...office.clerk, grants: [] })).status).toBe(403)
  expect(await accept(office, caseNumber, nothing, office.otherClerk)).toMatchObject({ status: 404, body: { type: 'case.notFound' } })
  const otherItem = { ...office.clerk, grants: [{ permission: 'cases.accept', items: ['X'.repeat(34)] }] }
  expect((await accept(office, caseNumber, nothing, otherItem)).status).toBe(404)
  expect(await accept(office, '3301022026030200000001', nothing)).toMatchObject({ status: 404 })
  expect(await view(office, caseNumber)).toMatchObject({ state: 'submitted', clock: { running: false, entries: [] } })
  expect(await acceptedEvents(office)).toEqual([])
})

test('accepting twice is refused with the state and what is lawful from it', async (t) => {
  const office = await openCases(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  const again = await accept(office, caseNumber)
  expect(again).toMatchObject({ status: 409, body: { type: 'case.notLawful', act: 'accept', state: 'accepted' } })
  expect(again.body.lawful).toContain('decide')
  expect(again.body.lawful).not.toContain('accept')
  expect(await acceptedEvents(office)).toHaveLength(1)
  expect((await view(office, caseNumber)).clock.entries).toHaveLength(1)
})

test('two clerks at once: one accepts, the other is told', async (t) => {
  const office = await openCases(t, { connections: 4 })
  const caseNumber = await aSubmittedCase(office, await office.item())
  const answers = await Promise.all([accept(office, caseNumber), accept(office, caseNumber), accept(office, caseNumber)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await acceptedEvents(office)).toHaveLength(1)
  expect((await view(office, caseNumber)).clock.entries).toHaveLength(1)
})

test('R5A-143 R5B-065 in 原件预审 nothing is accepted until the originals lay on the counter', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item({ onlineMode: 'preview' }))
  expect(await accept(office, caseNumber)).toMatchObject({
    status: 409,
    body: { type: 'case.originalsMissing', missing: ['lease'], names: ['租赁合同'] },
  })
  expect(await accept(office, caseNumber, { originalsSeen: ['lease', 'nonsense'], deferred: [] })).toMatchObject({
    status: 422,
    body: { type: 'case.materialUnknown', codes: ['nonsense'] },
  })
  expect(await acceptedEvents(office)).toEqual([])
  expect((await accept(office, caseNumber, { originalsSeen: ['lease'], deferred: [] })).status).toBe(200)
  const { materials, visits } = await view(office, caseNumber)
  expect(materials).toMatchObject([
    { code: 'lease', trustLevel: 'B', originalCheckedAt: expect.any(String) },
    { code: 'statement', trustLevel: 'D' },
  ])
  expect(visits).toBe(1)
})

test('R5A-148 R5A-155 R5A-160 原件核验 and 全程网办 make nobody come before acceptance', async (t) => {
  const office = await openCases(t)
  for (const onlineMode of ['verify', 'full'] as const) {
    const item = await office.item({ onlineMode, materials: [statement] })
    const materials = [{ code: 'statement', source: 'upload' as const, fileId: await office.aFile(office.person) }]
    const caseNumber = await aSubmittedCase(office, item, { materials })
    expect(await accept(office, caseNumber, { originalsSeen: ['statement'], deferred: [] })).toMatchObject({
      status: 409,
      body: { type: 'case.noOriginalsHere', onlineMode },
    })
    expect((await accept(office, caseNumber)).status).toBe(200)
    expect((await view(office, caseNumber)).visits).toBe(0)
  }
})

test('what cannot be deferred keeps the application at the counter; what can is named by the clerk', async (t) => {
  const office = await openCases(t)
  const deferrable = aCertificate('lease', { name: '租赁合同', need: 'deferrable' })
  const item = await office.item({ materials: [deferrable, statement] })
  const word = { code: 'statement', source: 'upload' as const, fileId: await office.aFile(office.person) }
  const caseNumber = await aSubmittedCase(office, item, { materials: [{ code: 'lease', source: 'deferred' }, word] })
  expect(await accept(office, caseNumber)).toMatchObject({ status: 422, body: { type: 'case.materialsMissing', missing: ['lease'] } })
  const deferring = (...deferred: string[]) => accept(office, caseNumber, { originalsSeen: [], deferred })
  expect(await deferring('lease', 'statement')).toMatchObject({ status: 422, body: { type: 'case.notDeferrable', code: 'statement' } })
  expect(await deferring('lease', 'nonsense')).toMatchObject({ status: 422, body: { type: 'case.materialUnknown' } })
  expect(await acceptedEvents(office)).toEqual([])
  expect((await deferring('lease')).status).toBe(200)
  expect((await view(office, caseNumber)).materials[0]).toMatchObject({ code: 'lease', source: 'deferred', trustLevel: 'D' })
})

test('a scan the clerk cannot use is deferred in its place, where the item allows it', async (t) => {
  const office = await openCases(t)
  const item = await office.item({ materials: [aCertificate('lease', { need: 'deferrable' }), statement] })
  const caseNumber = await aSubmittedCase(office, item)
  expect((await accept(office, caseNumber, { originalsSeen: [], deferred: ['lease', 'lease'] })).status).toBe(200)
  expect((await view(office, caseNumber)).materials[0]).toMatchObject({ code: 'lease', source: 'deferred' })
})

test('the item version is pinned: a later change of the item changes nothing in a running case', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const caseNumber = await aSubmittedCase(office, item)
  await office.hall.act(async (act) => {
    const { suspendItem } = await import('@yiwang/catalogue')
    await suspendItem(act, item.implementationCode, { reason: '调整' })
  })
  expect(await accept(office, caseNumber)).toMatchObject({ status: 200, body: { committedDue: '2026-03-09' } })
  expect((await view(office, caseNumber)).revisionId).toBe(item.revisionId)
})

test('an item without a promise has no promised day, and beyond the announced holidays nothing is guessed', async (t) => {
  const office = await openCases(t, { now: '2026-12-30T09:00:00+08:00' })
  const caseNumber = await aSubmittedCase(office, await office.item())
  const answer = await accept(office, caseNumber)
  expect(answer.status).toBe(200)
  expect(answer.body).not.toHaveProperty('committedDue')
  const { clock, urgency } = await view(office, caseNumber)
  expect(clock.committed).toMatchObject({ value: 5, elapsed: 0, remaining: 5 })
  expect(clock.committed).not.toHaveProperty('dueOn')
  expect(urgency).toBe('none')
})
