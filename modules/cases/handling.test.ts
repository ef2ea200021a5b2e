import { publishForm } from '@yiwang/catalogue'
import type { Actor } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { completed, doTask, examined, granted, openOffice as open, paperOnly, people, send, told, view } from './handling.testing.ts'
import { anAcceptedCase, statement } from './testing.ts'

test('R5A-231 R5B-074 from acceptance to delivery: every step by who may, the flow drawn as it stands, the clock to its end', async (t) => {
  const office = await open(t)
  const item = await office.item(paperOnly)
  const caseNumber = await anAcceptedCase(office, item)
  const before = await view(office, caseNumber)
  expect(before.flow.stages.map(({ state }: { state: string }) => state)).toContain('current')
  expect(before.flow.svg).toContain('<svg')
  expect((await doTask(office, people(office).decider, caseNumber, 'agree')).status).toBe(403)
  await examined(office, caseNumber)
  expect((await send(office, people(office).decider, caseNumber, 'decision', granted)).body).toMatchObject({
    state: 'decided',
    decision: 'approved',
  })
  expect((await send(office, office.clerk, caseNumber, 'completion')).body).toMatchObject({ state: 'completed' })
  const handed = await send(office, office.clerk, caseNumber, 'delivery', {
    method: 'counter',
    signedBy: '张测试',
    originalsSeen: ['lease'],
  })
  expect(handed.body).toMatchObject({ state: 'delivered' })
  const after = await view(office, caseNumber)
  for (const step of after.steps.slice(2)) {
    expect(step).toMatchObject({ actorName: expect.any(String), startedAt: expect.any(String), endedAt: expect.any(String) })
    if (step.act !== 'complete' && step.act !== 'deliver') expect(step.opinion).toMatch(/材料属实|符合法定条件/)
  }
  expect(after.clock.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['start', 'stop'])
  expect(after.steps.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
    'accept',
    'completeTask',
    'completeTask',
    'decide',
    'complete',
    'deliver',
  ])
  expect(after.papers.map(({ kind }: { kind: string }) => kind)).toEqual([
    'receipt',
    'acceptanceNotice',
    'approvalDecision',
    'deliveryReceipt',
  ])
  expect(after.flow.stages.every(({ state }: { state: string }) => state === 'done')).toBe(true)
})

test('a task is for its role, for one person at a time, and examination and decision are two people’s work', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const { examiner, decider } = people(office)
  const [task] = (await view(office, caseNumber)).tasks
  expect((await doTask(office, decider, caseNumber)).body.type).toBe('case.taskNotYours')
  expect((await send(office, examiner, caseNumber, `tasks/${task.id}/claim`)).status).toBe(200)
  expect((await doTask(office, { ...examiner, id: 'examiner-2' }, caseNumber)).body.type).toBe('case.taskTaken')
  expect((await doTask(office, examiner, caseNumber, 'agree')).status).toBe(200)
  expect((await send(office, examiner, caseNumber, `tasks/${task.id}/completion`, { opinion: '再次', outcome: 'agree' })).body.type).toBe(
    'case.taskNotFound',
  )
  expect((await doTask(office, { ...examiner, roles: ['examiner', 'decider'] }, caseNumber, 'approve')).body.type).toBe('case.taskNotYours')
  const [toDecide] = (await view(office, caseNumber)).tasks
  expect(toDecide.outcomes).toContainEqual({ value: 'approve', label: expect.any(String) })
  expect((await doTask(office, decider, caseNumber)).body.type).toBe('case.outcomeNeeded')
  expect((await doTask(office, decider, caseNumber, 'perhaps')).body.type).toBe('case.outcomeUnknown')
  expect((await send(office, decider, caseNumber, 'decision', granted)).body.type).toBe('case.flowNotEnded')
  expect((await told(office)).filter((name) => name === 'case.stepDone')).toHaveLength(1)
})

test('a decision does not go against what the flow came to', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await examined(office, caseNumber, 'deny')
  const { decider } = people(office)
  expect((await send(office, decider, caseNumber, 'decision', granted)).body.type).toBe('case.flowSaysOtherwise')
  const denied = await send(office, decider, caseNumber, 'decision', { decision: 'denied', reasons: '场所不符合卫生要求。' })
  expect(denied.body).toMatchObject({ state: 'decided', decision: 'denied' })
  expect((await view(office, caseNumber)).papers.at(-1)).toMatchObject({ kind: 'denialDecision', sealed: true })
})

test('forwarding needs somebody to forward to', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await examined(office, caseNumber)
  const { decider } = people(office)
  expect((await send(office, decider, caseNumber, 'decision', { decision: 'forwarded', reasons: '转省级机关决定' })).body.type).toBe(
    'case.forwardToMissing',
  )
  const forwarded = await send(office, decider, caseNumber, 'decision', {
    decision: 'forwarded',
    reasons: '转省级机关决定',
    forwardTo: '浙江省样例厅',
  })
  expect(forwarded.body).toMatchObject({ decision: 'forwarded' })
})

