import { listPapers } from '@yiwang/documents'
import type { Actor } from '@yiwang/kernel'
import { aBody, aStaffMember, places } from '@yiwang/organisation/testing'
import { isCaseNumber, specialProcedures } from '@yiwang/standards'
import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { allPermissions, doTask, examined, granted, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { aCertificate, anAcceptedCase, aSubmittedCase, aWholeApplication, statement } from './testing.ts'

const unseen = { originalsSeen: [], deferred: [] }
const taskNames = (one: { tasks: { name: string }[] }) => one.tasks.map(({ name }) => name)

test('RA2-015 a completed case holds its six kinds of information under one number, the fifth only where there was such a procedure', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const [plain, visited] = [await anAcceptedCase(office, item), await anAcceptedCase(office, item)]
  const visit = { kind: 'B', name: '实地核查', reason: '需要核查' }
  await must(send(office, office.clerk, visited, 'special-procedures', visit))
  const [special] = (await view(office, visited)).specialProcedures
  await must(send(office, office.clerk, visited, `special-procedures/${special.id}/end`, { result: '符合' }))
  for (const caseNumber of [plain, visited]) {
    await examined(office, caseNumber)
    await must(send(office, people(office).decider, caseNumber, 'decision', granted))
    await must(send(office, office.clerk, caseNumber, 'completion'))
    const whole = await view(office, caseNumber)
    expect(whole).toMatchObject({
      caseNumber,
      applicant: { name: '张测试' },
      form: { place: '样例路1号' },
      materials: [{ code: 'lease' }, { code: 'statement' }],
      decision: 'approved',
      state: 'completed',
    })
    const acts = whole.steps.map(({ act }: { act: string }) => act)
    for (const act of ['accept', 'completeTask', 'complete']) expect(acts).toContain(act)
    for (const paper of await listPapers(office.hall.house.db, { kind: 'case', key: caseNumber }))
      expect(paper.data['caseNumber']).toBe(caseNumber)
  }
  expect((await view(office, plain)).specialProcedures).toEqual([])
  expect((await view(office, visited)).specialProcedures).toMatchObject([{ kind: 'B', result: '符合' }])
})

test('RA3-007 many at once get as many numbers, each by the rule; a number brought along is refused', { timeout: 60_000 }, async (t) => {
  const office = await openOffice(t, { connections: 4 })
  const item = await office.item()
  const many = await Promise.all(Array.from({ length: 24 }, () => aSubmittedCase(office, item)))
  expect(new Set(many).size).toBe(24)
  expect(many.every(isCaseNumber)).toBe(true)
  const { form, ...whole } = await aWholeApplication(office)
  const brought = { ...whole, form, caseNumber: many[0] }
  const visitor = office.hall.as(office.person)
  expect((await visitor.post('/drafts', { implementationCode: item.implementationCode, caseNumber: many[0] })).status).toBe(400)
  const draft = await visitor.post('/drafts', { implementationCode: item.implementationCode })
  expect((await visitor.put(`/drafts/${draft.body.id}`, brought)).status).toBe(400)
  expect((await visitor.get('/my/cases?limit=50')).body.items).toHaveLength(24)
})

test('RA3-008 the name of the item comes from its code and is nobody’s to write', async (t) => {
  const office = await openOffice(t)
  const item = await office.item()
  const visitor = office.hall.as(office.person)
  const { implementationCode } = item
  expect((await visitor.post('/drafts', { implementationCode, itemName: '别的事项' })).status).toBe(400)
  const draft = await visitor.post('/drafts', { implementationCode })
  expect(draft.body.itemName).toBe(item.name)
  const whole = await aWholeApplication(office)
  expect((await visitor.put(`/drafts/${draft.body.id}`, { ...whole, itemName: '别的事项' })).status).toBe(400)
  const caseNumber = await aSubmittedCase(office, item)
  expect((await view(office, caseNumber)).itemName).toBe(item.name)
})

