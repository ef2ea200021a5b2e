import { withdrawItem } from '@yiwang/catalogue'
import { aDraft, soundElements } from '@yiwang/catalogue/testing'
import { changeLicenceState } from '@yiwang/licences'
import { aLicence, aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { anAccount } from '@yiwang/identity/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { registersKnowing, type KnownPerson } from '@yiwang/registers/testing'
import { aSealInUse, testAuthority } from '@yiwang/seals/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { aPdf } from '@yiwang/storage/testing'
import { expect, test, type TestContext } from 'vitest'
import { examined, granted, must, openOffice, people, send, view } from './handling.testing.ts'
import { aCertificate, aWholeApplication, statement, type CaseHall } from './testing.ts'

const holder = { kind: 'person', name: '张测试', number: inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 }) } as const
const business = '11100000000013338W905'

/** A person with a licence another body issued, and an item of the clerk's body that takes it in the place of a paper. */
async function aLibrary(t: TestContext) {
  const authority = await testAuthority()
  const office = await openOffice(t, { outside: { certificateAuthority: authority } })
  const { hall, otherClerk } = office
  authority.follow(hall.clock)
  const issuer = { code: otherClerk.body ?? '', name: '上城区别的局', division: '330102' }
  for (const bodyCode of [issuer.code, homeBody]) await aSealInUse(hall.house, { bodyCode, kind: 'licence', name: '证照专用章' })
  const { identifier } = await hall.act(async (act) => {
    await aLicenceType(act, { code: business, name: '营业执照' })
    return aLicence(act, { type: business, holder, issuer })
  })
  await hall.settle()
  const materials = [aCertificate('shop', { name: '营业执照', licenceTypes: [business] }), statement]
  return { ...office, identifier, materials, issuer }
}

const knownAs = ({ name, number, phone }: { name: string; number: string; phone: string }): KnownPerson => ({
  ...{ name, idNumber: number, phone, socialSecurityCard: 'A12345678' },
  ...{ sex: 'male', ethnicity: '汉', bornOn: '1992-01-01', address: '样例路3号', divisionCode: '330102', alive: true },
})

const start = async ({ hall, person }: CaseHall, implementationCode: string) =>
  (await hall.as(person).post('/drafts', { implementationCode })).body

/** Saves the draft with these materials beside the statement, and hands it in. */
async function handIn(office: CaseHall, draft: { id: string; form: object }, ...given: object[]) {
  const own = await aWholeApplication(office)
  const word = { code: 'statement', source: 'upload', fileId: await office.aFile(office.person) }
  const whole = { ...own, form: { ...draft.form, ...own.form }, materials: [...given, word] }
  const saved = await office.hall.as(office.person).put(`/drafts/${draft.id}`, whole)
  return saved.status === 200 ? office.hall.as(office.person).post(`/drafts/${draft.id}/submission`) : saved
}

test('R1-06 R5A-138 R7-045 R7-056 R5B-217 RA2-017 a licence another department issued stands for the paper, and is asked for again once it is worth nothing', async (t) => {
  const library = await aLibrary(t)
  const { hall, person, identifier, issuer } = library
  const item = await library.item({ onlineMode: 'verify', materials: library.materials })
  expect(item.bodyCode).not.toBe(issuer.code)
  const draft = await start(library, item.implementationCode)
  const linked = { code: 'shop', source: 'licence', licenceIdentifier: identifier }
  expect(draft.materials).toEqual([linked])
  expect((await hall.as(person).get('/my/licences')).body.items).toMatchObject([
    { identifier, issuerName: issuer.name, typeCode: business },
  ])
  const done = await handIn(library, draft, linked)
  expect(done.status).toBe(201)
  // the desk sees the licence in the place of a file
  const [shop] = (await view(library, done.body.caseNumber)).materials
  expect(shop).toMatchObject({ code: 'shop', source: 'licence', trustLevel: 'A', licenceIdentifier: identifier })
  expect(shop).not.toHaveProperty('fileId')
  expect((await hall.as(library.otherPerson).post('/drafts', { implementationCode: item.implementationCode })).body.materials).toEqual([])

  await hall.act((act) => changeLicenceState(act, identifier, 'revoke', '依法吊销'))
  const again = await start(library, item.implementationCode)
  expect(again.materials).toEqual([])
  expect((await handIn(library, again)).body).toMatchObject({ type: 'case.materialsMissing', missing: ['shop'] })
  expect((await handIn(library, again, linked)).body).toMatchObject({ type: 'case.materialNotYours', codes: ['shop'] })
})

