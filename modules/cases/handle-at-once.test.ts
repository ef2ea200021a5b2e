import { aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { aSealInUse, testAuthority } from '@yiwang/seals/testing'
import { expect, test, type TestContext } from 'vitest'
import { soundElements, type ItemOver } from '@yiwang/catalogue/testing'
import { aCertificate, aSubmittedCase, openCases, statement, type CaseHallOptions } from './testing.ts'

const input = { originalsSeen: [], deferred: [], decision: 'approved', reasons: '符合条件' }
const steps: ItemOver['steps'] = [
  { kind: 'application', name: '申请', note: '提交材料。' },
  { kind: 'decision', name: '决定', note: '当场作出决定。' },
]
const { licenceType: _, ...paperOnly } = soundElements.result
const result = { ...paperOnly, kind: 'approval' as const }
const instant: ItemOver = { result, caseKind: 'instant', committedLimit: { value: 0, unit: 'workday' }, steps }

async function anInstantCase(t: TestContext, over: ItemOver = {}, options: CaseHallOptions = {}) {
  const office = await openCases(t, options)
  const caseNumber = await aSubmittedCase(office, await office.item({ ...instant, ...over }))
  const handle = (body: unknown = input, by = office.clerk) => office.hall.as(by).post(`/cases/${caseNumber}/immediate-handling`, body)
  const view = async () => (await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)).body
  const told = async () => (await office.hall.published()).map(({ name }) => name).filter((name) => name.startsWith('case.'))
  return { ...office, caseNumber, handle, view, told }
}

test('R4-087 an instant case is accepted, decided and completed by one person in one go, and leaves what each of them leaves', async (t) => {
  const office = await anInstantCase(t)
  expect(await office.handle()).toMatchObject({ status: 200, body: { state: 'completed', decision: 'approved' } })
  expect(await office.view()).toMatchObject({
    state: 'completed',
    tasks: [],
    steps: [{ name: '提交申请' }, { name: '受理' }, { name: '决定', outcome: '准予' }, { name: '办结', actorName: '王受理' }],
    papers: [{ kind: 'receipt' }, { kind: 'acceptanceNotice' }, { kind: 'approvalDecision' }],
    clock: { running: false, entries: [{ kind: 'start' }, { kind: 'stop' }] },
  })
  expect(await office.told()).toEqual(['case.submitted', 'case.accepted', 'case.decided', 'case.completed'])
  expect(await office.handle()).toMatchObject({ status: 409, body: { type: 'case.notLawful', state: 'completed' } })
})

test('R4-087 a committed case takes its own way', async (t) => {
  const office = await anInstantCase(t, { caseKind: 'committed', committedLimit: { value: 5, unit: 'workday' } })
  expect(await office.handle()).toMatchObject({ status: 409, body: { type: 'case.notInstant' } })
  expect(await office.told()).toEqual(['case.submitted'])
})

test('what stands against one of the three keeps all three from happening', async (t) => {
  const office = await anInstantCase(t, { onlineMode: 'preview' })
  expect(await office.handle()).toMatchObject({ status: 409, body: { type: 'case.originalsMissing' } })
  expect(await office.handle({ ...input, originalsSeen: ['lease'], decision: 'perhaps' })).toMatchObject({ status: 400 })
  expect(await office.view()).toMatchObject({ state: 'submitted', visits: 0, clock: { entries: [] } })
  expect(await office.told()).toEqual(['case.submitted'])
  expect((await office.handle({ ...input, originalsSeen: ['lease'] })).status).toBe(200)
})

test('a deferred material is no ground to decide on', async (t) => {
  const office = await anInstantCase(t, { materials: [aCertificate('lease', { need: 'deferrable' }), statement] })
  expect(await office.handle({ ...input, deferred: ['lease'] })).toMatchObject({ status: 409, body: { type: 'case.deferredMissing' } })
  expect((await office.view()).state).toBe('submitted')
})

test('a stranger, the applicant, another body and who holds only the single permissions handle nothing at once', async (t) => {
  const office = await anInstantCase(t)
  expect((await office.hall.stranger.post(`/cases/${office.caseNumber}/immediate-handling`, input)).status).toBe(401)
  expect((await office.handle(input, office.person)).status).toBe(403)
  expect((await office.handle(input, office.otherClerk)).status).toBe(404)
  const grants = ['cases.accept', 'cases.decide', 'cases.complete'].map((permission) => ({ permission }))
  expect((await office.handle(input, { ...office.clerk, grants })).status).toBe(403)
  expect((await office.view()).state).toBe('submitted')
})

test('handled twice at once it is handled once', async (t) => {
  const office = await anInstantCase(t, {}, { connections: 4 })
  const answers = await Promise.all([office.handle(), office.handle()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await office.told()).filter((name) => name === 'case.completed')).toHaveLength(1)
})

test('a licence has its number at once, and the case completes with its sealed file', async (t) => {
  const authority = await testAuthority()
  const { result } = soundElements
  const field = { key: 'place', label: '经营场所', kind: 'text', required: true } as const
  const office = await anInstantCase(t, { result: { ...result, licenceType: aTypeCode } }, { outside: { certificateAuthority: authority } })
  authority.follow(office.hall.clock)
  await office.hall.act((act) => aLicenceType(act, { fields: [field] }))
  await aSealInUse(office.hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  expect(await office.handle()).toMatchObject({ status: 200, body: { state: 'decided' } })
  await office.hall.settle()
  expect(await office.view()).toMatchObject({ state: 'completed', licenceIdentifier: expect.any(String) })
})