test('RA3-018 a step passes, goes back or ends otherwise: going back leads to the step before, with an opinion, and each leaves its record', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const { examiner, decider } = people(office)
  const [examination] = taskNames(await view(office, caseNumber))
  await must(doTask(office, examiner, caseNumber, 'agree'))
  const [task] = (await view(office, caseNumber)).tasks
  const back = (opinion?: string) =>
    send(office, decider, caseNumber, `tasks/${task.id}/completion`, { outcome: 'return', ...(opinion === undefined ? {} : { opinion }) })
  expect((await back()).status).toBe(400)
  expect((await back('')).status).toBe(400)
  await must(back('现场照片不清'))
  const after = await view(office, caseNumber)
  expect(taskNames(after)).toEqual([examination])
  expect(after.steps.slice(2)).toMatchObject([{ outcome: '拟同意' }, { outcome: '退回审查', opinion: '现场照片不清' }])
  await must(doTask(office, examiner, caseNumber, 'disagree'))
  expect((await view(office, caseNumber)).steps.at(-1)).toMatchObject({
    name: examination,
    opinion: '材料属实',
    outcome: expect.any(String),
  })
})

test(
  'RA3-019 延长审批 is kind A and goes to approval; every other kind the guide names is B and stops the clock',
  { timeout: 60_000 },
  async (t) => {
    const office = await openOffice(t)
    const item = await office.item({ ...paperOnly, procedures: [] })
    const caseNumber = await anAcceptedCase(office, item)
    const start = (kind: string, name: string) =>
      send(office, office.clerk, caseNumber, 'special-procedures', { kind, name, reason: '需要' })
    const others = specialProcedures.filter(({ kind }) => kind === 'B').map(({ name }) => name)
    expect(others).toHaveLength(15)
    for (const name of others) {
      expect((await start('A', name)).body.type).toBe('case.procedureNotAllowed')
      expect((await start('B', name)).body).toMatchObject({ state: 'suspended' })
      const whole = await view(office, caseNumber)
      expect(whole).toMatchObject({ clock: { running: false } })
      const special = whole.specialProcedures.find((one: { name: string }) => one.name === name)
      expect(special).toMatchObject({ kind: 'B' })
      await must(send(office, office.clerk, caseNumber, `special-procedures/${special.id}/end`, { result: '符合' }))
    }
    for (const kind of ['A', 'B']) expect((await start(kind, '延长审批')).body.type).toBe('case.extensionByRequest')
    await must(send(office, office.clerk, caseNumber, 'extension-requests', { workdays: 3, reason: '情况复杂' }))
    const waiting = await view(office, caseNumber)
    expect(waiting.specialProcedures.at(-1)).toMatchObject({ kind: 'A', name: '延长审批' })
    expect(waiting.requests).toMatchObject([{ kind: 'extension', workdays: 3 }])
  },
)

test('RA3-021 a special procedure begins with its ground and ends with its result, each under the name of who did it', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const visit = { kind: 'B', name: '实地核查' }
  for (const reason of [undefined, ''])
    expect((await send(office, office.clerk, caseNumber, 'special-procedures', { ...visit, reason })).status).toBe(400)
  expect((await view(office, caseNumber)).specialProcedures).toEqual([])
  await must(send(office, office.clerk, caseNumber, 'special-procedures', { ...visit, reason: '场所需要核查' }))
  const [special] = (await view(office, caseNumber)).specialProcedures
  const end = (body: object, by = office.clerk) => send(office, by, caseNumber, `special-procedures/${special.id}/end`, body)
  for (const body of [{}, { result: '' }]) expect((await end(body)).status).toBe(400)
  expect((await office.hall.stranger.post(`/cases/${caseNumber}/special-procedures/${special.id}/end`, { result: '符合' })).status).toBe(
    401,
  )
  expect((await view(office, caseNumber)).state).toBe('suspended')
  await must(end({ result: '场所符合要求' }))
  const after = await view(office, caseNumber)
  expect(after.specialProcedures).toMatchObject([
    { reason: '场所需要核查', result: '场所符合要求', startedOn: '2026-03-02', endedOn: '2026-03-02' },
  ])
  expect(after.steps.slice(-2)).toMatchObject([
    { name: '特别程序：实地核查', actorName: '王受理', opinion: '场所需要核查' },
    { name: '实地核查结束', actorName: '王受理', opinion: '场所符合要求' },
  ])
})

