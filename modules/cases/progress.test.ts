import { expect, test } from 'vitest'
import { aClerk } from '@yiwang/testing'
import { groupForReading } from '@yiwang/standards'
import { aSubmittedCase, anAcceptedCase, openCases } from './testing.ts'

test('R5A-216 anybody with the number sees stage and dates and nothing about a person', async (t) => {
  const office = await openCases(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  const answer = await office.hall.stranger.get(`/progress/${caseNumber}`)
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    caseNumber,
    itemName: '食品经营许可',
    bodyName: '上城区样例局',
    state: 'accepted',
    committedDue: '2026-03-09',
    stages: [
      { name: '申请', on: '2026-03-02', state: 'done' },
      { name: '受理', on: '2026-03-02', state: 'done' },
      { name: '决定', state: 'current' },
      { name: '办结', state: 'open' },
      { name: '送达', state: 'open' },
    ],
  })
  expect(JSON.stringify(answer.body)).not.toMatch(/张测试|138000|33010219900307|王受理|样例路/)
})

test('a number as it is read aloud, in groups and with O for 0, is understood', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const spoken = encodeURIComponent(groupForReading(caseNumber).replaceAll('0', 'O'))
  expect((await office.hall.stranger.get(`/progress/${spoken}`)).body.caseNumber).toBe(caseNumber)
})

test('what is not there and what is no number get the same answer', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const lastDigit = String((Number(caseNumber.at(-1)) + 1) % 10)
  const tried = [
    '3301022026030200099995',
    caseNumber.slice(0, -1) + lastDigit,
    'nonsense',
    "1' or '1'='1",
    '\u0000',
    '3301022026030200000\u00001',
    '../../my/cases',
  ]
  const answers = await Promise.all(tried.map((number) => office.hall.stranger.get(`/progress/${encodeURIComponent(number)}`)))
  const [first] = answers
  expect(first).toMatchObject({ status: 404, body: { type: 'case.progressNotFound' } })
  for (const answer of answers) expect([answer.status, answer.body]).toEqual([404, first?.body])
})

test('R5A-216 trying numbers one after the other is stopped', async (t) => {
  const office = await openCases(t, { settings: { requestsPerMinute: 1000 } })
  const caseNumber = await aSubmittedCase(office, await office.item())
  const answers = []
  for (let n = 0; n < 31; n += 1) answers.push(await office.hall.stranger.get('/progress/3301022026030200099995'))
  expect(answers.slice(0, 30).every(({ status }) => status === 404)).toBe(true)
  expect(answers[30]).toMatchObject({ status: 429, body: { type: 'request.tooMany' } })
  expect((await office.hall.stranger.get(`/progress/${caseNumber}`)).status).toBe(429)
})

test('R5A-222 the code on the notice leads to the case and its steps; a changed code leads nowhere', async (t) => {
  const office = await openCases(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  const { papers } = (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body
  const notice = papers.find(({ kind }: { kind: string }) => kind === 'acceptanceNotice')
  const answer = await office.hall.stranger.get(`/progress/by-code/${notice.auditCode.toLowerCase()}`)
  expect(answer).toMatchObject({
    status: 200,
    body: { caseNumber, paper: { title: '受理通知书', number: notice.number }, steps: [{ name: '提交申请' }, { name: '受理' }] },
  })
  expect(JSON.stringify(answer.body)).not.toMatch(/张测试|138000|王受理/)
  const changed = `${notice.auditCode.slice(0, -2)}${notice.auditCode.at(-2) === '0' ? '1' : '0'}${notice.auditCode.at(-1)}`
  for (const code of [changed, 'nonsense', caseNumber])
    expect(await office.hall.stranger.get(`/progress/by-code/${code}`)).toMatchObject({
      status: 404,
      body: { type: 'case.progressNotFound' },
    })
})

test('R5A-221 the hotline answers by number, and the call is noted; others do not answer calls', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const seat = aClerk(['cases.answerCalls'], { id: 'seat-1', body: '113301020025009999' })
  expect(await office.hall.as(seat).post(`/progress/${caseNumber}/calls`)).toMatchObject({
    status: 200,
    body: { caseNumber, state: 'submitted' },
  })
  expect((await office.hall.audited()).at(-1)).toMatchObject({
    act: 'cases.answerCalls#answerProgressCall',
    actor_id: 'seat-1',
    subject: { caseNumber },
  })
  expect((await office.hall.as(seat).post('/progress/nonsense/calls')).status).toBe(404)
  expect((await office.hall.as({ ...office.clerk, grants: [] }).post(`/progress/${caseNumber}/calls`)).status).toBe(403)
  expect((await office.hall.as(office.person).post(`/progress/${caseNumber}/calls`)).status).toBe(403)
  expect((await office.hall.stranger.post(`/progress/${caseNumber}/calls`)).status).toBe(401)
})

test('R5A-013 portal, kiosk and hotline tell the same of one case at every stage', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const seat = aClerk(['cases.answerCalls'], { id: 'seat-1', body: '113301020025009999' })
  const told = async () => {
    const portal = (await office.hall.stranger.get(`/progress/${caseNumber}`)).body
    const kiosk = (await office.hall.stranger.get(`/progress/${caseNumber}`, { headers: { 'x-yiwang-app': 'kiosk' } })).body
    const hotline = (await office.hall.as(seat).post(`/progress/${caseNumber}/calls`)).body
    expect([kiosk, hotline]).toEqual([portal, portal])
    return portal.state
  }
  expect(await told()).toBe('submitted')
  await office.hall.as(office.clerk).post(`/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] })
  expect(await told()).toBe('accepted')
  await office.hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, {})
  expect(await told()).toBe('withdrawn')
})
