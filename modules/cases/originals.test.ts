import { aLicence, aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { aSealInUse, testAuthority } from '@yiwang/seals/testing'
import { sealPdf } from '@yiwang/seals'
import { inventedPersonId } from '@yiwang/standards/testing'
import { soundElements, type ItemOver } from '@yiwang/catalogue/testing'
import { waybillsOf } from '@yiwang/logistics'
import { expect, test, type TestContext } from 'vitest'
import { decided, must, openOffice, paperOnly, people, send, told, view } from './handling.testing.ts'
import { aWholeApplication, anAcceptedCase, statement, type CaseHall } from './testing.ts'

const number = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 })
const holder = { kind: 'person', name: '张测试', number } as const
const issuer = { code: homeBody, name: '上城区样例局', division: '330102' }
const recipient = { name: '张测试', phone: '13800000001', address: '样例路2号' }

/** A body that seals papers and licences, and an item whose result is a licence of a type on which the place stands. */
async function open(t: TestContext) {
  const authority = await testAuthority()
  const office = await openOffice(t, { outside: { certificateAuthority: authority, sealPaper: sealPdf } })
  authority.follow(office.hall.clock)
  await office.hall.act((act) => aLicenceType(act))
  await aSealInUse(office.hall.house, { bodyCode: homeBody, kind: 'licence', name: '证照专用章' })
  await aSealInUse(office.hall.house, { bodyCode: homeBody, kind: 'official', name: '上城区样例局' })
  return office
}

const granting = (over: ItemOver = {}, supersedes?: 'renew' | 'change' | 'reissue'): ItemOver => ({
  result: { ...soundElements.result, licenceType: aTypeCode, ...(supersedes ? { supersedes } : {}) },
  ...over,
})

async function produced(office: CaseHall, caseNumber: string): Promise<string> {
  await decided(office, caseNumber)
  await must(send(office, office.clerk, caseNumber, 'production'))
  await office.hall.settle()
  await must(send(office, office.clerk, caseNumber, 'completion'))
  await office.hall.settle()
  return (await view(office, caseNumber)).licenceIdentifier
}

const hand = (office: CaseHall, caseNumber: string, originalsSeen: string[]) =>
  send(office, office.clerk, caseNumber, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen })
const disagree = (office: CaseHall, caseNumber: string, code = 'lease') =>
  send(office, office.clerk, caseNumber, 'original-mismatches', { items: [{ code, what: '原件的租期已满，与扫描件不一致' }] })

const mine = (office: CaseHall, path: string) => office.hall.as(office.person).get(path)
const content = (office: CaseHall, identifier: string) => mine(office, `/my/licences/${identifier}/content`)
const check = async (office: CaseHall, identifier: string) =>
  (await office.hall.stranger.get(`/licences/verification/${encodeURIComponent(identifier)}`)).body
const held = async (office: CaseHall) => (await mine(office, '/my/licences')).body.items as { identifier: string; state: string }[]

function upload(bytes: Buffer): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'yiwang-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
const checkFile = async ({ hall }: CaseHall, bytes: Buffer) =>
  (await hall.stranger.post('/licences/verification', undefined, upload(bytes))).body

/** The file as the counter prints it. */
const printed = async (office: CaseHall, identifier: string): Promise<Buffer> =>
  (
    await office.hall
      .as({ ...office.clerk, grants: [...office.clerk.grants, ...lookGrants(office)] })
      .get(`/licences/${identifier}/content`)
  ).body
const lookGrants = ({ clerk }: CaseHall) => clerk.grants.slice(0, 1).map((grant) => ({ ...grant, permission: 'licences.look' }))

