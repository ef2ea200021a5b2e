import type { Actor } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { doTask, examined, granted, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { aSubmittedCase, statement, type CaseHall } from './testing.ts'

const seen = { originalsSeen: ['lease'], deferred: [] }
const unseen = { originalsSeen: [], deferred: [] }

const mine = async (office: CaseHall, caseNumber: string) => (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body
const messages = async (office: CaseHall) =>
  (await office.hall.as(office.person).get('/my/messages')).body.items as { title: string; text: string }[]
const sms = ({ postbox }: CaseHall) => postbox.inbox.filter(({ to }) => to === '13800000001').map(({ text }) => text)
const waiting = async ({ hall }: CaseHall, by: Actor) =>
  (await hall.as(by).get('/tasks')).body.items.map(({ caseNumber }: { caseNumber: string }) => caseNumber)

/** Goes through the body's own flow inside the platform; nothing is decided before its end. */
async function examinedAndDecided(office: CaseHall, caseNumber: string): Promise<void> {
  const { examiner, decider } = people(office)
  expect(await waiting(office, examiner)).toContain(caseNumber)
  expect((await send(office, decider, caseNumber, 'decision', granted)).body.type).toBe('case.flowNotEnded')
  expect((await send(office, office.clerk, caseNumber, 'completion')).body).toMatchObject({ type: 'case.notLawful', state: 'accepted' })
  await examined(office, caseNumber)
  await must(send(office, decider, caseNumber, 'decision', granted))
}

test(
  'R5A-139 R5A-144 R5A-145 R5B-073 R5A-167 原件预审 walks from the pre-review to the hall, each stage saying what comes next',
  { timeout: 60_000 },
  async (t) => {
    const office = await openOffice(t)
    const caseNumber = await aSubmittedCase(office, await office.item({ ...paperOnly, onlineMode: 'preview' }), {
      delivery: { method: 'counter' },
    })
    const way: [string, string][] = []
    const note = async () => {
      const { state, next } = await mine(office, caseNumber)
      way.push([state, next])
    }
    await note()
    await must(send(office, office.clerk, caseNumber, 'correction-request', { items: [{ code: 'lease', what: '补盖章' }] }))
    await note()
    const fileId = await office.aFile(office.person)
    const answer = { materials: [{ code: 'lease', source: 'upload', fileId }] }
    await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, answer))
    await must(send(office, office.clerk, caseNumber, 'pre-acceptance', { opinion: '符合条件' }))
    await note()
    await must(send(office, office.clerk, caseNumber, 'acceptance', seen))
    await note()
    await examinedAndDecided(office, caseNumber)
    await note()
    expect(await view(office, caseNumber)).toMatchObject({ state: 'decided', decision: 'approved', decisionReasons: granted.reasons })
    await office.hall.settle()
    await must(send(office, office.clerk, caseNumber, 'completion'))
    await office.hall.settle()
    await note()
    expect(sms(office).at(-1)).toMatch(new RegExp(`${caseNumber}.*准予.*到上城区政务服务中心（上城区样例路1号）领取`))
    await must(send(office, office.clerk, caseNumber, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen: [] }))
    await note()
    expect(way).toEqual([
      ['submitted', 'waitForAnswer'],
      ['correcting', 'correct'],
      ['preAccepted', 'bringOriginals'],
      ['accepted', 'waitForDecision'],
      ['decided', 'waitForResult'],
      ['completed', 'fetchResult'],
      ['delivered', 'nothing'],
    ])
  },
)

test('R5A-139 R5A-151 R5A-152 R5A-153 原件核验: accepted from afar, completed by the counter alone, originals seen when the result is handed over', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly), { delivery: { method: 'counter' } })
  expect((await send(office, office.clerk, caseNumber, 'pre-acceptance', {})).body.type).toBe('case.notPreviewed')
  await must(send(office, office.clerk, caseNumber, 'acceptance', unseen))
  await examinedAndDecided(office, caseNumber)
  await office.hall.settle()
  // no result completes by itself here: it waits for the clerk
  expect(await view(office, caseNumber)).toMatchObject({ state: 'decided', decision: 'approved' })
  const { examiner, decider } = people(office)
  for (const by of [examiner, decider]) {
    const withoutCompletion = by.grants.filter(({ permission }) => permission !== 'cases.complete')
    expect((await send(office, { ...by, grants: withoutCompletion }, caseNumber, 'completion')).status).toBe(403)
  }
  await must(send(office, office.clerk, caseNumber, 'completion'))
  await office.hall.settle()
  expect((await messages(office)).at(0)?.text).toContain('请携带原件：租赁合同')
  expect((await view(office, caseNumber)).steps.map(({ name }: { name: string }) => name)).toEqual([
    '提交申请',
    '受理',
    ...(await view(office, caseNumber)).steps.slice(2, 4).map(({ name }: { name: string }) => name),
    '决定',
    '办结',
  ])
  expect((await view(office, caseNumber)).steps.every(({ actorName }: { actorName: string }) => actorName !== '')).toBe(true)
})

test('R5A-139 R5A-157 R5B-121 全程网办 goes from application to delivery without a counter, on verified materials only', async (t) => {
  const office = await openOffice(t)
  const unverified = await office.item({ ...paperOnly, onlineMode: 'full' })
  await expect(aSubmittedCase(office, unverified)).rejects.toThrow('case.materialNotVerified')
  const item = await office.item({ ...paperOnly, onlineMode: 'full', materials: [statement] })
  const materials = [{ code: 'statement', source: 'upload' as const, fileId: await office.aFile(office.person) }]
  const caseNumber = await aSubmittedCase(office, item, { materials, delivery: { method: 'electronic' } })
  await must(send(office, office.clerk, caseNumber, 'acceptance', unseen))
  await examinedAndDecided(office, caseNumber)
  await office.hall.settle()
  const after = await view(office, caseNumber)
  expect(after).toMatchObject({ state: 'delivered', decision: 'approved', visits: 0 })
  expect(after.steps.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
    'accept',
    'completeTask',
    'completeTask',
    'decide',
    'complete',
    'deliver',
  ])
  expect(
    (await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).body.papers.map(({ kind }: { kind: string }) => kind),
  ).toContain('approvalDecision')
})

