import { expect, test } from 'vitest'
import { doTask, granted, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { aCertificate, anAcceptedCase, aSubmittedCase, statement, type CaseHall } from './testing.ts'

/** Statements at the driver, begin and commit among them. A budget that has to grow is a decision, not an accident. */
const budgets = {
  claimTask: 7,
  completeTask: 13,
  suspend: 14,
  resume: 16,
  startSpecial: 19,
  endSpecial: 17,
  requestExtension: 8,
  grantExtension: 19,
  requestAbort: 6,
  decide: 17,
  complete: 11,
  // one of it: what waited for originals comes into force in the same act
  deliver: 18,
  supplyDeferred: 13,
  // one of it: the place, by which the authority of reconsideration is named
  abort: 22,
  listTasks: 1,
}

async function spending(
  office: CaseHall,
  spent: Map<string, number>,
  name: keyof typeof budgets,
  run: () => Promise<{ status: number; body: unknown }>,
) {
  spent.set(name, await office.hall.queriesOf(() => must(run())))
}

test('acts of the handling side keep to their budgets of statements', async (t) => {
  const office = await openOffice(t)
  const { clerk, person, hall } = office
  const { examiner, decider } = people(office)
  const item = await office.item({ ...paperOnly, materials: [aCertificate('lease', { need: 'deferrable' }), statement], procedures: [] })
  const n = await aSubmittedCase(office, item, {
    materials: [
      { code: 'lease', source: 'deferred' },
      { code: 'statement', source: 'upload', fileId: await office.aFile(person) },
    ],
  })
  await must(send(office, clerk, n, 'acceptance', { originalsSeen: [], deferred: ['lease'] }))
  const spent = new Map<string, number>()
  const spend = (name: keyof typeof budgets, run: () => Promise<{ status: number; body: unknown }>) => spending(office, spent, name, run)
  const first = async () => view(office, n)

  const scan = await office.aFile(person)
  const lease = { materials: [{ code: 'lease', source: 'upload', fileId: scan }] }
  await spend('supplyDeferred', () => hall.as(person).post(`/my/cases/${n}/deferred-materials`, lease))
  await spend('suspend', () => send(office, clerk, n, 'suspension', { reason: '等待答复' }))
  await spend('resume', () => send(office, clerk, n, 'resumption'))
  await spend('startSpecial', () => send(office, clerk, n, 'special-procedures', { kind: 'B', name: '听证', reason: '申请听证' }))
  const special = (await first()).specialProcedures[0].id
  await spend('endSpecial', () => send(office, clerk, n, `special-procedures/${special}/end`, { result: '听证完毕' }))
  await spend('requestExtension', () => send(office, clerk, n, 'extension-requests', { workdays: 5, reason: '复杂' }))
  const extension = { requestId: (await first()).requests[0].id, granted: true }
  await spend('grantExtension', () => send(office, decider, n, 'extension-grants', extension))
  await spend('listTasks', () => hall.as(examiner).get('/tasks'))
  const { id: taskId } = (await first()).tasks[0]
  await spend('claimTask', () => send(office, examiner, n, `tasks/${taskId}/claim`))
  const done = { opinion: '材料属实', outcome: 'agree' }
  await spend('completeTask', () => send(office, examiner, n, `tasks/${taskId}/completion`, done))
  await must(doTask(office, decider, n, 'approve'))
  await spend('decide', () => send(office, decider, n, 'decision', granted))
  await spend('complete', () => send(office, clerk, n, 'completion'))
  await spend('deliver', () => send(office, clerk, n, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen: ['lease'] }))

  const ended = await anAcceptedCase(office, await office.item(paperOnly))
  await spend('requestAbort', () => send(office, clerk, ended, 'abort-requests', { reason: '申请人死亡' }))
  const abort = { requestId: (await view(office, ended)).requests[0].id, granted: true }
  await spend('abort', () => send(office, decider, ended, 'abortion', abort))

  const all = JSON.stringify(Object.fromEntries(spent))
  for (const [name, most] of Object.entries(budgets)) expect(spent.get(name), `${name}: ${all}`).toBeLessThanOrEqual(most)
})
