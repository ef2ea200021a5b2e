import { expect, test } from 'vitest'
import { completed, decided, examined, granted, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { aCertificate, anAcceptedCase, aSubmittedCase, statement, type CaseHall } from './testing.ts'

type Answer = { status: number; body: { type?: string } }
type Race = (office: CaseHall, caseNumber: string) => Promise<[Promise<Answer>, Promise<Answer>]>

const requestOf = async (office: CaseHall, caseNumber: string) => (await view(office, caseNumber)).requests[0].id
const taskOf = async (office: CaseHall, caseNumber: string) => (await view(office, caseNumber)).tasks[0].id
const handOver = { method: 'counter', signedBy: '张测试', originalsSeen: ['lease'] }

/** Two at once, really: two connections, two transactions. One wins and what it tells is told once; the other is told why not. */
const races: { name: string; run: Race; loser: string[]; event?: string[] }[] = [
  {
    name: 'two deciders',
    loser: ['case.notLawful'],
    event: ['case.decided'],
    run: async (office, n) => {
      await examined(office, n)
      const { decider } = people(office)
      return [send(office, decider, n, 'decision', granted), send(office, { ...decider, id: 'decider-2' }, n, 'decision', granted)]
    },
  },
  {
    name: 'the applicant withdraws and the decider decides',
    loser: ['case.notLawful'],
    event: ['case.decided', 'case.withdrawn'],
    run: async (office, n) => {
      await examined(office, n)
      const withdrawal = office.hall.as(office.person).post(`/my/cases/${n}/withdrawal`, {})
      return [withdrawal, send(office, people(office).decider, n, 'decision', granted)]
    },
  },
  {
    name: 'a task done twice',
    loser: ['case.taskNotFound'],
    event: ['case.stepDone'],
    run: async (office, n) => {
      const path = `tasks/${await taskOf(office, n)}/completion`
      const { examiner } = people(office)
      const done = (id: string) => send(office, { ...examiner, id }, n, path, { opinion: '属实', outcome: 'agree' })
      return [done('examiner-1'), done('examiner-2')]
    },
  },
  {
    name: 'two who take one task',
    loser: ['case.taskTaken'],
    run: async (office, n) => {
      const path = `tasks/${await taskOf(office, n)}/claim`
      const { examiner } = people(office)
      return [send(office, examiner, n, path), send(office, { ...examiner, id: 'examiner-2' }, n, path)]
    },
  },
  {
    name: 'two who ask for an extension',
    loser: ['case.requestOpen'],
    event: ['case.extensionRequested'],
    run: async (office, n) => {
      const ask = () => send(office, office.clerk, n, 'extension-requests', { workdays: 5, reason: '情况复杂' })
      return [ask(), ask()]
    },
  },
  {
    name: 'an extension granted by two',
    loser: ['case.requestNotOpen'],
    event: ['case.extended'],
    run: async (office, n) => {
      await must(send(office, office.clerk, n, 'extension-requests', { workdays: 5, reason: '情况复杂' }))
      const answer = { requestId: await requestOf(office, n), granted: true }
      const { decider } = people(office)
      return [
        send(office, decider, n, 'extension-grants', answer),
        send(office, { ...decider, id: 'decider-2' }, n, 'extension-grants', answer),
      ]
    },
  },
  {
    name: 'an abort granted while the case is decided',
    loser: ['case.notLawful'],
    event: ['case.decided', 'case.aborted'],
    run: async (office, n) => {
      await examined(office, n)
      await must(send(office, office.clerk, n, 'abort-requests', { reason: '无法继续' }))
      const answer = { requestId: await requestOf(office, n), granted: true }
      const { decider } = people(office)
      return [send(office, { ...decider, id: 'head-1' }, n, 'abortion', answer), send(office, decider, n, 'decision', granted)]
    },
  },
  {
    name: 'two special procedures',
    loser: ['case.notLawful'],
    event: ['case.specialStarted'],
    run: async (office, n) => {
      const start = () => send(office, office.clerk, n, 'special-procedures', { kind: 'B', name: '实地核查', reason: '核查' })
      return [start(), start()]
    },
  },
  {
    name: 'two who resume',
    loser: ['case.notLawful'],
    event: ['case.resumed'],
    run: async (office, n) => {
      await must(send(office, office.clerk, n, 'suspension', { reason: '等待答复' }))
      return [send(office, office.clerk, n, 'resumption'), send(office, office.clerk, n, 'resumption')]
    },
  },
  {
    name: 'two who complete',
    loser: ['case.notLawful'],
    event: ['case.completed'],
    run: async (office, n) => {
      await decided(office, n)
      return [send(office, office.clerk, n, 'completion'), send(office, office.clerk, n, 'completion')]
    },
  },
  {
    name: 'two who hand over',
    loser: ['case.notLawful'],
    event: ['case.delivered'],
    run: async (office, n) => {
      await completed(office, n)
      return [send(office, office.clerk, n, 'delivery', handOver), send(office, office.clerk, n, 'delivery', handOver)]
    },
  },
]

test.for(races)('$name at once: one wins, the other is told', async ({ run, loser, event = [] }, t) => {
  const office = await openOffice({ onTestFinished: (close) => t.onTestFinished(close) }, { connections: 6 })
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const answers = await Promise.all(await run(office, caseNumber))
  expect(
    answers.filter(({ status }) => status === 200),
    JSON.stringify(answers),
  ).toHaveLength(1)
  expect(loser).toContain(answers.find(({ status }) => status !== 200)?.body.type)
  const counted = (await told(office)).filter((name) => event.includes(name))
  expect(counted).toHaveLength(event.length === 0 ? 0 : 1)
  const { version, steps } = await view(office, caseNumber)
  expect(version).toBeGreaterThan(1)
  expect(new Set(steps.map((step: object) => JSON.stringify(step))).size).toBe(steps.length)
})

test('a deferred material handed in twice at once stands once', async (t) => {
  const office = await openOffice(t, { connections: 6 })
  const item = await office.item({ ...paperOnly, materials: [aCertificate('lease', { need: 'deferrable' }), statement] })
  const word = await office.aFile(office.person)
  const caseNumber = await aSubmittedCase(office, item, {
    materials: [
      { code: 'lease', source: 'deferred' },
      { code: 'statement', source: 'upload', fileId: word },
    ],
  })
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: ['lease'] }))
  const scan = await office.aFile(office.person)
  const give = () =>
    office.hall
      .as(office.person)
      .post(`/my/cases/${caseNumber}/deferred-materials`, { materials: [{ code: 'lease', source: 'upload', fileId: scan }] })
  const answers = await Promise.all([give(), give()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  expect((await view(office, caseNumber)).materials.filter(({ code }: { code: string }) => code === 'lease')).toHaveLength(1)
})

test('two sweeps at once archive a case once', async (t) => {
  const office = await openOffice(t, { connections: 6 })
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await completed(office, caseNumber)
  await must(send(office, office.clerk, caseNumber, 'delivery', handOver))
  await office.hall.runJob('documents.makePapers')
  office.hall.clock.advance(24 * 3_600_000)
  await Promise.all([office.hall.runJob('cases.archive'), office.hall.runJob('cases.archive')])
  expect(await told(office, 'case.archived')).toEqual(['case.archived'])
})