test('原件核验: what was made is not in force and not the holder’s until the originals were seen', { timeout: 60_000 }, async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(granting()))
  const identifier = await produced(office, caseNumber)
  const paper = (await view(office, caseNumber)).papers.find(({ kind }: { kind: string }) => kind === 'approvalDecision')
  expect(paper).toMatchObject({ effect: 'pending' })

  // the holder: told of it as waiting, without the file, a copy, or the decision
  expect(await held(office)).toMatchObject([{ identifier, state: 'pending' }])
  expect((await content(office, identifier)).body.type).toBe('licence.notInForce')
  const copy = { purpose: '办理样例', validUntil: '2026-12-31' }
  expect((await office.hall.as(office.person).post(`/my/licences/${identifier}/copies`, copy)).body.type).toBe('licence.notLawful')
  const own = (await mine(office, `/my/cases/${caseNumber}`)).body
  expect(own.papers.map(({ kind }: { kind: string }) => kind)).not.toContain('approvalDecision')
  expect((await mine(office, `/my/cases/${caseNumber}/papers/${paper.id}/content`)).status).toBe(404)
  expect((await mine(office, `/my/papers/${paper.id}/content`)).status).toBe(404)
  expect((await mine(office, '/my/papers')).body.items.map(({ kind }: { kind: string }) => kind)).not.toContain('approvalDecision')
  // anybody who has the number or the printed file
  expect(await check(office, identifier)).toMatchObject({ state: 'pending' })
  const file = await printed(office, identifier)
  expect(await checkFile(office, file)).toMatchObject({ verdict: 'pending' })
  // it stands for no material
  const looked = await send(office, office.clerk, caseNumber, 'licence-look-ups', { purpose: '核对资格' })
  expect(looked.status).toBe(409)
  const titles = (await mine(office, '/my/messages')).body.items.map(({ title }: { title: string }) => title)
  expect(titles).not.toContain('电子证照已签发')

  expect((await hand(office, caseNumber, [])).body.type).toBe('case.originalsMissing')
  expect(await check(office, identifier)).toMatchObject({ state: 'pending' })
  await must(hand(office, caseNumber, ['lease']))
  await office.hall.settle()
  expect(await check(office, identifier)).toMatchObject({ state: 'valid', stateCode: '01' })
  expect(await checkFile(office, file)).toMatchObject({ verdict: 'valid' })
  expect(await held(office)).toMatchObject([{ identifier, state: 'valid' }])
  expect(Buffer.compare((await content(office, identifier)).body, file)).toBe(0)
  expect((await mine(office, `/my/cases/${caseNumber}/papers/${paper.id}/content`)).status).toBe(200)
  expect((await mine(office, '/my/messages')).body.items.map(({ title }: { title: string }) => title)).toContain('电子证照已签发')
})

test('R5A-257 what passes the check with its original is of level B, by whom and when; what does not stays C, and nobody raises it himself', async (t) => {
  const office = await open(t)
  const caseNumber = await anAcceptedCase(office, await office.item(granting()))
  const identifier = await produced(office, caseNumber)
  const lease = async () => (await view(office, caseNumber)).materials.find(({ code }: { code: string }) => code === 'lease')
  expect(await lease()).toMatchObject({ trustLevel: 'C' })
  for (const path of ['delivery', 'original-mismatches'])
    expect((await office.hall.as(office.person).post(`/cases/${caseNumber}/${path}`, {})).status).toBe(403)
  await must(disagree(office, caseNumber))
  expect(await lease()).toMatchObject({ trustLevel: 'C', objection: expect.stringContaining('租期已满') })
  expect(await lease()).not.toHaveProperty('originalCheckedAt')
  expect(await check(office, identifier)).toMatchObject({ state: 'pending' })
  office.hall.clock.advance(3_600_000)
  await must(hand(office, caseNumber, ['lease']))
  expect(await lease()).toMatchObject({ trustLevel: 'B', originalCheckedAt: office.hall.clock.now().toISOString() })
  expect(await lease()).not.toHaveProperty('objection')
  expect((await view(office, caseNumber)).steps.at(-1)).toMatchObject({ act: 'deliver', actorName: '王受理' })
})

