import { expect, test } from 'vitest'
import { completed, doTask, examined, granted, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { anAcceptedCase, aSubmittedCase, type CaseHall } from './testing.ts'
import type { Actor } from '@yiwang/kernel'

const listed = async (office: CaseHall, by: Actor, query: string) =>
  (await office.hall.as(by).get(`/cases?${query}`)).body.items.map(({ caseNumber }: { caseNumber: string }) => caseNumber)

test('待决定: a case waits for the decider once its flow has ended, and for nobody who may not decide', async (t) => {
  const office = await openOffice(t)
  const { decider } = people(office)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  expect(await listed(office, decider, 'waitsFor=decision')).toEqual([])
  await examined(office, caseNumber)
  expect(await listed(office, decider, 'waitsFor=decision')).toEqual([caseNumber])
  const mayNot = { ...decider, grants: decider.grants.filter(({ permission }) => permission !== 'cases.decide') }
  expect(await listed(office, mayNot, 'waitsFor=decision')).toEqual([])
  const elsewhere = { ...decider, grants: decider.grants.map((grant) => ({ ...grant, bodies: ['X'.repeat(18)] })) }
  expect(await listed(office, elsewhere, 'waitsFor=decision')).toEqual([])
  await must(send(office, decider, caseNumber, 'decision', granted))
  expect(await listed(office, decider, 'waitsFor=decision')).toEqual([])
  expect((await office.hall.stranger.get('/cases?waitsFor=decision')).status).toBe(401)
})

test('a request for more time waits for whoever may grant it, until it is answered', async (t) => {
  const office = await openOffice(t)
  const { examiner, decider } = people(office)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await must(send(office, examiner, caseNumber, 'extension-requests', { workdays: 3, reason: '需要核对' }))
  expect(await listed(office, decider, 'waitsFor=answer')).toEqual([caseNumber])
  const onlyAborts = { ...decider, grants: decider.grants.filter(({ permission }) => permission !== 'cases.grantExtension') }
  expect(await listed(office, onlyAborts, 'waitsFor=answer')).toEqual([])
  const [request] = (await view(office, caseNumber)).requests
  await must(send(office, decider, caseNumber, 'extension-grants', { requestId: request.id, granted: true }))
  expect(await listed(office, decider, 'waitsFor=answer')).toEqual([])
})

test('before acceptance the desk says by which day the applicant is answered, afterwards no longer', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly))
  expect((await view(office, caseNumber)).desk).toEqual({ answerBy: '2026-03-09' })
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body).not.toHaveProperty('desk')
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  expect((await view(office, caseNumber)).desk).not.toHaveProperty('answerBy')
})

test('the desk says beforehand what the decision would be refused for', async (t) => {
  const office = await openOffice(t)
  const { examiner, decider } = people(office)
  const desk = async (by: Actor, caseNumber: string) => (await office.hall.as(by).get(`/cases/${caseNumber}`)).body
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const begun = await desk(examiner, caseNumber)
  expect(begun.desk).toEqual({ flowEnded: false, owed: [] })
  expect(begun.tasks).toMatchObject([{ forMe: true }])
  expect((await desk(decider, caseNumber)).tasks).toMatchObject([{ forMe: false }])
  expect((await doTask(office, decider, caseNumber, 'agree')).body.type).toBe('case.taskNotYours')
  await examined(office, caseNumber, 'deny')
  expect((await desk(decider, caseNumber)).desk).toEqual({
    flowEnded: true,
    flowSaid: 'deny',
    examined: true,
    examinedAlone: false,
    owed: [],
  })
  expect((await send(office, decider, caseNumber, 'decision', granted)).body).toMatchObject({
    type: 'case.flowSaysOtherwise',
    said: 'deny',
  })
})

test('the desk says beforehand how a result can be handed over; the applicant sees nothing of the desk', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const caseNumber = await anAcceptedCase(office, item, { delivery: { method: 'counter' } })
  await completed(office, caseNumber)
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body.desk).toBeUndefined()
  const { desk } = await view(office, caseNumber)
  expect(desk).toMatchObject({ owed: [], handOver: ['counter'] })
  const deliver = (method: string) =>
    send(office, office.clerk, caseNumber, 'delivery', { method, signedBy: '张测试', originalsSeen: desk.originals })
  expect((await deliver('electronic')).body.type).toBe('case.deliveryOtherwise')
  expect((await deliver('counter')).body).toMatchObject({ state: 'delivered' })
})
