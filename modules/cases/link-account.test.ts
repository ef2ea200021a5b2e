import { registerInPerson } from '@yiwang/identity'
import { anAccount, raiseAccount } from '@yiwang/identity/testing'
import { agreementInForce } from '@yiwang/identity/contract'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { aUser } from '@yiwang/testing'
import { expect, test, type TestContext } from 'vitest'
import { completed, must, openOffice, paperOnly, send, view } from './handling.testing.ts'
import type { CaseHall } from './testing.ts'

const person = {
  kind: 'person',
  name: '陈窗口',
  number: inventedPersonId({ division: '330102', birth: '1970-05-05', order: 903 }),
} as const
const company = { kind: 'organisation', name: '杭州样例商贸有限公司', number: inventedUscc({ nth: 31 }) } as const

async function aCounter(t: TestContext) {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const take = async (who: typeof person | typeof company, more = {}): Promise<string> => {
    const lead = who.kind === 'organisation' ? { legalRepresentative: '陈法人' } : {}
    const taken = await office.hall.as(office.clerk).post('/cases', {
      implementationCode: item.implementationCode,
      applicant: { ...who, ...lead, phone: '13800000003' },
      answers: {},
      form: { place: '样例路3号' },
      materials: [
        { code: 'lease', source: 'paper' },
        { code: 'statement', source: 'upload', fileId: await office.aFile(office.clerk) },
      ],
      ...more,
    })
    if (taken.status !== 201) throw new Error(JSON.stringify(taken.body))
    await office.hall.settle()
    return taken.body.caseNumber
  }
  return { ...office, take }
}

const listOf = async ({ hall }: Pick<CaseHall, 'hall'>, account: string, what: string) =>
  (await hall.as(aUser(account)).get(`/my/${what}`)).body.items
const casesOf = async (office: Pick<CaseHall, 'hall'>, account: string) =>
  (await listOf(office, account, 'cases')).map(({ caseNumber }: { caseNumber: string }) => caseNumber)

test('a walk-in who has an account finds the case and its papers in the personal space, and is told there', async (t) => {
  const office = await aCounter(t)
  const { id } = await office.hall.act((act) => anAccount(act, { ...person, phone: '13800000077' }))
  const caseNumber = await office.take(person)
  expect(await casesOf(office, id)).toEqual([caseNumber])
  expect((await listOf(office, id, 'papers')).map(({ kind }: { kind: string }) => kind)).toEqual(['receipt'])
  const about = (await listOf(office, id, 'messages')).flatMap(({ about }: { about?: unknown }) => about ?? [])
  expect(about).toEqual([{ kind: 'case', key: caseNumber }])
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  expect((await listOf(office, id, 'papers')).map(({ kind }: { kind: string }) => kind)).toEqual(['acceptanceNotice', 'receipt'])
  expect((await office.hall.as(aUser(id)).get(`/my/cases/${caseNumber}`)).body).toMatchObject({ state: 'accepted', channel: 'counter' })
  // and nobody else does
  expect(await casesOf(office, office.person.id)).toEqual([])
  expect((await office.hall.as(office.person).get(`/my/cases/${caseNumber}`)).status).toBe(404)
})

test('who registers later finds what was begun at the counter, once the real-name level is adequate', async (t) => {
  const office = await aCounter(t)
  const caseNumber = await office.take(person)
  const { id } = await office.hall.act((act) => anAccount(act, { ...person, phone: '13800000077', level: 1 }))
  await office.hall.settle()
  expect(await casesOf(office, id)).toEqual([])
  expect((await office.hall.as(aUser(id)).get(`/my/cases/${caseNumber}`)).status).toBe(404)
  await office.hall.act((act) => raiseAccount(act, id, 2))
  await office.hall.settle()
  expect(await casesOf(office, id)).toEqual([caseNumber])
  expect((await office.hall.published()).filter(({ name }) => name === 'case.linked')).toMatchObject([
    { body: { caseNumber, accountId: id } },
  ])
})

test('an organisation finds its own likewise, and what it wished to have electronically comes into its space', async (t) => {
  const office = await aCounter(t)
  const caseNumber = await office.take(company, { delivery: { method: 'electronic' } })
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  await completed(office, caseNumber)
  await office.hall.settle()
  expect((await view(office, caseNumber)).state).toBe('completed')
  const seen = { ...company, phone: '13800000078', agreement: agreementInForce.organisation, representativeName: '陈法人' }
  const id = await office.hall.act((act) => registerInPerson(act, seen, '-'))
  await office.hall.settle()
  expect(await casesOf(office, id)).toEqual([caseNumber])
  expect(await view(office, caseNumber)).toMatchObject({ state: 'delivered' })
  expect((await listOf(office, id, 'papers')).length).toBeGreaterThan(2)
})
