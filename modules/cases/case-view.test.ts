import { expect, test } from 'vitest'
import { inventedPersonId } from '@yiwang/standards/testing'
import { aSubmittedCase, anAcceptedCase, openCases } from './testing.ts'

const number = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 })

test('R5A-223 R5A-228 the owner sees what he gave, every step with who took it, and his papers with their codes', async (t) => {
  const office = await openCases(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  const { status, body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    caseNumber,
    submittedAt: '2026-03-02T01:00:00.000Z',
    applicant: { name: '张测试', number, phone: '13800000001' },
    form: { place: '样例路1号', idNumber: number },
    materials: [{ code: 'lease', name: '租赁合同' }, { code: 'statement' }],
    papers: [
      { title: '收件凭证', auditCode: expect.stringMatching(/^[0-7][0-9A-Z]{26}$/) },
      { title: '受理通知书', auditCode: expect.any(String) },
    ],
    steps: [
      { name: '提交申请', startedAt: expect.any(String), endedAt: expect.any(String), actorName: '张测试' },
      { name: '受理', actorName: '王受理', actorNumber: expect.stringMatching(/^S\d+$/) },
    ],
  })
})

test('the desk sees numbers masked, in the form too, and the audit codes not at all', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const { body } = await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)
  expect(body.applicant).toMatchObject({ number: `330102********${number.slice(14)}`, phone: '138****0001' })
  expect(JSON.stringify(body)).not.toContain(number)
  expect(JSON.stringify(body)).not.toContain('13800000001')
  expect(body.papers[0]).not.toHaveProperty('auditCode')
  expect(body.materials[0]).toHaveProperty('standard')
})

test('the identity check shows the numbers whole to who may, and is noted', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const check = (by = office.clerk) => office.hall.as(by).post(`/cases/${caseNumber}/identity-check`)
  expect((await check()).body).toMatchObject({ applicant: { number, phone: '13800000001' }, form: { idNumber: number } })
  expect((await office.hall.audited()).at(-1)).toMatchObject({
    act: 'cases.checkIdentity#checkApplicantIdentity',
    actor_id: office.clerk.id,
    subject: { caseNumber },
  })
  const lookOnly = { ...office.clerk, grants: office.clerk.grants.filter(({ permission }) => permission === 'cases.look') }
  expect((await check(lookOnly)).status).toBe(403)
  expect((await check(office.otherClerk)).status).toBe(404)
  expect((await check(office.person)).status).toBe(403)
  expect((await office.hall.stranger.post(`/cases/${caseNumber}/identity-check`)).status).toBe(401)
})

test('R5A-215 R5B-094 somebody else’s case is not there, whoever asks', async (t) => {
  const office = await openCases(t)
  const caseNumber = await aSubmittedCase(office, await office.item())
  const { body } = await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)
  const [material, paper] = [body.materials[0].id, body.papers[0].id]
  const paths = [
    `/my/cases/${caseNumber}`,
    `/my/cases/${caseNumber}/materials/${material}/content`,
    `/my/cases/${caseNumber}/papers/${paper}/content`,
  ]
  for (const path of paths) {
    expect((await office.hall.as(office.otherPerson).get(path)).status).toBe(404)
    expect((await office.hall.as(office.clerk).get(path)).status).toBe(403)
    expect((await office.hall.stranger.get(path)).status).toBe(401)
    const atDesk = path.replace('/my', '')
    expect((await office.hall.as(office.otherClerk).get(atDesk)).status).toBe(404)
    expect((await office.hall.as(office.person).get(atDesk)).status).toBe(403)
    expect((await office.hall.stranger.get(atDesk)).status).toBe(401)
  }
  expect((await office.hall.as(office.otherPerson).get('/my/cases')).body.items).toEqual([])
  expect((await office.hall.as(office.otherClerk).get('/cases')).body.items).toEqual([])
})

test('papers and materials are read through their own case only', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const [one, two] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  const read = async (n: string) => (await office.hall.as(office.person).get(`/my/cases/${n}`)).body
  const [first, second] = [await read(one), await read(two)]
  const person = office.hall.as(office.person)
  const pdf = await person.get(`/my/cases/${one}/papers/${first.papers[0].id}/content`)
  expect(pdf.status).toBe(200)
  expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await person.get(`/my/cases/${one}/papers/${second.papers[0].id}/content`)).toMatchObject({ status: 404 })
  expect(await person.get(`/my/cases/${one}/materials/${second.materials[0].id}/content`)).toMatchObject({
    status: 404,
    body: { type: 'case.materialNotFound' },
  })
})

test('every paper of this side can be printed', async (t) => {
  const office = await openCases(t)
  const item = await office.item({ onlineMode: 'preview' })
  const clerk = office.hall.as(office.clerk)
  const refused = await aSubmittedCase(office, item)
  await clerk.post(`/cases/${refused}/refusal`, { reason: '不符'.repeat(400) })
  const corrected = await aSubmittedCase(office, item)
  await clerk.post(`/cases/${corrected}/correction-request`, {
    items: [
      { code: 'lease', what: '补'.repeat(500) },
      { code: '$form', what: '改' },
    ],
  })
  await office.hall.as(office.person).post(`/my/cases/${corrected}/withdrawal`, { reason: '撤' })
  const accepted = await anAcceptedCase(office, item)
  const kinds = []
  for (const caseNumber of [refused, corrected, accepted]) {
    const { papers } = (await clerk.get(`/cases/${caseNumber}`)).body
    for (const { id, kind } of papers) {
      expect((await clerk.get(`/cases/${caseNumber}/papers/${id}/content`)).status).toBe(200)
      kinds.push(kind)
    }
  }
  expect(new Set(kinds)).toEqual(new Set(['receipt', 'refusalNotice', 'correctionNotice', 'closingNotice', 'acceptanceNotice']))
})

test('before acceptance the flow that will begin is drawn already, all of it to come, so that the picture keeps its shape', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const ahead = await office.hall.as(office.clerk).get(`/cases/${await aSubmittedCase(office, item)}`)
  const running = await office.hall.as(office.clerk).get(`/cases/${await anAcceptedCase(office, item)}`)
  const names = ({ body }: typeof ahead) => body.flow.stages.map(({ name }: { name: string }) => name)
  expect(names(ahead)).toEqual(names(running))
  expect(new Set(ahead.body.flow.stages.map(({ state }: { state: string }) => state))).toEqual(new Set(['open']))
  expect(running.body.flow.stages.map(({ state }: { state: string }) => state)).toContain('current')
})