test(
  'R5A-154 originals that do not agree: nothing is handed over, the applicant is told, and the licence never comes into force',
  { timeout: 60_000 },
  async (t) => {
    const office = await open(t)
    const { hall, clerk } = office
    const caseNumber = await anAcceptedCase(office, await office.item(granting()))
    const identifier = await produced(office, caseNumber)
    const file = await printed(office, identifier)
    const decider = people(office).decider
    const rescind = () => send(office, decider, caseNumber, 'rescission', { reasons: '不能提供与申请材料一致的原件，不符合法定条件。' })

    expect((await hand(office, caseNumber, [])).body).toMatchObject({ type: 'case.originalsMissing', names: ['租赁合同'] })
    expect((await rescind()).body.type).toBe('case.nothingMismatched')
    expect((await disagree(office, caseNumber, 'statement')).body).toMatchObject({ type: 'case.mismatchNotOpen', open: ['lease'] })
    const waiting = async (who = decider) =>
      (await hall.as(who).get('/cases?waitsFor=answer')).body.items.map((line: { caseNumber: string }) => line.caseNumber)
    expect(await waiting()).toEqual([])
    await must(disagree(office, caseNumber))
    await hall.settle()
    expect(await waiting()).toEqual([caseNumber])
    expect(await waiting({ ...decider, grants: decider.grants.filter(({ permission }) => permission !== 'cases.rescind') })).toEqual([])
    expect(await view(office, caseNumber)).toMatchObject({ state: 'completed', visits: 0 })
    const messages = async () => (await mine(office, '/my/messages')).body.items as { title: string; text: string }[]
    expect((await messages()).find(({ title }) => title === '原件核验不符')?.text).toContain('租赁合同')

    await must(rescind())
    await hall.settle()
    const after = await view(office, caseNumber)
    expect(after).toMatchObject({ state: 'rescinded', lawful: ['archive'] })
    expect(await waiting()).toEqual([])
    expect(after.papers.map(({ kind, effect }: { kind: string; effect: string }) => [kind, effect]).slice(-2)).toEqual([
      ['approvalDecision', 'rescinded'],
      ['rescissionDecision', 'inForce'],
    ])
    expect((await messages())[0]).toMatchObject({ title: '决定已撤销' })
    expect(await check(office, identifier)).toMatchObject({ state: 'rescinded', stateCode: '03' })
    expect(await checkFile(office, file)).toMatchObject({ verdict: 'rescinded' })
    expect((await content(office, identifier)).body.type).toBe('licence.notInForce')
    expect((await hand(office, caseNumber, ['lease'])).body).toMatchObject({ type: 'case.notLawful', state: 'rescinded' })
    const own = (await mine(office, `/my/cases/${caseNumber}`)).body
    expect(own).toMatchObject({ state: 'rescinded', next: 'applyAgain' })
    const notice = own.papers.at(-1)
    expect(notice.kind).toBe('rescissionDecision')
    expect((await mine(office, `/my/cases/${caseNumber}/papers/${notice.id}/content`)).status).toBe(200)
    expect((await hall.stranger.get(`/progress/${caseNumber}`)).body.stages.at(-1)).toMatchObject({ name: '已撤销' })
    expect(await told(office, 'case.delivered')).toEqual([])
    // by hand neither before nor after
    const manager = { ...clerk, grants: [{ ...clerk.grants[0], permission: 'licences.manage' }] } as typeof clerk
    expect((await hall.as(manager).post(`/licences/${identifier}/resumption`, { reason: '误撤' })).body.type).toBe('licence.notLawful')

    await hall.runJob('documents.makePapers')
    hall.clock.advance(24 * 3_600_000)
    await hall.runJob('cases.archive')
    expect((await view(office, caseNumber)).state).toBe('archived')
  },
)

