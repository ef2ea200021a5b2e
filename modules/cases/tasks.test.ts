import { systemActor, type Act, type Actor } from '@yiwang/kernel'
import {
  approve,
  approveFlow,
  changeDraft,
  deployFlow,
  getImplementation,
  publish,
  reviseImplementation,
  submitForApproval,
} from '@yiwang/catalogue'
import { flowBpmn, reviewOf } from '@yiwang/catalogue/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { expect, test } from 'vitest'
import { must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { anAcceptedCase, aSubmittedCase, type CaseHall } from './testing.ts'

/** Another body is asked (协办), and its silence counts as consent; one examiner by name; then the decision. */
const bpmn = (otherBody: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="urn:yiwang:bpmn:1" id="file" targetNamespace="urn:yiwang:flows">
  <process id="consulted" name="征求意见" isExecutable="true">
    <startEvent id="accepted" name="已受理" />
    <userTask id="consult" name="征求协办部门意见"><extensionElements>
      <yiwang:candidates role="consultant" body="${otherBody}" /><yiwang:limit value="2" unit="workday" />
      <yiwang:decision variable="opinion"><yiwang:option value="agree" label="同意" action="pass" /><yiwang:option value="object" label="有异议" action="other" /></yiwang:decision>
    </extensionElements></userTask>
    <boundaryEvent id="silence" name="逾期未复视为同意" attachedToRef="consult"><timerEventDefinition id="silenceTimer" yiwang:workdays="3" /></boundaryEvent>
    <userTask id="sign" name="专人审核"><extensionElements>
      <yiwang:candidates role="examiner" body="implementing" users="examiner-1" /><yiwang:limit value="2" unit="workday" />
    </extensionElements></userTask>
    <userTask id="decide" name="决定"><extensionElements>
      <yiwang:candidates role="decider" body="implementing" notDoneBy="sign" /><yiwang:limit value="2" unit="workday" />
    </extensionElements></userTask>
    <endEvent id="done" name="办结" />
    <sequenceFlow id="f1" sourceRef="accepted" targetRef="consult" /><sequenceFlow id="f2" sourceRef="consult" targetRef="sign" />
    <sequenceFlow id="f3" sourceRef="silence" targetRef="sign" /><sequenceFlow id="f4" sourceRef="sign" targetRef="decide" />
    <sequenceFlow id="f5" sourceRef="decide" targetRef="done" />
  </process>
</definitions>`

async function consulted(t: Parameters<typeof openOffice>[0]) {
  const office = await openOffice(t)
  const consultant: Actor = { ...office.otherClerk, id: 'consultant-1', roles: ['consultant'] }
  const by = (act: Act, name: string): Act => ({ ...act, by: systemActor(name) })
  const flow = await office.hall.act(async (act) => {
    const { version } = await deployFlow(by(act, 'drafter'), 'consulted', { bodyCode: homeBody, bpmn: bpmn(consultant.body ?? '') })
    await approveFlow(by(act, 'administration'), 'consulted', version, { reason: '同意' })
    return { key: 'consulted', version }
  })
  const caseNumber = await anAcceptedCase(office, await office.item({ ...paperOnly, flow }))
  return { ...office, office, consultant, caseNumber }
}

const tasksOf = async ({ hall }: CaseHall, by: Actor) => (await hall.as(by).get('/tasks')).body.items
const finish = async (office: CaseHall, by: Actor, caseNumber: string, more: object = {}) => {
  const [task] = (await view(office, caseNumber)).tasks
  return send(office, by, caseNumber, `tasks/${task.id}/completion`, { opinion: '无意见', ...more })
}

test('R3-47 a step for another body is on the list of that body alone, which sees the case as long as it has something to do in it', async (t) => {
  const { office, consultant, caseNumber, hall } = await consulted(t)
  const { examiner, decider } = people(office)
  expect(await tasksOf(office, consultant)).toMatchObject([{ caseNumber, name: '征求协办部门意见', dueOn: '2026-03-04', mine: false }])
  for (const other of [examiner, decider, office.clerk, office.otherClerk]) expect(await tasksOf(office, other)).toEqual([])
  expect((await hall.stranger.get('/tasks')).status).toBe(401)
  expect((await hall.as(office.person).get('/tasks')).status).toBe(403)

  expect((await hall.as(consultant).get(`/cases/${caseNumber}`)).status).toBe(200)
  for (const path of ['suspension', 'abort-requests'])
    expect((await send(office, consultant, caseNumber, path, { reason: '不行' })).status).toBe(404)
  expect((await hall.as(consultant).post(`/cases/${caseNumber}/identity-check`)).status).toBe(404)
  // the body of the case itself has the role and not the reach
  expect((await finish(office, { ...office.clerk, roles: ['consultant'] }, caseNumber, { outcome: 'agree' })).body.type).toBe(
    'case.taskNotYours',
  )

  const [task] = await tasksOf(office, consultant)
  // nothing of the flow is jumped over
  const elsewhere = `tasks/01890a5d-ac96-774b-bcce-b302099a8057/completion`
  expect((await send(office, examiner, caseNumber, elsewhere, { opinion: '直接审核' })).body.type).toBe('case.taskNotFound')
  expect((await send(office, decider, caseNumber, 'decision', { decision: 'approved', reasons: '直接决定' })).body.type).toBe(
    'case.flowNotEnded',
  )
  await must(send(office, consultant, caseNumber, `tasks/${task.id}/claim`))
  expect(await tasksOf(office, consultant)).toMatchObject([{ mine: true }])
  expect(await tasksOf(office, { ...consultant, id: 'consultant-2' })).toEqual([])
  await must(finish(office, consultant, caseNumber, { outcome: 'agree' }))
  expect(await tasksOf(office, consultant)).toEqual([])
  expect((await hall.as(consultant).get(`/cases/${caseNumber}`)).status).toBe(404)
})

test('a step for one by name is his; who did it is kept from the decision, also on the list', async (t) => {
  const { office, consultant, caseNumber } = await consulted(t)
  const { examiner, decider } = people(office)
  await must(finish(office, consultant, caseNumber, { outcome: 'agree' }))
  const another = { ...examiner, id: 'examiner-2' }
  expect(await tasksOf(office, another)).toEqual([])
  expect((await finish(office, another, caseNumber)).body.type).toBe('case.taskNotYours')
  expect(await tasksOf(office, examiner)).toHaveLength(1)
  await must(finish(office, examiner, caseNumber))
  const both = { ...examiner, roles: ['examiner', 'decider'] }
  expect(await tasksOf(office, both)).toEqual([])
  expect((await finish(office, both, caseNumber)).body.type).toBe('case.taskNotYours')
  expect(await tasksOf(office, decider)).toHaveLength(1)
})

test('a step says nothing that is the case’s own or another step’s to decide', async (t) => {
  const { office, consultant, caseNumber } = await consulted(t)
  for (const variables of [{ form: 'other' }, { applicant: 'other' }, { answers: true }, { opinion: 'object' }])
    expect((await finish(office, consultant, caseNumber, { outcome: 'agree', variables })).body.type).toBe('case.variableNotAllowed')
  expect(await told(office, 'case.stepDone')).toEqual([])
  await must(finish(office, consultant, caseNumber, { outcome: 'agree', variables: { measured: 12 } }))
})

test('a task taken can be given back by who took it, and by nobody else', async (t) => {
  const { office, consultant, caseNumber } = await consulted(t)
  const [task] = await tasksOf(office, consultant)
  const other = { ...consultant, id: 'consultant-2' }
  await must(send(office, consultant, caseNumber, `tasks/${task.id}/claim`))
  expect((await send(office, other, caseNumber, `tasks/${task.id}/release`)).body.type).toBe('case.taskTaken')
  await must(send(office, consultant, caseNumber, `tasks/${task.id}/release`))
  await must(send(office, other, caseNumber, `tasks/${task.id}/claim`))
})

const consult = async (office: CaseHall, caseNumber: string) =>
  (await view(office, caseNumber)).tasks.map(({ name }: { name: string }) => name)

test('silence counts as consent when its workdays are over, once, and the step it took leaves a trace', async (t) => {
  const { office, consultant, caseNumber, hall } = await consulted(t)
  const [task] = await tasksOf(office, consultant)
  hall.clock.set('2026-03-05T08:59:00+08:00')
  await hall.runJob('cases.fireTimers')
  expect(await consult(office, caseNumber)).toEqual(['征求协办部门意见'])
  hall.clock.set('2026-03-05T09:00:00+08:00')
  await hall.runJob('cases.fireTimers')
  await hall.runJob('cases.fireTimers')
  expect(await consult(office, caseNumber)).toEqual(['专人审核'])
  const { steps } = await view(office, caseNumber)
  expect(steps.filter(({ name }: { name: string }) => name === '逾期未复视为同意')).toMatchObject([{ actorName: '系统' }])
  expect((await send(office, consultant, caseNumber, `tasks/${task.id}/completion`, { opinion: '迟了', outcome: 'object' })).status).toBe(
    404,
  )
})

test('a timer does not run while the clock stands still, and waits the workdays it missed', async (t) => {
  const { office, caseNumber, hall } = await consulted(t)
  hall.clock.set('2026-03-03T10:00:00+08:00')
  await must(send(office, office.clerk, caseNumber, 'suspension', { reason: '等待答复' }))
  hall.clock.set('2026-03-06T10:00:00+08:00')
  await hall.runJob('cases.fireTimers')
  await must(send(office, office.clerk, caseNumber, 'resumption'))
  for (const moment of ['2026-03-06T11:00:00+08:00', '2026-03-10T08:59:00+08:00']) {
    hall.clock.set(moment)
    await hall.runJob('cases.fireTimers')
    expect(await consult(office, caseNumber)).toEqual(['征求协办部门意见'])
  }
  hall.clock.set('2026-03-10T09:00:00+08:00')
  await hall.runJob('cases.fireTimers')
  expect(await consult(office, caseNumber)).toEqual(['专人审核'])
})

test('an ended matter leaves no timer that could move it', async (t) => {
  const { office, caseNumber, hall } = await consulted(t)
  await must(hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, {}))
  hall.clock.set('2026-03-20T09:00:00+08:00')
  await hall.runJob('cases.fireTimers')
  expect(await view(office, caseNumber)).toMatchObject({ state: 'withdrawn', tasks: [] })
  expect((await view(office, caseNumber)).steps.map(({ act }: { act: string }) => act)).not.toContain('fireTimer')
})

test('the list of what waits comes page by page, the most urgent first, each once', async (t) => {
  const office = await openOffice(t)
  const { examiner } = people(office)
  const item = await office.item(paperOnly)
  const numbers: string[] = []
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
    office.hall.clock.set(`${day}T09:00:00+08:00`)
    numbers.push(await anAcceptedCase(office, item))
  }
  const seen: string[] = []
  for (let after = ''; ;) {
    const { body } = await office.hall.as(examiner).get(`/tasks?limit=1${after}`)
    seen.push(...body.items.map(({ caseNumber }: { caseNumber: string }) => caseNumber))
    if (body.next === undefined) break
    after = `&after=${body.next}`
  }
  expect(seen).toEqual(numbers)
  expect((await office.hall.as(examiner).get('/tasks?after=bm9uc2Vuc2U')).status).toBe(400)
  await must(send(office, office.clerk, numbers[0] ?? '', 'suspension', { reason: '等待答复' }))
  expect((await tasksOf(office, examiner)).map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual(numbers.slice(1))
})

test('R5B-031 R5B-075 R4-121 a body adds a visit and a joint meeting to its flow: new cases go that way, running ones and other bodies keep theirs', async (t) => {
  const office = await openOffice(t)
  const { examiner, decider } = people(office)
  const by = (act: Act, name: string): Act => ({ ...act, by: systemActor(name) })
  const elsewhere = await office.item({ ...paperOnly, bodyCode: office.otherClerk.body ?? '' })
  const item = await office.item(paperOnly)
  const running = await anAcceptedCase(office, item)
  const next = await office.hall.act(async (act) => {
    const key = item.flow?.key ?? ''
    const { version } = await deployFlow(by(act, 'drafter'), key, {
      bodyCode: homeBody,
      bpmn: flowBpmn({ key, name: '增加核查和会审', visit: '现场核查', meeting: 2 }),
    })
    await approveFlow(by(act, 'administration'), key, version, { reason: '同意' })
    await reviseImplementation(act, item.implementationCode, { reason: '增加环节' })
    await changeDraft(by(act, 'drafter'), item.implementationCode, { flow: { key, version } })
    await submitForApproval(by(act, 'drafter'), item.implementationCode)
    await approve(by(act, 'keeper'), item.implementationCode, reviewOf(item.materials))
    await publish(by(act, 'publisher'), item.implementationCode)
    return getImplementation(act.tx, item.implementationCode)
  })
  const fresh = await anAcceptedCase(office, next)
  const names = async (caseNumber: string) => (await view(office, caseNumber)).tasks.map(({ name }: { name: string }) => name)
  for (const caseNumber of [running, fresh]) {
    expect(await names(caseNumber)).toEqual(['书面审查'])
    await must(finish(office, examiner, caseNumber, { outcome: 'agree' }))
  }
  expect(await names(running)).toEqual(['决定'])
  expect(await names(fresh)).toEqual(['现场核查'])
  await must(finish(office, { ...office.clerk, id: 'inspector-1', roles: ['inspector'] }, fresh, { outcome: 'passed' }))
  expect(await names(fresh)).toEqual(['集体审查', '集体审查'])
  for (const id of ['examiner-2', 'examiner-3']) await must(finish(office, { ...examiner, id }, fresh, { outcome: 'yes' }))
  expect(await names(fresh)).toEqual(['决定'])
  // a branch: sent back it begins again
  await must(finish(office, decider, fresh, { outcome: 'return' }))
  expect(await names(fresh)).toEqual(['书面审查'])
  expect((await office.hall.stranger.get(`/items/${elsewhere.implementationCode}`)).body.flow).toEqual(elsewhere.flow)
  const theirs = await aSubmittedCase(office, elsewhere)
  await must(office.hall.as(office.otherClerk).post(`/cases/${theirs}/acceptance`, { originalsSeen: [], deferred: [] }))
  const theirTasks = (await office.hall.as(office.otherClerk).get(`/cases/${theirs}`)).body.tasks
  expect(theirTasks.map(({ name }: { name: string }) => name)).toEqual(['书面审查'])
})
