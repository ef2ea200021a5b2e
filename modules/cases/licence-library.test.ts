import { changeLicenceState } from '@yiwang/licences'
import { aLicence, aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { aSealInUse, testAuthority } from '@yiwang/seals/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { expect, test, type TestContext } from 'vitest'
import { aCertificate, aSubmittedCase, aWholeApplication, openCases, statement } from './testing.ts'

const holders = {
  person: { kind: 'person', name: '张测试', number: inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 }) },
  other: { kind: 'person', name: '李测试', number: inventedPersonId({ division: '330102', birth: '1991-04-12', order: 2 }) },
} as const

/** A hall where licences can be made, a person with one, somebody else with another, and an item that asks for that type. */
async function aLibrary(t: TestContext) {
  const authority = await testAuthority()
  const office = await openCases(t, { outside: { certificateAuthority: authority } })
  const { hall } = office
  authority.follow(hall.clock)
  await aSealInUse(hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  const [mine, theirs] = await hall.act(async (act) => {
    await aLicenceType(act)
    return [await aLicence(act, { holder: holders.person }), await aLicence(act, { holder: holders.other })]
  })
  await hall.settle()
  const materials = [aCertificate('lease', { licenceTypes: [aTypeCode] }), statement]
  const item = await office.item({ materials, onlineMode: 'full' })
  const start = async () => (await hall.as(office.person).post('/drafts', { implementationCode: item.implementationCode })).body
  return { ...office, item, anotherItem: office.item, start, mine: mine?.identifier ?? '', theirs: theirs?.identifier ?? '' }
}

test('R5A-132 a valid licence of one’s own is linked by itself and is handed in; another’s and a lost one are not', async (t) => {
  const library = await aLibrary(t)
  const { hall, person, mine, theirs } = library
  const draft = await library.start()
  expect(draft.materials).toEqual([{ code: 'lease', source: 'licence', licenceIdentifier: mine }])
  const word = { code: 'statement', source: 'upload' as const, fileId: await library.aFile(person) }
  const give = async (licenceIdentifier: string) => {
    const whole = await aWholeApplication(library, person, { form: { ...draft.form, place: '样例路1号' } })
    await hall
      .as(person)
      .put(`/drafts/${draft.id}`, { ...whole, materials: [{ code: 'lease', source: 'licence', licenceIdentifier }, word] })
    return hall.as(person).post(`/drafts/${draft.id}/submission`)
  }
  for (const identifier of [theirs, 'nonsense'])
    expect(await give(identifier)).toMatchObject({ status: 422, body: { type: 'case.materialNotYours', codes: ['lease'] } })
  const done = await give(mine)
  expect(done.status).toBe(201)
  const { body } = await hall.as(person).get(`/my/cases/${done.body.caseNumber}`)
  expect(body.materials[0]).toMatchObject({ code: 'lease', source: 'licence', trustLevel: 'A', licenceIdentifier: mine })

  await hall.act((act) => changeLicenceState(act, mine, 'reportLoss', '遗失'))
  expect((await library.start()).materials).toEqual([])
})

test('R5B-063 the counter finds the licences of who stands there, within its own services, and the look is noted', async (t) => {
  const library = await aLibrary(t)
  const { hall, clerk, otherClerk, person, item, mine } = library
  const { kind, number } = holders.person
  const ask = (by = clerk, whose: string = number) =>
    hall.as(by).post('/cases/known-materials', { implementationCode: item.implementationCode, kind, number: whose })
  expect(await ask()).toMatchObject({ status: 200, body: { materials: [{ code: 'lease', source: 'licence', licenceIdentifier: mine }] } })
  expect((await hall.audited()).at(-1)).toMatchObject({ act: 'cases.register#listKnownMaterials', actor_id: clerk.id })
  expect((await ask(clerk, inventedPersonId({ order: 907 }))).body).toEqual({ materials: [] })
  expect(await ask(clerk, '330102198805059786')).toMatchObject({ status: 422, body: { type: 'case.applicantNumberWrong' } })
  expect(await ask(otherClerk)).toMatchObject({ status: 403, body: { type: 'case.itemOutOfReach' } })
  expect((await ask(person)).status).toBe(403)
  expect((await hall.stranger.post('/cases/known-materials', { implementationCode: item.implementationCode, kind, number })).status).toBe(
    401,
  )
})

test('R5B-218 whoever handles a case looks up its applicant’s licences, and it is noted; nobody else’s, and for no other matter', async (t) => {
  const library = await aLibrary(t)
  const { hall, clerk, otherClerk, person, otherPerson, mine } = library
  const simple = await library.anotherItem()
  const caseNumber = await aSubmittedCase(library, simple)
  const ask = (by = clerk, number = caseNumber, body: unknown = { purpose: '核对申请人资格' }) =>
    hall.as(by).post(`/cases/${number}/licence-look-ups`, body)
  const atAcceptance = await ask()
  expect(atAcceptance).toMatchObject({ status: 200, body: { items: [{ identifier: mine }] } })
  expect(atAcceptance.body.items).toHaveLength(1)
  await hall.as(clerk).post(`/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] })
  expect((await ask()).body.items).toMatchObject([{ identifier: mine }])
  expect((await hall.audited()).at(-1)).toMatchObject({ act: 'cases.lookUpLicences#lookUpApplicantLicences', actor_id: clerk.id })
  const seen = { purpose: '核对申请人资格', bodyCode: clerk.body, caseNumber, found: 1 }
  expect((await hall.as(person).get('/my/licence-look-ups')).body.items).toMatchObject([seen, seen])

  const others = { holder: { kind: 'person', number: holders.other.number }, purpose: '核对申请人资格' }
  expect((await ask(clerk, caseNumber, others)).status).toBe(400)
  expect((await ask(clerk, caseNumber, {})).status).toBe(400)
  expect((await ask(clerk, '33010220260302000000X')).body.type).toBe('case.notFound')
  expect((await ask(otherClerk)).body.type).toBe('case.notFound')
  expect((await ask(person)).status).toBe(403)
  expect((await ask({ ...clerk, grants: [] })).status).toBe(403)
  expect((await hall.stranger.post(`/cases/${caseNumber}/licence-look-ups`, { purpose: '核对申请人资格' })).status).toBe(401)
  expect((await hall.as(clerk).post('/licences/look-ups', others)).status).toBe(404)
  await hall.as(person).post(`/my/cases/${caseNumber}/withdrawal`, {})
  expect((await ask()).body).toMatchObject({ type: 'case.notLawful', state: 'withdrawn' })
  expect((await hall.as(person).get('/my/licence-look-ups')).body.items).toHaveLength(2)
  expect((await hall.as(otherPerson).get('/my/licence-look-ups')).body.items).toEqual([])
})