test('RA3-022 approved, denied and forwarded are completed; an approval that grants a licence not before its number is there', async (t) => {
  const office = await openOffice(t)
  const { decider } = people(office)
  const results = [
    granted,
    { decision: 'denied', reasons: '场所不符合要求。' },
    { decision: 'forwarded', reasons: '转省级机关决定', forwardTo: '浙江省样例厅' },
  ]
  for (const result of results) {
    const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
    await examined(office, caseNumber, result.decision === 'denied' ? 'deny' : 'approve')
    await must(send(office, decider, caseNumber, 'decision', result))
    await must(send(office, office.clerk, caseNumber, 'completion'))
    expect(await view(office, caseNumber)).toMatchObject({ state: 'completed', decision: result.decision })
  }
  const licensed = await anAcceptedCase(office, await office.item())
  await examined(office, licensed)
  await must(send(office, decider, licensed, 'decision', granted))
  expect((await send(office, office.clerk, licensed, 'completion')).body.type).toBe('case.licenceNotBegun')
  expect(await view(office, licensed)).toMatchObject({ state: 'decided' })
})

test('R5B-045 the pre-review list shows what came by the portal and by the phone; the opinion is kept and the applicant told', async (t) => {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, onlineMode: 'preview' })
  const byPortal = await aSubmittedCase(office, item)
  const byPhone = await aSubmittedCase({ ...office, person: { ...office.person, channel: 'phone' } }, item)
  const { items } = (await office.hall.as(office.clerk).get('/cases?state=submitted')).body
  expect(new Map(items.map((one: { caseNumber: string; channel: string }) => [one.caseNumber, one.channel]))).toEqual(
    new Map([
      [byPortal, 'portal'],
      [byPhone, 'phone'],
    ]),
  )
  for (const caseNumber of [byPortal, byPhone]) {
    await office.hall.settle()
    office.hall.clock.advance(60_000)
    await must(send(office, office.clerk, caseNumber, 'pre-acceptance', { opinion: '符合条件' }))
    await office.hall.settle()
    expect((await view(office, caseNumber)).steps.at(-1)).toMatchObject({ name: '网上预审', actorName: '王受理', opinion: '符合条件' })
    const [message] = (await office.hall.as(office.person).get('/my/messages')).body.items
    expect(message).toMatchObject({ title: '预审通过', text: expect.stringContaining(caseNumber) as string })
  }
})

test('R5B-047 after the pre-review more can be asked for; what the applicant adds online joins the same case', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aSubmittedCase(office, await office.item({ ...paperOnly, onlineMode: 'preview' }))
  await must(send(office, office.clerk, caseNumber, 'pre-acceptance', {}))
  await office.hall.settle()
  office.hall.clock.advance(60_000)
  await must(send(office, office.clerk, caseNumber, 'correction-request', { items: [{ code: 'lease', what: '补充签字页' }] }))
  await office.hall.settle()
  const [message] = (await office.hall.as(office.person).get('/my/messages')).body.items
  expect(message.text).toContain('租赁合同')
  const fileId = await office.aFile(office.person)
  const answer = { materials: [{ code: 'lease', source: 'upload', fileId }] }
  await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, answer))
  expect((await view(office, caseNumber)).materials[0]).toMatchObject({ code: 'lease', fileId })
  expect((await office.hall.as(office.person).get('/my/cases')).body.items).toMatchObject([{ caseNumber }])
})

