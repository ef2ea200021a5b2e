import { expect, test } from 'vitest'
import { completed, doTask, examined, granted, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { aSubmittedCase, anAcceptedCase } from './testing.ts'

const ownSystem = { ...paperOnly, flow: undefined, examinedIn: 'ownSystem' } as const
const looked = { opinion: '本部门业务系统审查：材料齐全，符合条件。' }

test('R5A-144 what nobody examined is not decided; along the flow it is, and the result is seen in the platform', async (t) => {
  const office = await openOffice(t)
  const { decider } = people(office)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const tooEarly = await send(office, decider, caseNumber, 'decision', granted)
  expect(tooEarly).toMatchObject({ status: 409, body: { type: 'case.flowNotEnded' } })
  expect(await view(office, caseNumber)).toMatchObject({ state: 'accepted', papers: [{ kind: 'receipt' }, { kind: 'acceptanceNotice' }] })
  expect(await told(office, 'case.decided')).toEqual([])
  await examined(office, caseNumber)
  expect((await send(office, decider, caseNumber, 'decision', granted)).status).toBe(200)
  expect(await view(office, caseNumber)).toMatchObject({ state: 'decided', decision: 'approved', decisionReasons: granted.reasons })
  const elsewhere = await anAcceptedCase(office, await office.item(ownSystem))
  expect(await send(office, decider, elsewhere, 'decision', granted)).toMatchObject({ status: 409, body: { type: 'case.notExamined' } })
  expect(await told(office, 'case.decided')).toHaveLength(1)
})

test('what a department examined in a system of its own is noted by one and decided by another', async (t) => {
  const office = await openOffice(t)
  const { examiner, decider } = people(office)
  const caseNumber = await anAcceptedCase(office, await office.item(ownSystem))
  expect((await send(office, examiner, caseNumber, 'examination', { opinion: '' })).status).toBe(400)
  expect((await send(office, examiner, caseNumber, 'examination', looked)).status).toBe(200)
  expect((await send(office, examiner, caseNumber, 'decision', granted)).body.type).toBe('case.deciderExamined')
  expect((await send(office, decider, caseNumber, 'decision', granted)).status).toBe(200)
  const { steps } = await view(office, caseNumber)
  expect(steps).toContainEqual(expect.objectContaining({ name: '审查', act: 'noteExamination', opinion: looked.opinion }))
  expect(await told(office, 'case.stepDone')).toHaveLength(1)
})

test('the points ticked off are kept with the step, who and when; the desk sees them, the applicant does not', async (t) => {
  const office = await openOffice(t)
  const { examiner, decider } = people(office)
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly))
  const acceptance = { originalsSeen: [], deferred: [], points: ['租赁合同：仍在有效期内'] }
  await must(send(office, office.clerk, caseNumber, 'acceptance', acceptance))
  const [task] = (await view(office, caseNumber)).tasks
  const path = `tasks/${task.id}/completion`
  const completion = { opinion: '材料属实', outcome: 'agree', points: ['租赁合同：签字页齐全', '两人到场核查'] }
  expect((await send(office, examiner, caseNumber, path, { ...completion, points: [''] })).status).toBe(400)
  await must(send(office, examiner, caseNumber, path, completion))
  await must(doTask(office, decider, caseNumber, 'approve'))
  await must(send(office, decider, caseNumber, 'decision', { ...granted, points: ['符合法定条件'] }))
  const { steps } = await view(office, caseNumber)
  expect(steps.filter((step: object) => 'points' in step)).toMatchObject([
    { act: 'accept', points: ['租赁合同：仍在有效期内'] },
    { act: 'completeTask', points: completion.points, actorName: expect.any(String), endedAt: expect.any(String) },
    { act: 'decide', points: ['符合法定条件'] },
  ])
  const mine = (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body
  expect(mine.steps.map(({ act }: { act: string }) => act)).toEqual(steps.map(({ act }: { act: string }) => act))
  expect(mine.steps.filter((step: object) => 'points' in step)).toEqual([])
})

test('where a flow is drawn its steps are the examination, and nothing is noted beside it', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const beside = await send(office, people(office).examiner, caseNumber, 'examination', looked)
  expect(beside).toMatchObject({ status: 409, body: { type: 'case.examinedByFlow' } })
  await completed(office, caseNumber)
  expect((await view(office, caseNumber)).steps.filter(({ act }: { act: string }) => act === 'noteExamination')).toEqual([])
})

test('an instant item without a flow is examined by who decides it', async (t) => {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, flow: undefined, caseKind: 'instant', committedLimit: { value: 1, unit: 'workday' } })
  const caseNumber = await anAcceptedCase(office, item)
  expect((await send(office, people(office).decider, caseNumber, 'decision', granted)).body).toMatchObject({ state: 'decided' })
})