test('no courier where originals must be seen at the hall: neither chosen nor taken for granted', async (t) => {
  const office = await open(t)
  const item = await office.item(paperOnly)
  await expect(anAcceptedCase(office, item, { delivery: { method: 'courier', recipient } })).rejects.toThrow('case.courierBeforeOriginals')
  const seen = await office.aFile(office.person, 'B')
  const { materials } = await aWholeApplication(office)
  const checked = materials.map((one) => (one.code === 'lease' ? { ...one, fileId: seen } : one))
  const caseNumber = await anAcceptedCase(office, item, { materials: checked, delivery: { method: 'courier', recipient } })
  expect((await view(office, caseNumber)).delivery.method).toBe('courier')
  expect(await waybillsOf(office.hall.house.db, { kind: 'case', key: caseNumber })).toEqual([])
})

const verified: ItemOver = { onlineMode: 'full', visits: 0, materials: [statement] }
async function former(office: CaseHall): Promise<string> {
  const { identifier } = await office.hall.act((act) => aLicence(act, { holder, issuer, face: { place: '旧样例路9号' } }))
  await office.hall.settle()
  return identifier
}
async function onlyStatement(office: CaseHall) {
  return { materials: [{ code: 'statement', source: 'upload' as const, fileId: await office.aFile(office.person) }] }
}

test.for([
  ['renew', '2036-03-01', '样例路1号'],
  ['change', '2031-03-01', '样例路1号'],
  ['reissue', '2031-03-01', '样例路1号'],
] as const)(
  '延续、变更、补发 (%s): the licence held goes on in a further version, and the former is replaced',
  { timeout: 60_000 },
  async ([how, last, place], t) => {
    const office = await open(t)
    const item = await office.item(granting(verified, how))
    const nothing = await office.hall.as(office.person).post('/drafts', { implementationCode: item.implementationCode })
    expect(nothing.body.type).toBe('case.noneToSupersede')
    const old = await former(office)
    const oldFile = (await content(office, old)).body
    const caseNumber = await anAcceptedCase(office, item, { ...(await onlyStatement(office)), delivery: { method: 'electronic' } })
    await decided(office, caseNumber)
    await office.hall.settle()
    const { licenceIdentifier, state } = await view(office, caseNumber)
    expect(state).toBe('delivered')
    expect(licenceIdentifier).not.toBe(old)
    const now = await held(office)
    expect(now).toMatchObject([{ identifier: licenceIdentifier, state: 'valid', validUntil: last }])
    expect(now).toHaveLength(1)
    expect(await check(office, old)).toMatchObject({ state: 'replaced' })
    expect(await checkFile(office, oldFile)).toMatchObject({ verdict: 'replaced' })
    expect(await check(office, licenceIdentifier)).toMatchObject({ state: 'valid' })
    const whole = (await mine(office, `/my/licences/${licenceIdentifier}`)).body
    expect(whole.face).toContainEqual(expect.objectContaining({ key: 'place', value: place }))
    expect(whole.history.map(({ change }: { change: string }) => change)).toEqual([how, 'issue'])
  },
)

test('a renewal whose originals are still to be seen leaves the licence held as it is until then', { timeout: 60_000 }, async (t) => {
  const office = await open(t)
  const item = await office.item(granting({}, 'renew'))
  const old = await former(office)
  const caseNumber = await anAcceptedCase(office, item)
  await decided(office, caseNumber)
  expect((await send(office, office.clerk, caseNumber, 'production')).body.type).toBe('case.producedAtHandOver')
  await must(send(office, office.clerk, caseNumber, 'completion'))
  expect(await check(office, old)).toMatchObject({ state: 'valid' })
  await must(hand(office, caseNumber, ['lease']))
  await office.hall.settle()
  expect(await check(office, old)).toMatchObject({ state: 'replaced' })
  const { licenceIdentifier } = await view(office, caseNumber)
  expect((await content(office, licenceIdentifier)).status).toBe(200)
})