test('R5B-066 the notice of acceptance holds its seven particulars, and its QR code leads to the same case; without acceptance there is none', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const papers = (caseNumber: string) => listPapers(office.hall.house.db, { kind: 'case', key: caseNumber })
  const waiting = await aSubmittedCase(office, item)
  expect((await papers(waiting)).map(({ kind }) => kind)).toEqual(['receipt'])
  const caseNumber = await anAcceptedCase(office, item, { delivery: { method: 'counter' } })
  const notice = (await papers(caseNumber)).find(({ kind }) => kind === 'acceptanceNotice')
  expect(notice?.data).toMatchObject({
    caseNumber,
    acceptedAt: '2026-03-02T01:00:00.000Z',
    department: '上城区样例局',
    clerk: '王受理',
    committedLimit: '5个工作日',
    materials: [
      { name: '租赁合同', form: '电子文件' },
      { name: '承诺书', form: '电子文件' },
    ],
    deliveryMode: '大厅自领',
    verifyUrl: expect.stringContaining(`code=${notice?.auditCode}`),
  })
  expect((await office.hall.stranger.get(`/progress/by-code/${notice?.auditCode}`)).body.caseNumber).toBe(caseNumber)
})

test('R5B-090 the applicant prints his notices of acceptance, correction and payment himself; another’s are not his to see', async (t) => {
  const office = await openOffice(t)
  const fees = {
    charged: true,
    stage: 'beforeDecision',
    standards: [{ key: 'card', name: '工本费', rate: { kind: 'fixed', amountFen: 2000 }, when: [], reliefs: [] }],
    basis: [{ title: '样例批文' }],
  } as const
  const caseNumber = await aSubmittedCase(office, await office.item({ ...paperOnly, fees } as never))
  await must(send(office, office.clerk, caseNumber, 'correction-request', { items: [{ code: 'lease', what: '补盖章' }] }))
  const fileId = await office.aFile(office.person)
  const answer = { materials: [{ code: 'lease', source: 'upload', fileId }] }
  await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, answer))
  await must(send(office, office.clerk, caseNumber, 'acceptance', unseen))
  const { papers } = (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body
  expect(papers.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['acceptanceNotice', 'correctionNotice', 'paymentNotice']),
  )
  for (const { id } of papers) {
    const path = `/my/cases/${caseNumber}/papers/${id}/content`
    const file = await office.hall.as(office.person).get(path)
    expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await office.hall.as(office.otherPerson).get(path)).status).toBe(404)
    expect((await office.hall.stranger.get(path)).status).toBe(401)
  }
})

test('R5A-253 R5A-256 R7-058 an upload is of the level the system gives it, and of level C it waits until its original was seen', async (t) => {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, onlineMode: 'preview' })
  const whole = await aWholeApplication(office)
  const visitor = office.hall.as(office.person)
  const draft = await visitor.post('/drafts', { implementationCode: item.implementationCode })
  const claimed = whole.materials.map((material) => ({ ...material, trustLevel: 'A' }))
  expect((await visitor.put(`/drafts/${draft.body.id}`, { ...whole, materials: claimed })).status).toBe(400)
  const caseNumber = await aSubmittedCase(office, item)
  const levels = async () => (await view(office, caseNumber)).materials.map(({ trustLevel }: { trustLevel: string }) => trustLevel)
  expect(await levels()).toEqual(['C', 'D'])
  await must(send(office, office.clerk, caseNumber, 'pre-acceptance', {}))
  expect((await visitor.get(`/my/cases/${caseNumber}`)).body.next).toBe('bringOriginals')
  expect((await send(office, office.clerk, caseNumber, 'acceptance', unseen)).body).toMatchObject({
    type: 'case.originalsMissing',
    missing: ['lease'],
  })
  expect(await levels()).toEqual(['C', 'D'])
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: ['lease'], deferred: [] }))
  expect(await levels()).toEqual(['B', 'D'])
})

