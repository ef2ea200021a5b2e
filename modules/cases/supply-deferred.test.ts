import { expect, test } from 'vitest'
import { examined, granted, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { aCertificate, aSubmittedCase, statement, type CaseHall } from './testing.ts'
import type { ItemOver } from '@yiwang/catalogue/testing'

const deferrable = [aCertificate('lease', { name: '租赁合同', need: 'deferrable' }), statement]

/** Accepted with the lease left for later. */
async function aDeferredCase(t: Parameters<typeof openOffice>[0], over: ItemOver = {}) {
  const office = await openOffice(t)
  const item = await office.item({ ...paperOnly, materials: deferrable, ...over })
  const word = await office.aFile(office.person)
  const materials = [
    { code: 'lease', source: 'deferred' as const },
    { code: 'statement', source: 'upload' as const, fileId: word },
  ]
  const caseNumber = await aSubmittedCase(office, item, { materials })
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: ['lease'] }))
  return { office, caseNumber }
}

const supply = async (office: CaseHall, caseNumber: string, by = office.person, code = 'lease') =>
  office.hall.as(by).post(`/my/cases/${caseNumber}/deferred-materials`, {
    materials: [{ code, source: 'upload', fileId: await office.aFile(by) }],
  })
const leaseOf = async (office: CaseHall, caseNumber: string) =>
  (await view(office, caseNumber)).materials.find(({ code }: { code: string }) => code === 'lease')

test('容缺受理: the decision waits for what was left for later, and is lawful once it is in', async (t) => {
  const { office, caseNumber } = await aDeferredCase(t)
  await examined(office, caseNumber)
  const decide = () => send(office, people(office).decider, caseNumber, 'decision', granted)
  expect((await decide()).body).toMatchObject({ type: 'case.deferredMissing', names: ['租赁合同'] })
  expect(await supply(office, caseNumber)).toMatchObject({ status: 200, body: { state: 'accepted' } })
  expect(await leaseOf(office, caseNumber)).toMatchObject({ source: 'upload', trustLevel: 'C' })
  expect((await decide()).body).toMatchObject({ state: 'decided' })
  const after = await view(office, caseNumber)
  expect(after.papers.filter(({ kind }: { kind: string }) => kind === 'receipt')).toHaveLength(2)
  expect(after.steps.find(({ act }: { act: string }) => act === 'supplyDeferred')).toMatchObject({ opinion: '租赁合同' })
  const [event] = (await office.hall.published()).filter(({ name }) => name === 'case.deferredSupplied')
  expect(event?.body).toMatchObject({ caseNumber, left: [] })
})

test('only what was left for later, only once, only by the applicant, and no second promise', async (t) => {
  const { office, caseNumber } = await aDeferredCase(t)
  expect((await supply(office, caseNumber, office.person, 'statement')).body.type).toBe('case.deferredNotAsked')
  expect((await supply(office, caseNumber, office.otherPerson)).body.type).toBe('case.notFound')
  const promise = { materials: [{ code: 'lease', source: 'deferred' }] }
  const mine = `/my/cases/${caseNumber}/deferred-materials`
  expect((await office.hall.as(office.person).post(mine, promise)).body.type).toBe('case.deferredNotAsked')
  expect((await office.hall.as(office.person).post(mine, { materials: [] })).status).toBe(400)
  const foreign = { materials: [{ code: 'lease', source: 'upload', fileId: await office.aFile(office.otherPerson) }] }
  expect((await office.hall.as(office.person).post(mine, foreign)).body.type).toBe('case.materialNotYours')
  expect(await leaseOf(office, caseNumber)).toMatchObject({ source: 'deferred' })
  expect(await told(office, 'case.deferredSupplied')).toEqual([])
  expect((await supply(office, caseNumber)).status).toBe(200)
  expect((await supply(office, caseNumber)).body.type).toBe('case.deferredNotAsked')
})

test('over the counter paper is taken in, with the original seen; a clerk of another body takes nothing in', async (t) => {
  const { office, caseNumber } = await aDeferredCase(t)
  const body = { materials: [{ code: 'lease', source: 'paper' }] }
  expect((await send(office, office.otherClerk, caseNumber, 'deferred-materials', body)).status).toBe(404)
  expect((await send(office, office.clerk, caseNumber, 'deferred-materials', body)).status).toBe(200)
  expect(await leaseOf(office, caseNumber)).toMatchObject({ source: 'paper', trustLevel: 'B', originalCheckedAt: expect.any(String) })
})

test('原件预审 sees originals before the decision: a bare scan of what was left for later is not enough', async (t) => {
  const { office, caseNumber } = await aDeferredCase(t, { onlineMode: 'preview', visits: 2 })
  expect((await supply(office, caseNumber)).body).toMatchObject({ type: 'case.materialNotVerified', names: ['租赁合同'] })
  expect(await leaseOf(office, caseNumber)).toMatchObject({ source: 'deferred' })
  await must(send(office, office.clerk, caseNumber, 'deferred-materials', { materials: [{ code: 'lease', source: 'paper' }] }))
})

test('it may be handed in while the clock stands still', async (t) => {
  const { office, caseNumber } = await aDeferredCase(t)
  await must(send(office, office.clerk, caseNumber, 'suspension', { reason: '等待答复' }))
  expect((await supply(office, caseNumber)).body).toMatchObject({ state: 'suspended' })
})
