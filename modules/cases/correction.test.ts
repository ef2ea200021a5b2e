import { expect, test, type TestContext } from 'vitest'
import { aSubmittedCase, openCases, type CaseHall, type CaseHallOptions } from './testing.ts'

const ask = { items: [{ code: 'lease', what: '请上传完整的合同，含签字页' }] }

async function aCase(t: TestContext, options: CaseHallOptions = {}): Promise<CaseHall & { caseNumber: string }> {
  const office = await openCases(t, options)
  return { ...office, caseNumber: await aSubmittedCase(office, await office.item()) }
}
type Office = Awaited<ReturnType<typeof aCase>>
const request = ({ hall, clerk, caseNumber }: Office, body: unknown = ask, by = clerk) =>
  hall.as(by).post(`/cases/${caseNumber}/correction-request`, body)
const answer = ({ hall, person, caseNumber }: Office, body: unknown, by = person) =>
  hall.as(by).post(`/my/cases/${caseNumber}/correction`, body)
const mine = async ({ hall, person, caseNumber }: Office) => (await hall.as(person).get(`/my/cases/${caseNumber}`)).body
const names = async ({ hall }: Office) => (await hall.published()).map(({ name }) => name)

test('R5B-069 everything that is missing is told at once, with its day and a sealed notice', async (t) => {
  const office = await aCase(t)
  expect(await request(office)).toMatchObject({ status: 200, body: { state: 'correcting' } })
  expect(await mine(office)).toMatchObject({
    state: 'correcting',
    next: 'correct',
    lawful: ['resubmit', 'withdraw'],
    corrections: [{ dueOn: '2026-03-23', items: [{ code: 'lease', name: '租赁合同', what: ask.items[0]?.what }] }],
    materials: [{ code: 'lease', objection: ask.items[0]?.what }, { code: 'statement' }],
    papers: [{ kind: 'receipt' }, { kind: 'correctionNotice', sealed: true }],
  })
  expect((await office.hall.published()).at(-1)).toMatchObject({
    name: 'case.correctionRequested',
    body: { dueOn: '2026-03-23', missing: ['租赁合同'] },
  })
})

test('R5A-142 a request that names nothing, something unknown or the same twice is refused', async (t) => {
  const office = await aCase(t)
  const [one] = ask.items
  expect((await request(office, { items: [] })).status).toBe(400)
  expect((await request(office, { items: [{ code: 'lease', what: '' }] })).status).toBe(400)
  expect(await request(office, { items: [{ code: 'nonsense', what: '补' }] })).toMatchObject({
    status: 422,
    body: { type: 'case.materialUnknown' },
  })
  expect(await request(office, { items: [one, one] })).toMatchObject({ status: 422, body: { type: 'case.materialTwice' } })
  expect(await request(office, { items: [{ code: 'lease', what: 'a\u0000b' }] })).toMatchObject({ status: 422 })
  expect(await mine(office)).toMatchObject({ state: 'submitted', corrections: [] })
  expect(await names(office)).not.toContain('case.correctionRequested')
})

test('the notice says when the case was received, what is wrong, and in its own column how to correct it', async (t) => {
  const office = await aCase(t)
  const { submittedAt } = await mine(office)
  office.hall.clock.advance(3_600_000)
  await request(office, { items: [...ask.items, { code: '$form', what: '请填写经营面积' }] })
  const [notice] = await office.hall.act(({ tx }) =>
    tx.selectFrom('documents.paper').select('data').where('kind', '=', 'correctionNotice').execute(),
  )
  expect(notice?.data).toMatchObject({
    receivedAt: submittedAt,
    corrections: [
      { name: '租赁合同', reason: '不符合要求', how: ask.items[0]?.what },
      { name: '申请表', reason: '填写不全或者不符合要求', how: '请填写经营面积' },
    ],
  })
})

test('only a clerk whose permission reaches the case may ask', async (t) => {
  const office = await aCase(t)
  expect((await office.hall.stranger.post(`/cases/${office.caseNumber}/correction-request`, ask)).status).toBe(401)
  expect((await request(office, ask, office.person)).status).toBe(403)
  expect((await request(office, ask, { ...office.clerk, grants: [] })).status).toBe(403)
  expect((await request(office, ask, office.otherClerk)).status).toBe(404)
  expect((await mine(office)).state).toBe('submitted')
})