test('RA3-015 a material comes on paper or as a file; a file that is named must be there, and what did not come yet has no time of coming', async (t) => {
  const office = await openOffice(t)
  const later = aCertificate('later', { name: '后补材料', need: 'deferrable' })
  const item = await office.item({ ...paperOnly, materials: [aCertificate('lease', { name: '租赁合同' }), statement, later] })
  const taken = (materials: object[]) =>
    office.hall.as(office.clerk).post('/cases', {
      implementationCode: item.implementationCode,
      applicant: { kind: 'person', name: '张测试', number: '11010519491231002X', phone: '13800000003' },
      answers: {},
      form: { place: '样例路3号' },
      materials,
    })
  const [paper, deferred] = [
    { code: 'lease', source: 'paper' },
    { code: 'later', source: 'deferred' },
  ]
  expect((await taken([paper, deferred, { code: 'statement', source: 'upload' }])).body.type).toBe('case.materialSourceNotAllowed')
  const scan = { code: 'statement', source: 'upload', fileId: await office.aFile(office.clerk) }
  const { body } = await taken([paper, deferred, scan])
  expect((await view(office, body.caseNumber)).materials).toMatchObject([
    { code: 'later', source: 'deferred' },
    { code: 'lease', source: 'paper', givenAt: '2026-03-02T01:00:00.000Z' },
    { code: 'statement', source: 'upload', givenAt: '2026-03-02T01:00:00.000Z', fileId: scan.fileId },
  ])
})

test('R5B-046 the pre-review passes what is whole, and not while a needed material is asked for', async (t) => {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, onlineMode: 'preview' })
  const [whole, lacking] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  expect((await send(office, office.clerk, whole, 'pre-acceptance', {})).body).toMatchObject({ state: 'preAccepted' })
  await must(send(office, office.clerk, lacking, 'correction-request', { items: [{ code: 'lease', what: '缺合同' }] }))
  expect((await send(office, office.clerk, lacking, 'pre-acceptance', {})).body).toMatchObject({
    type: 'case.notLawful',
    state: 'correcting',
  })
  const fileId = await office.aFile(office.person)
  const answer = { materials: [{ code: 'lease', source: 'upload', fileId }] }
  await must(office.hall.as(office.person).post(`/my/cases/${lacking}/correction`, answer))
  expect((await send(office, office.clerk, lacking, 'pre-acceptance', {})).body).toMatchObject({ state: 'preAccepted' })
})

test('RA4-18 by the number of a case it is found who did what with it, when and by which door', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly))
  office.hall.clock.advance(60_000)
  await must(office.hall.as({ ...office.person, channel: 'phone' }).post(`/my/cases/${caseNumber}/withdrawal`, { reason: '不办了' }))
  const { rows } = await sql<{ act: string; actor: string; channel: string; at: string }>`
    select a.act, a.actor_id as actor, a.channel, a.at from kernel.audit a left join kernel.event e on e.act_id = a.act_id
    where a.actor_kind = 'user' and ${caseNumber} in (a.subject ->> 'caseNumber', e.body ->> 'caseNumber') order by a.position`.execute(
    office.hall.house.db,
  )
  expect(rows.map(({ act, actor, channel, at }) => [act.split('#')[1], actor, channel, new Date(at).toISOString()])).toEqual([
    ['submitApplication', office.person.id, 'portal', '2026-03-02T01:00:00.000Z'],
    ['withdrawApplication', office.person.id, 'phone', '2026-03-02T01:01:00.000Z'],
  ])
})

test('RA1-34 an instant item is handled on the spot: the day after it stands among what is late', async (t) => {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, caseKind: 'instant', committedLimit: { value: 0, unit: 'workday' } })
  const caseNumber = await anAcceptedCase(office, item)
  const late = async () =>
    (await office.hall.as(office.clerk).get('/cases?urgency=late')).body.items.map((one: { caseNumber: string }) => one.caseNumber)
  expect(await late()).toEqual([])
  office.hall.clock.set('2026-03-03T00:01:00+08:00')
  expect(await late()).toEqual([caseNumber])
})

