import { expect, test } from 'vitest'
import { aSubmittedCase, anAcceptedCase, openCases } from './testing.ts'

test('the applicant withdraws before the decision: the clock stops, the notice says so, nothing more is lawful', async (t) => {
  const office = await openCases(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  office.hall.clock.advance(86_400_000)
  const withdraw = () => office.hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, { reason: '改到别处经营' })
  expect(await withdraw()).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(body).toMatchObject({
    state: 'withdrawn',
    lawful: [],
    urgency: 'none',
    clock: {
      running: false,
      committed: { elapsed: 1 },
      entries: [{ kind: 'start' }, { kind: 'stop', day: '2026-03-03', ground: '改到别处经营' }],
    },
    papers: [{}, {}, { kind: 'closingNotice' }],
    stages: [{ name: '申请' }, { name: '受理' }, { name: '已撤回', on: '2026-03-03', state: 'done' }],
  })
  expect(await withdraw()).toMatchObject({ status: 409, body: { type: 'case.notLawful', state: 'withdrawn', lawful: ['archive'] } })
  expect((await office.hall.published()).filter(({ name }) => name === 'case.withdrawn')).toHaveLength(1)
})

test('before acceptance there is no clock to stop', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  expect((await office.hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, {})).status).toBe(200)
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(body).toMatchObject({ state: 'withdrawn', clock: { entries: [] } })
})

test('nobody withdraws for somebody else', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const path = `/my/cases/${caseNumber}/withdrawal`
  expect((await office.hall.stranger.post(path, {})).status).toBe(401)
  expect(await office.hall.as(office.otherPerson).post(path, {})).toMatchObject({ status: 404, body: { type: 'case.notFound' } })
  expect((await office.hall.as(office.clerk).post(path, {})).status).toBe(403)
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body.state).toBe('submitted')
})

test('withdrawal and acceptance at once: both may hold in turn, never a case that runs after it was withdrawn', async (t) => {
  const office = await openCases(t, { connections: 4 })
  const caseNumber = await aSubmittedCase(office, await office.item())
  const [accepted, withdrawn] = await Promise.all([
    office.hall.as(office.clerk).post(`/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] }),
    office.hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, {}),
  ])
  expect(withdrawn.status).toBe(200)
  expect([200, 409]).toContain(accepted.status)
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(body).toMatchObject({ state: 'withdrawn', clock: { running: false } })
  expect(body.clock.entries.map(({ kind }: { kind: string }) => kind)).toEqual(accepted.status === 200 ? ['start', 'stop'] : [])
})