test('R5B-077 suspension stops the clock: the due day moves by the days it stood still', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  expect((await view(office, caseNumber)).committedDue).toBe('2026-03-09')
  office.hall.clock.set('2026-03-04T10:00:00+08:00')
  expect((await send(office, office.clerk, caseNumber, 'suspension', { reason: '等待上级答复' })).body).toMatchObject({
    state: 'suspended',
  })
  expect((await view(office, caseNumber)).committedDue).toBeUndefined()
  const used = async () => (await view(office, caseNumber)).clock.committed.elapsed
  const before = await used()
  office.hall.clock.set('2026-03-09T10:00:00+08:00')
  expect([before, await used()]).toEqual([1, 1])
  expect((await send(office, office.clerk, caseNumber, 'resumption')).body).toMatchObject({ state: 'accepted', committedDue: '2026-03-12' })
  await office.hall.settle()
  expect((await told(office)).filter((name) => /suspended|resumed/.test(name))).toEqual(['case.suspended', 'case.resumed'])
})

test('R5B-076 what is suspended for a hearing says kind and reason, the applicant is told, and what is completed is not suspended', async (t) => {
  const office = await open(t)
  const item = await office.item({ ...paperOnly, procedures: [{ kind: 'B', name: '听证' }] })
  const caseNumber = await anAcceptedCase(office, item)
  const start = (body: object) => send(office, office.clerk, caseNumber, 'special-procedures', body)
  const whole = { kind: 'B', name: '听证', reason: '利害关系人申请听证' }
  for (const missing of ['kind', 'name', 'reason']) expect((await start({ ...whole, [missing]: undefined })).status).toBe(400)
  expect((await start({ ...whole, reason: '' })).status).toBe(400)
  expect((await start(whole)).body).toMatchObject({ state: 'suspended' })
  await office.hall.settle()
  const messages = (await office.hall.as(office.person).get('/my/messages')).body.items
  expect(messages.some(({ text }: { text: string }) => text.includes('听证'))).toBe(true)

  const other = await anAcceptedCase(office, item)
  await completed(office, other)
  expect((await send(office, office.clerk, other, 'special-procedures', whole)).body).toMatchObject({
    type: 'case.notLawful',
    state: 'completed',
  })
  expect((await send(office, office.clerk, other, 'suspension', { reason: '听证' })).body.type).toBe('case.notLawful')
})

test('延长审批 is no special procedure an examiner starts by himself', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item({ ...paperOnly, procedures: [] }))
  const start = { kind: 'A', name: '延长审批', reason: '来不及', plannedDays: 30 }
  expect((await send(office, office.clerk, caseNumber, 'special-procedures', start)).body.type).toBe('case.extensionByRequest')
  expect(await view(office, caseNumber)).toMatchObject({ committedDue: '2026-03-09', specialProcedures: [] })
})

test('a special procedure of kind B stops the clock until it ends; only one at a time, only one the item knows', async (t) => {
  const office = await open(t)
  const item = await office.item({ procedures: [{ kind: 'B', name: '专家评审' }] })
  const caseNumber = await anAcceptedCase(office, item)
  const start = (kind: string, name: string) =>
    send(office, office.clerk, caseNumber, 'special-procedures', { kind, name, reason: '需要评审', plannedDays: 5 })
  expect((await start('B', '听证')).body.type).toBe('case.procedureNotAllowed')
  expect((await start('A', '专家评审')).body.type).toBe('case.procedureNotAllowed')
  expect((await start('B', '专家评审')).body).toMatchObject({ state: 'suspended' })
  expect((await send(office, office.clerk, caseNumber, 'resumption')).body.type).toBe('case.specialOpen')
  const [special] = (await view(office, caseNumber)).specialProcedures
  office.hall.clock.set('2026-03-05T10:00:00+08:00')
  expect((await send(office, office.clerk, caseNumber, `special-procedures/${special.id}/end`, { result: '评审通过' })).body).toMatchObject(
    { state: 'accepted', committedDue: '2026-03-11' },
  )
  expect((await view(office, caseNumber)).papers.at(-1).kind).toBe('specialProcedureNotice')
})

test('an extension is asked for by one and granted by another, once, within the law', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const { decider } = people(office)
  const ask = (workdays: number) => send(office, office.clerk, caseNumber, 'extension-requests', { workdays, reason: '情况复杂' })
  expect((await ask(11)).body.type).toBe('case.extensionTooLong')
  expect((await ask(10)).status).toBe(200)
  expect((await ask(5)).body.type).toBe('case.requestOpen')
  const [request] = (await view(office, caseNumber)).requests
  const grant = (by: Actor) => send(office, by, caseNumber, 'extension-grants', { requestId: request.id, granted: true })
  expect((await grant(office.clerk)).body.type).toBe('case.ownRequest')
  expect((await grant(decider)).body).toMatchObject({ committedDue: '2026-03-23' })
  expect((await grant(decider)).body.type).toBe('case.requestNotOpen')
  expect((await ask(5)).body.type).toBe('case.extensionOnce')
  expect((await view(office, caseNumber)).papers.at(-1).kind).toBe('extensionNotice')
})