test(
  'R3-15 R3-20 R4-041 province, city, district and township each take in, decide and answer their own, and none the other’s',
  { timeout: 60_000 },
  async (t) => {
    const office = await openOffice(t)
    const levels = [
      { level: 'province', division: '330000', nth: 31 },
      { level: 'city', division: places.city, nth: 32 },
      { level: 'county', division: places.county, nth: 33 },
      { level: 'township', division: places.county, township: places.township, nth: 34 },
    ] as const
    const offices = []
    for (const { level, division, nth, ...more } of levels) {
      const code = inventedUscc({ kind: '11', nth })
      await office.hall.act((act) => aBody(act, { code, name: `${level}样例机构`, division }))
      const { id } = await office.hall.act((act) => aStaffMember(act, { bodyCode: code, name: '李受理', staffNumber: `S-${nth}` }))
      const item = await office.item({
        ...{ ...paperOnly, bodyCode: code, exerciseLevels: [level] },
        ...('township' in more ? { division: more.township } : {}),
      })
      offices.push({ level, code, clerk: aClerk(allPermissions, { id, body: code }), caseNumber: await aSubmittedCase(office, item), item })
    }
    for (const { level, clerk, caseNumber, item } of offices) {
      expect(
        (await office.hall.stranger.get(`/items?level=${level}`)).body.items.map(
          (one: { implementationCode: string }) => one.implementationCode,
        ),
      ).toEqual([item.implementationCode])
      for (const other of offices.filter((one) => one.clerk !== clerk))
        expect((await send(office, other.clerk, caseNumber, 'acceptance', unseen)).status).toBe(404)
      expect((await send(office, clerk, caseNumber, 'acceptance', unseen)).body).toMatchObject({ state: 'accepted' })
      const tasks = (await office.hall.as({ ...clerk, roles: ['examiner'] }).get('/tasks')).body.items
      expect(tasks).toMatchObject([{ caseNumber }])
      const step = (by: Actor, id: string, outcome: string) =>
        send(office, by, caseNumber, `tasks/${id}/completion`, { opinion: '属实', outcome })
      await must(step({ ...clerk, id: 'e', roles: ['examiner'] }, tasks[0].id, 'agree'))
      const decider = { ...clerk, id: 'd', roles: ['decider'] }
      await must(step(decider, (await office.hall.as(decider).get('/tasks')).body.items[0].id, 'approve'))
      await must(send(office, decider, caseNumber, 'decision', granted))
      await must(send(office, clerk, caseNumber, 'completion'))
      await office.hall.settle()
      const { items } = (await office.hall.as(office.person).get('/my/messages')).body
      expect(items.some(({ title, text }: { title: string; text: string }) => title === '请领取结果' && text.includes(caseNumber))).toBe(
        true,
      )
    }
  },
)

test('R4-086 who decides does so on the opinion of who examined, and nobody else decides', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const { examiner, decider } = people(office)
  const withoutDeciding = { ...examiner, grants: examiner.grants.filter(({ permission }) => permission !== 'cases.decide') }
  expect((await send(office, decider, caseNumber, 'decision', granted)).body.type).toBe('case.flowNotEnded')
  const [task] = (await view(office, caseNumber)).tasks
  const examine = (opinion?: string) => send(office, examiner, caseNumber, `tasks/${task.id}/completion`, { outcome: 'agree', opinion })
  for (const none of [undefined, '']) expect((await examine(none)).status).toBe(400)
  await must(examine('材料属实，拟同意'))
  expect((await doTask(office, withoutDeciding, caseNumber, 'approve')).body.type).toBe('case.taskNotYours')
  await must(doTask(office, decider, caseNumber, 'approve'))
  expect((await send(office, withoutDeciding, caseNumber, 'decision', granted)).status).toBe(403)
  expect((await view(office, caseNumber)).state).toBe('accepted')
  expect((await send(office, decider, caseNumber, 'decision', granted)).body).toMatchObject({ state: 'decided' })
})