test('R5A-254 R7-057 what a body issued is accepted without its original, also where originals are looked at before', async (t) => {
  const library = await aLibrary(t)
  const item = await library.item({ onlineMode: 'preview', materials: library.materials })
  const linked = { code: 'shop', source: 'licence', licenceIdentifier: library.identifier }
  const done = await handIn(library, await start(library, item.implementationCode), linked)
  const { caseNumber } = done.body
  const unseen = { originalsSeen: [], deferred: [] }
  expect((await send(library, library.clerk, caseNumber, 'acceptance', unseen)).status).toBe(200)
  await library.hall.act((act) => changeLicenceState(act, library.identifier, 'reportLoss', '遗失'))
  expect((await handIn(library, await start(library, item.implementationCode), linked)).body.type).toBe('case.materialNotYours')
})

test('R7-023 R5A-232 R5B-196 the licence a case grants is in the library by itself, leads back to its case, and is shown to its applicant once completed', async (t) => {
  const library = await aLibrary(t)
  const { hall, person } = library
  await hall.act((act) => aLicenceType(act, { fields: [{ key: 'place', label: '经营场所', kind: 'text', required: true }] }))
  const { result } = soundElements
  const item = await library.item({ materials: [statement], onlineMode: 'full', result: { ...result, licenceType: aTypeCode } })
  const done = await handIn(library, await start(library, item.implementationCode))
  const { caseNumber } = done.body
  await must(send(library, library.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  await examined(library, caseNumber)
  const mine = async () => (await hall.as(person).get(`/my/cases/${caseNumber}`)).body
  await must(send(library, people(library).decider, caseNumber, 'decision', granted))
  for (const hidden of ['decision', 'licenceIdentifier']) expect(await mine()).not.toHaveProperty(hidden)
  await hall.settle()
  const { licenceIdentifier, decision, papers } = await mine()
  expect(decision).toBe('approved')
  const owned = await hall.as(person).get(`/my/licences/${licenceIdentifier}`)
  expect(owned.body).toMatchObject({ subject: { kind: 'case', key: caseNumber }, face: [{ label: '经营场所', value: '样例路1号' }] })
  const file = await hall.as(person).get(`/my/licences/${licenceIdentifier}/content`)
  expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await hall.stranger.get(`/licences/verification/${licenceIdentifier}`)).body).toMatchObject({ state: 'valid' })
  const document = papers.find(({ kind }: { kind: string }) => kind === 'approvalDecision')
  expect((await hall.as(person).get(`/my/cases/${caseNumber}/papers/${document.id}/content`)).status).toBe(200)
  // one library for what a case granted and what another body issued before; the case keeps the number alone
  expect((await hall.as(person).get('/my/licences')).body.items.map((one: { identifier: string }) => one.identifier)).toEqual(
    expect.arrayContaining([licenceIdentifier, library.identifier]),
  )
})

test('R5B-029 R4-042 a case takes its materials, limits and flow from the version in force, and no item without one is accepted', async (t) => {
  const office = await openOffice(t)
  const item = await office.item()
  const visitor = office.hall.as(office.person)
  const draft = await start(office, item.implementationCode)
  const lease = { code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }
  const { caseNumber } = (await handIn(office, draft, lease)).body
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  const whole = await view(office, caseNumber)
  expect(whole.revisionId).toBe(item.revisionId)
  expect(whole.materials.map(({ code }: { code: string }) => code)).toEqual(item.materials.map(({ code }) => code))
  expect(whole.clock).toMatchObject({ committed: { value: item.committedLimit?.value }, statutory: { value: item.statutoryLimit?.value } })
  expect(whole.tasks).toHaveLength(1)
  expect((await visitor.post('/drafts', { implementationCode: 'X'.repeat(34) })).status).toBe(404)
  const unpublished = await office.hall.act((act) => aDraft(act))
  expect((await visitor.post('/drafts', { implementationCode: unpublished })).body.type).toMatch(/^item\./)
  await office.hall.act((act) => withdrawItem(act, item.implementationCode, { reason: '取消' }))
  expect((await visitor.post('/drafts', { implementationCode: item.implementationCode })).body.type).toBe('item.withdrawn')
})