test('an abort ends the matter with all that was open in it', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await send(office, office.clerk, caseNumber, 'abort-requests', { reason: '申请人死亡' })
  const [request] = (await view(office, caseNumber)).requests
  const answer = await send(office, people(office).decider, caseNumber, 'abortion', { requestId: request.id, granted: true })
  expect(answer.body).toMatchObject({ state: 'aborted' })
  const after = await view(office, caseNumber)
  expect(after.tasks).toEqual([])
  expect(after.clock.running).toBe(false)
})

test('a licence is produced once, and nothing completes before it is made', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await examined(office, caseNumber)
  expect((await send(office, office.clerk, caseNumber, 'production')).body.type).toBe('case.notLawful')
  await send(office, people(office).decider, caseNumber, 'decision', granted)
  expect((await send(office, office.clerk, caseNumber, 'production')).body.type).toBe('case.nothingToProduce')
  const licensed = await anAcceptedCase(office, await office.item())
  await examined(office, licensed)
  await send(office, people(office).decider, licensed, 'decision', granted)
  expect((await send(office, office.clerk, licensed, 'completion')).body.type).toBe('case.licenceNotBegun')
})

test('what is owed before the decision is paid before the decision, and falls away when the matter ends', async (t) => {
  const office = await open(t)
  const fees = {
    charged: true,
    stage: 'beforeDecision',
    standards: [{ key: 'card', name: '工本费', rate: { kind: 'fixed', amountFen: 2000 }, when: [], reliefs: [] }],
    basis: [{ title: '样例批文' }],
  } as const
  const caseNumber = await anAcceptedCase(office, await office.item({ fees } as never))
  await examined(office, caseNumber)
  expect((await send(office, people(office).decider, caseNumber, 'decision', granted)).body.type).toBe('case.notPaid')
  const mine = await office.hall.as(office.person).get('/my/payments')
  expect(mine.body.items).toMatchObject([{ amountFen: 2000, state: 'due' }])
  await office.hall.as(office.person).post(`/my/cases/${caseNumber}/withdrawal`, { reason: '不办了' })
  expect((await office.hall.as(office.person).get('/my/payments')).body.items).toMatchObject([{ state: 'cancelled' }])
})

test('R4-097 R5B-083 what is charged is the standard times the measure, as by hand; without a standard nothing is charged', async (t) => {
  const office = await open(t)
  const question = {
    key: 'copies',
    text: '办几份？',
    many: false,
    required: true,
    options: [
      { value: 'one', label: '一份' },
      { value: 'two', label: '两份' },
    ],
  }
  const rate = { kind: 'perUnit', amountFen: 150, quantity: { name: '面积', unit: '平方米', field: 'area' } }
  const standards = [
    { key: 'area', name: '检测费', rate, when: [], reliefs: [] },
    { key: 'copy', name: '副本工本费', rate: { kind: 'fixed', amountFen: 1000 }, when: [{ question: 'copies', in: ['two'] }], reliefs: [] },
  ]
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['area'],
    properties: { area: { type: 'number', title: '面积（平方米）', minimum: 0 } },
  }
  const form = await office.hall.act((act) => publishForm(act, 'by-area', { name: '申请表', schema }))
  const fees = { charged: true, stage: 'beforeDecision', standards, basis: [{ title: '样例批文' }] }
  const item = await office.item({ ...paperOnly, questions: [question], form, fees } as never)
  const owed = async (caseNumber: string) => {
    const { items } = (await office.hall.as(office.person).get('/my/payments')).body
    return items
      .filter(({ subject }: { subject: { key: string } }) => subject.key === caseNumber)
      .map((one: { amountFen: number }) => one.amountFen)
  }
  // 90.88 square metres at 1.50 yuan are 136.32 yuan; the second copy is 10 yuan more
  expect(await owed(await anAcceptedCase(office, item, { answers: { copies: 'one' }, form: { area: 90.88 } }))).toEqual([13_632])
  expect(await owed(await anAcceptedCase(office, item, { answers: { copies: 'two' }, form: { area: 90.88 } }))).toEqual([14_632])
  expect(await owed(await anAcceptedCase(office, await office.item(paperOnly)))).toEqual([])
})

test('全程网办: what is decided completes and is delivered without anybody coming to the hall', async (t) => {
  const office = await open(t)
  const item = await office.item({ ...paperOnly, onlineMode: 'full', materials: [statement] })
  const own = await office.aFile(office.person)
  const caseNumber = await anAcceptedCase(office, item, {
    materials: [{ code: 'statement', source: 'upload', fileId: own }],
    delivery: { method: 'electronic' },
  })
  await examined(office, caseNumber)
  await send(office, people(office).decider, caseNumber, 'decision', granted)
  await office.hall.settle()
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered', visits: 0 })
})
