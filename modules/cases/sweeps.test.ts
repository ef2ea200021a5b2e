import { expect, test } from 'vitest'
import { aSubmittedCase, openCases, type CaseHall } from './testing.ts'

const state = async ({ hall, person }: CaseHall, caseNumber: string) => (await hall.as(person).get(`/my/cases/${caseNumber}`)).body
const events = async ({ hall }: CaseHall, name: string) =>
  (await hall.published()).filter((event) => event.name === name).map(({ body }) => body)

test('行政许可法 32（四）: five workdays without an answer, and the application is accepted as of the day of receipt', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const [silent, answered] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  await office.hall.as(office.clerk).post(`/cases/${answered}/correction-request`, { items: [{ code: 'lease', what: '补全' }] })

  office.hall.clock.set('2026-03-09T23:59:00+08:00')
  await office.hall.runJob('cases.deemAccept')
  expect((await state(office, silent)).state).toBe('submitted')

  office.hall.clock.set('2026-03-10T00:07:00+08:00')
  await office.hall.runJob('cases.deemAccept')
  await office.hall.runJob('cases.deemAccept')
  expect(await state(office, silent)).toMatchObject({
    state: 'accepted',
    committedDue: '2026-03-09',
    urgency: 'late',
    clock: { entries: [{ kind: 'start', day: '2026-03-02', ground: '逾期未告知，视为受理' }] },
    papers: [{ kind: 'receipt' }, { kind: 'acceptanceNotice' }],
    steps: [{}, { name: '视为受理', actorName: '系统' }],
  })
  expect((await state(office, answered)).state).toBe('correcting')
  expect(await events(office, 'case.accepted')).toMatchObject([{ caseNumber: silent, deemed: true }])
})

test('an answer to a correction gives the body five workdays anew, counted from that answer', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  await office.hall.as(office.clerk).post(`/cases/${caseNumber}/correction-request`, { items: [{ code: 'lease', what: '补全' }] })
  office.hall.clock.set('2026-03-10T10:00:00+08:00')
  const materials = [{ code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }]
  expect((await office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, { materials })).status).toBe(200)
  office.hall.clock.set('2026-03-17T12:00:00+08:00')
  await office.hall.runJob('cases.deemAccept')
  expect((await state(office, caseNumber)).state).toBe('submitted')
  office.hall.clock.set('2026-03-18T00:10:00+08:00')
  await office.hall.runJob('cases.deemAccept')
  expect(await state(office, caseNumber)).toMatchObject({ state: 'accepted', clock: { entries: [{ day: '2026-03-10' }] } })
})

test('a correction that does not come by its day lets the application lapse, the day itself still counting', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  await office.hall.as(office.clerk).post(`/cases/${caseNumber}/correction-request`, { items: [{ code: 'lease', what: '补全' }] })
  office.hall.clock.set('2026-03-23T23:59:00+08:00')
  await office.hall.runJob('cases.lapse')
  expect((await state(office, caseNumber)).state).toBe('correcting')
  office.hall.clock.set('2026-03-24T00:12:00+08:00')
  await office.hall.runJob('cases.lapse')
  await office.hall.runJob('cases.lapse')
  expect(await state(office, caseNumber)).toMatchObject({ state: 'lapsed', papers: [{}, {}, { kind: 'closingNotice' }] })
  expect(await events(office, 'case.lapsed')).toHaveLength(1)
  const answer = await office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, { materials: [] })
  expect(answer).toMatchObject({ status: 409, body: { type: 'case.notLawful', state: 'lapsed' } })
})

test('two sweeps at once accept each case once', async (t) => {
  const office = await openCases(t, { connections: 4 })
  const item = await office.item()
  for (let n = 0; n < 3; n += 1) await aSubmittedCase(office, item)
  office.hall.clock.set('2026-03-10T00:07:00+08:00')
  await Promise.all([office.hall.runJob('cases.deemAccept'), office.hall.runJob('cases.deemAccept')])
  expect(await events(office, 'case.accepted')).toHaveLength(3)
})

test('days that could not be counted before the holidays were announced are counted once they are', async (t) => {
  const office = await openCases(t, { now: '2026-12-30T09:00:00+08:00' })
  const item = await office.item()
  const [accepted, waiting] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  await office.hall.as(office.clerk).post(`/cases/${accepted}/acceptance`, { originalsSeen: [], deferred: [] })
  await office.hall.runJob('cases.deemAccept')
  expect(await state(office, accepted)).not.toHaveProperty('committedDue')
  await office.hall.act(async (act) => {
    const { publishCalendarYear } = await import('@yiwang/organisation')
    const notice = { notice: ['国办发明电〔2026〕1号'], off: [['2027-01-01', '元旦']] as [string, string][], work: [], workdays: 260 }
    await publishCalendarYear(act, 2027, notice)
  })
  await office.hall.runJob('cases.deemAccept')
  expect(await state(office, accepted)).toMatchObject({ committedDue: '2027-01-07', urgency: 'inTime' })
  office.hall.clock.set('2027-01-08T00:07:00+08:00')
  await office.hall.runJob('cases.deemAccept')
  expect((await state(office, waiting)).state).toBe('accepted')
})