test('R5A-172 only what was asked for is handed in again, and the number stays', async (t) => {
  const office = await aCase(t)
  await request(office)
  office.hall.clock.advance(86_400_000)
  const fileId = await office.aFile(office.person)
  const whole = { materials: [{ code: 'lease', source: 'upload', fileId }] }
  const [asked] = whole.materials
  expect(await answer(office, { materials: [] })).toMatchObject({
    status: 422,
    body: { type: 'case.correctionIncomplete', names: ['租赁合同'] },
  })
  expect(await answer(office, { materials: [asked, { code: 'statement', source: 'upload', fileId }] })).toMatchObject({
    status: 422,
    body: { type: 'case.correctionNotAsked', codes: ['statement'] },
  })
  expect(await answer(office, { ...whole, form: { place: '别处' } })).toMatchObject({
    status: 422,
    body: { type: 'case.correctionNotAsked' },
  })
  const theirs = await office.aFile(office.otherPerson)
  expect(await answer(office, { materials: [{ ...asked, fileId: theirs }] })).toMatchObject({ body: { type: 'case.materialNotYours' } })
  expect((await mine(office)).state).toBe('correcting')

  expect(await answer(office, whole)).toMatchObject({ status: 200, body: { caseNumber: office.caseNumber, state: 'submitted' } })
  const view = await mine(office)
  expect(view.materials).toMatchObject([{ code: 'lease', fileId }, { code: 'statement' }])
  expect(view.materials[0]).not.toHaveProperty('objection')
  expect(view.corrections[0]).toHaveProperty('answeredAt')
  expect(view.papers.map(({ kind }: { kind: string }) => kind)).toEqual(['receipt', 'correctionNotice', 'receipt'])
  expect(await answer(office, whole)).toMatchObject({ status: 409, body: { type: 'case.notLawful', state: 'submitted' } })
})

test('a correction nobody asked for, or by somebody else, is refused', async (t) => {
  const office = await aCase(t)
  expect(await answer(office, { materials: [] })).toMatchObject({ status: 409, body: { type: 'case.notLawful' } })
  await request(office)
  expect((await answer(office, { materials: [] }, office.otherPerson)).status).toBe(404)
  expect((await answer(office, { materials: [] }, office.clerk)).status).toBe(403)
  expect((await office.hall.stranger.post(`/my/cases/${office.caseNumber}/correction`, { materials: [] })).status).toBe(401)
  expect((await mine(office)).state).toBe('correcting')
})

test('a second request may name only what the first answer was about', async (t) => {
  const office = await aCase(t)
  await request(office)
  await answer(office, { materials: [{ code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }] })
  expect(await request(office, { items: [{ code: 'statement', what: '没有签名' }] })).toMatchObject({
    status: 409,
    body: { type: 'case.correctionNotNew', names: ['承诺书'] },
  })
  expect((await mine(office)).state).toBe('submitted')
  expect((await request(office)).status).toBe(200)
})

test('the form itself can be asked for, and is checked like the first time', async (t) => {
  const office = await aCase(t)
  await request(office, { items: [{ code: '$form', what: '经营场所写到门牌号' }] })
  expect(await answer(office, { materials: [] })).toMatchObject({ body: { type: 'case.correctionIncomplete', names: ['申请表'] } })
  expect(await answer(office, { materials: [], form: { place: '' } })).toMatchObject({
    status: 422,
    body: { type: 'case.formInvalid', errors: [{ pointer: '/form/place' }] },
  })
  expect(await answer(office, { materials: [], form: { place: '样例路2号', name: '王冒名' } })).toMatchObject({
    body: { errors: [{ pointer: '/form/name', code: 'locked' }] },
  })
  expect((await answer(office, { materials: [], form: { place: '样例路2号' } })).status).toBe(200)
  expect((await mine(office)).form).toMatchObject({ place: '样例路2号', name: '张测试' })
})

test('R5B-070 what was missing can be brought to the counter, and the same case goes on', async (t) => {
  const office = await aCase(t)
  await request(office)
  const bring = (by = office.clerk) =>
    office.hall.as(by).post(`/cases/${office.caseNumber}/correction`, { materials: [{ code: 'lease', source: 'paper' }] })
  expect((await office.hall.stranger.post(`/cases/${office.caseNumber}/correction`, { materials: [] })).status).toBe(401)
  expect((await bring(office.person)).status).toBe(403)
  expect((await bring(office.otherClerk)).status).toBe(404)
  expect(await bring()).toMatchObject({ status: 200, body: { caseNumber: office.caseNumber, state: 'submitted' } })
  expect((await mine(office)).materials[0]).toMatchObject({ code: 'lease', source: 'paper', trustLevel: 'B' })
  expect((await bring()).status).toBe(409)
})

test('two answers at once: one counts', async (t) => {
  const office = await aCase(t, { connections: 4 })
  await request(office)
  const given = { materials: [{ code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }] }
  const answers = await Promise.all([answer(office, given), answer(office, given)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await names(office)).filter((name) => name === 'case.resubmitted')).toHaveLength(1)
})