test('RA1-33 RA1-37 R7-010 an item is applied for by those it serves, online where it is handled online, and at the real-name level it wants', async (t) => {
  const newcomer = { name: '王测试', number: inventedPersonId({ division: '330102', birth: '1992-01-01', order: 5 }), phone: '13800000078' }
  const office = await openOffice(t, { outside: { registers: registersKnowing([knownAs(newcomer)]) } })
  const company = await office.hall.act((act) =>
    anAccount(act, { kind: 'organisation', phone: '13800000077', representativeName: '张测试' }),
  )
  const low = await office.hall.act((act) => anAccount(act, { level: 1, ...newcomer }))
  const as = (id: string) => office.hall.as({ ...office.person, id })
  const apply = async (id: string, implementationCode: string) => (await as(id).post('/drafts', { implementationCode })).body.type
  const forPersons = await office.item({ audiences: ['person'], themes: ['P08'], handlingForms: ['online'] })
  const forCompanies = await office.item({ audiences: ['organisation'], themes: ['C02'] })
  expect(await apply(office.person.id, forPersons.implementationCode)).toBeUndefined()
  expect(await apply(company.id, forPersons.implementationCode)).toBe('case.notForApplicant')
  expect(await apply(company.id, forCompanies.implementationCode)).toBeUndefined()
  expect(await apply(office.person.id, forCompanies.implementationCode)).toBe('case.notForApplicant')
  const atCounter = await office.item({ handlingForms: ['counter'] })
  expect(await apply(office.person.id, atCounter.implementationCode)).toBe('case.notOnline')
  const demanding = await office.item({ realNameLevel: 2 })
  expect(await as(low.id).post('/drafts', { implementationCode: demanding.implementationCode })).toMatchObject({
    status: 403,
    body: { type: 'case.levelTooLow', level: 2 },
  })
  await must(as(low.id).post('/me/identity-checks', { method: 'socialSecurityCard', cardNumber: 'A12345678' }))
  expect(await apply(low.id, demanding.implementationCode)).toBeUndefined()
})

test('R5A-005 a person keeps data, licences and files in a space of his own, uses them in an application, and sees nobody else’s', async (t) => {
  const library = await aLibrary(t)
  const { hall, person, otherPerson, identifier } = library
  const mine = hall.as(person)
  const theirs = hall.as(otherPerson)
  await must(hall.stranger.post('/one-time-codes', { phone: '13800000001', purpose: 'changeProfile' }))
  await hall.settle()
  const code = /\d{6}/.exec(library.postbox.lastTo('13800000001') ?? '')?.[0]
  await must(mine.patch('/me/profile', { code, address: '样例路9号' }))
  expect((await mine.get('/me/profile')).body).toMatchObject({ name: '张测试', address: '样例路9号' })
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="承诺书.pdf"\r\ncontent-type: application/pdf\r\n\r\n'
  const payload = Buffer.concat([Buffer.from(head), aPdf(), Buffer.from('\r\n--b--\r\n')])
  const kept = await mine.post('/files', undefined, { payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } })
  expect((await mine.get('/my/files')).body.items).toMatchObject([{ id: kept.body.id, name: '承诺书.pdf' }])
  const item = await library.item({ materials: library.materials })
  const draft = await start(library, item.implementationCode)
  const given = [
    { code: 'shop', source: 'licence', licenceIdentifier: identifier },
    { code: 'statement', source: 'upload', fileId: kept.body.id },
  ]
  await must(mine.put(`/drafts/${draft.id}`, { answers: {}, form: { ...draft.form, place: '样例路9号' }, materials: given }))
  await must(mine.post(`/drafts/${draft.id}/submission`))
  for (const path of [`/files/${kept.body.id}/content`, `/my/licences/${identifier}`, `/drafts/${draft.id}`])
    expect([path, (await theirs.get(path)).status]).toEqual([path, 404])
  for (const path of ['/my/files', '/my/licences', '/my/cases', '/drafts'])
    expect([path, (await theirs.get(path)).body.items]).toEqual([path, []])
  expect((await theirs.get('/me/profile')).body.name).toBe('李测试')
  for (const path of ['/me/profile', '/my/files', '/my/licences']) expect((await hall.stranger.get(path)).status).toBe(401)
})