test('R5A-139 an item for which no online form of handling is set is not applied for online', async (t) => {
  const office = await openOffice(t)
  const { implementationCode } = await office.item({ handlingForms: ['counter'] })
  expect(await office.hall.as(office.person).post('/drafts', { implementationCode })).toMatchObject({ body: { type: 'case.notOnline' } })
  expect((await office.hall.as(office.person).get('/drafts')).body.items).toEqual([])
})

test('R5A-137 R3-29 R4-008 R5B-094 R4-004 R5A-003 acceptance and the result are told to the applicant in his space and by SMS, each internal step in his space, and nothing to anybody else', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly))
  await office.hall.settle()
  const told = async () => [(await messages(office)).at(0)?.text, sms(office).at(-1)]
  for (const text of await told()) expect(text).toContain(caseNumber)
  await must(send(office, office.clerk, caseNumber, 'acceptance', unseen))
  await office.hall.settle()
  for (const text of await told()) expect(text).toMatch(new RegExp(`${caseNumber}.*已受理`))
  const { examiner, decider } = people(office)
  const [task] = (await view(office, caseNumber)).tasks
  office.hall.clock.set('2026-03-03T10:20:00+08:00')
  await must(doTask(office, examiner, caseNumber, 'agree'))
  await office.hall.settle()
  const [inSpace, bySms] = await told()
  expect(inSpace).toMatch(new RegExp(`${caseNumber}.*2026.*3.*10:20.*${task.name}`))
  expect(bySms).toContain('已受理')
  expect((await mine(office, caseNumber)).steps.at(-1)).toMatchObject({ name: task.name, endedAt: '2026-03-03T02:20:00.000Z' })
  const shown = (one: { steps: { name: string; startedAt: string; endedAt?: string; actorName: string }[] }) =>
    one.steps.map(({ name, startedAt, endedAt, actorName }) => [name, startedAt, endedAt, actorName])
  expect(shown(await mine(office, caseNumber))).toEqual(shown(await view(office, caseNumber)))
  await must(doTask(office, decider, caseNumber, 'approve'))
  await must(send(office, decider, caseNumber, 'decision', granted))
  await office.hall.settle()
  await office.hall.settle()
  expect((await messages(office)).filter(({ title }) => title === '已作出决定')).toHaveLength(1)
  expect(sms(office).filter((text) => text.includes('已作出决定'))).toHaveLength(1)
  office.hall.clock.advance(60_000)
  await must(send(office, office.clerk, caseNumber, 'completion'))
  await office.hall.settle()
  for (const text of await told()) expect(text).toMatch(new RegExp(`${caseNumber}.*准予`))
  expect((await office.hall.as(office.person).get('/my/cases')).body.items).toMatchObject([{ caseNumber, state: 'completed' }])
  expect((await office.hall.as(office.otherPerson).get('/my/cases')).body.items).toEqual([])
  expect((await office.hall.as(office.otherPerson).get(`/my/cases/${caseNumber}`)).status).toBe(404)
  expect((await office.hall.as(office.otherPerson).get('/my/messages')).body.items).toEqual([])
})

test(
  'R5A-168 R5B-091 R5A-150 four turns are told with what is needed at each: the reason, what to add, when it is due, how the result comes',
  { timeout: 60_000 },
  async (t) => {
    const office = await openOffice(t)
    const item = await office.item(paperOnly)
    const both = async () => {
      await office.hall.settle()
      return [(await messages(office)).at(0)?.text, sms(office).at(-1)].join('\n')
    }
    /** What was told before lies behind, also by the clock. */
    const go = async (answer: () => Promise<{ status: number; body: unknown }>) => {
      await office.hall.settle()
      office.hall.clock.advance(60_000)
      await must(answer())
    }
    const twice = (part: string) => new RegExp(`${part}[\\s\\S]*${part}`)
    const refused = await aSubmittedCase(office, item)
    expect((await send(office, office.clerk, refused, 'refusal', {})).status).toBe(400)
    expect((await send(office, office.clerk, refused, 'refusal', { reason: '' })).status).toBe(400)
    await go(() => send(office, office.clerk, refused, 'refusal', { reason: '不属于本机关职权范围' }))
    expect(await both()).toMatch(twice('不属于本机关职权范围'))

    const caseNumber = await aSubmittedCase(office, item)
    await go(() => send(office, office.clerk, caseNumber, 'correction-request', { items: [{ code: 'lease', what: '缺签字页' }] }))
    expect(await both()).toMatch(twice('租赁合同'))
    const fileId = await office.aFile(office.person)
    const answer = { materials: [{ code: 'lease', source: 'upload', fileId }] }
    await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, answer))
    expect((await view(office, caseNumber)).state).toBe('submitted')
    await go(() => send(office, office.clerk, caseNumber, 'acceptance', unseen))
    expect(await both()).toMatch(twice('已受理'))
    await examinedAndDecided(office, caseNumber)
    await go(() => send(office, office.clerk, caseNumber, 'completion'))
    expect(await both()).toMatch(twice(`${caseNumber}.*准予.*到上城区政务服务中心（上城区样例路1号）领取`))
  },
)
