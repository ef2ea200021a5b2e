import { sql } from 'kysely'
import { aPng } from '@yiwang/storage/testing'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { expect, test, type TestContext } from 'vitest'
import { aPublishedImplementation, type ItemOver } from '@yiwang/catalogue/testing'
import { openCases, type CaseHall } from './testing.ts'

const number = inventedPersonId({ division: '330102', birth: '1970-05-05', order: 903 })
const applicant = { kind: 'person', name: '陈窗口', number, phone: '13800000003' }

async function aCounter(t: TestContext, over: ItemOver = {}) {
  const office = await openCases(t)
  const item = await office.item(over)
  const whole = {
    implementationCode: item.implementationCode,
    applicant,
    answers: {},
    form: { place: '样例路3号' },
    materials: [
      { code: 'lease', source: 'paper' },
      { code: 'statement', source: 'upload', fileId: await office.aFile(office.clerk) },
    ],
  }
  const take = (change: Record<string, unknown> = {}, by = office.clerk) => office.hall.as(by).post('/cases', { ...whole, ...change })
  return { ...office, item, whole, take }
}
const submitted = async ({ hall }: Pick<CaseHall, 'hall'>) => (await hall.published()).filter(({ name }) => name === 'case.submitted')

test('R5A-001 R5B-062 what is taken in at the counter joins the same queue, marked with where it came from', async (t) => {
  const office = await aCounter(t)
  const taken = await office.take()
  expect(taken).toMatchObject({ status: 201, body: { state: 'submitted' } })
  const { caseNumber } = taken.body
  expect((await office.hall.as(office.clerk).get('/cases?state=submitted')).body.items).toMatchObject([{ caseNumber, channel: 'counter' }])
  const { body } = await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)
  expect(body).toMatchObject({
    applicantName: '陈窗口',
    visits: 1,
    materials: [{ code: 'lease', source: 'paper', trustLevel: 'B', originalCheckedAt: expect.any(String) }, { code: 'statement' }],
    steps: [{ name: '接件', actorName: '王受理' }],
  })
  const seen = { originalsSeen: [], deferred: [] }
  expect(await office.hall.as(office.clerk).post(`/cases/${caseNumber}/acceptance`, seen)).toMatchObject({ status: 200 })
})

test('RA3-010 without an agent the contact is the applicant; with one it is the agent, whose number is checked too', async (t) => {
  const office = await aCounter(t)
  const alone = await office.take()
  const check = async (caseNumber: string) =>
    (await office.hall.as(office.clerk).post(`/cases/${caseNumber}/identity-check`)).body.applicant
  expect(await check(alone.body.caseNumber)).toMatchObject({
    number,
    contact: { name: '陈窗口', number, phone: '13800000003', agent: false },
  })
  const agent = { name: '代办人', number: inventedPersonId({ order: 904 }), phone: '13800000004' }
  expect(await office.take({ agent: { ...agent, number: '330102198805059011' } })).toMatchObject({
    status: 422,
    body: { type: 'case.agentNumberWrong' },
  })
  expect((await office.take({ agent: { name: agent.name, phone: agent.phone } })).status).toBe(400)
  const acted = await office.take({ agent })
  expect(await check(acted.body.caseNumber)).toMatchObject({ number, contact: { ...agent, agent: true } })
})

test('RA3-011 a number with a wrong check digit is refused, also the sample of appendix 3', async (t) => {
  const office = await aCounter(t)
  for (const wrong of ['330102198805059786', '330102197005050000', '123456789012345678', '33010219700505903'])
    expect(await office.take({ applicant: { ...applicant, number: wrong } })).toMatchObject({
      status: 422,
      body: { type: 'case.applicantNumberWrong' },
    })
  expect(await submitted(office)).toEqual([])
})

test('RA3-009 an organisation names its legal representative, a person need not', async (t) => {
  const office = await aCounter(t)
  const company = { kind: 'organisation', name: '杭州样例有限公司', number: inventedUscc({ nth: 3 }), phone: '0571-88888888' }
  expect(await office.take({ applicant: company })).toMatchObject({ status: 422, body: { type: 'case.legalRepresentativeMissing' } })
  const taken = await office.take({ applicant: { ...company, legalRepresentative: '陈法人' } })
  expect(taken.status).toBe(201)
  const { body } = await office.hall.as(office.clerk).get(`/cases/${taken.body.caseNumber}`)
  expect(body.applicant).toMatchObject({ number: company.number, legalRepresentative: '陈法人' })
})

test('R5B-062 an application that is not whole is not taken in', async (t) => {
  const office = await aCounter(t)
  expect(await office.take({ form: {} })).toMatchObject({
    status: 422,
    body: { type: 'case.formInvalid', errors: [{ pointer: '/form/place' }] },
  })
  expect(await office.take({ materials: [] })).toMatchObject({ status: 422, body: { type: 'case.materialsMissing' } })
  const scanOfOther = await office.aFile(office.otherClerk)
  const materials = [{ code: 'lease', source: 'upload', fileId: scanOfOther }, office.whole.materials[1]]
  expect(await office.take({ materials })).toMatchObject({ status: 422, body: { type: 'case.materialNotYours' } })
  expect((await office.take({ caseNumber: '3301022026030200000014' })).status).toBe(400)
  expect(await submitted(office)).toEqual([])
})

test('R5B-064 what the clerk scans hangs on its material and is looked at there; what is no picture is refused, and nothing is taken in before all of it lies there', async (t) => {
  const office = await aCounter(t)
  const clerk = office.hall.as(office.clerk)
  const scan = (name: string, type: string, bytes: Buffer) => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')])
    return clerk.post('/files', undefined, { payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } })
  }
  expect((await scan('扫描.png', 'image/png', Buffer.from('MZ not a picture'))).body.type).toMatch(/^storage\./)
  expect((await scan('扫描.exe', 'application/octet-stream', Buffer.from('MZ'))).body.type).toMatch(/^storage\./)
  const picture = aPng()
  const kept = await scan('扫描.png', 'image/png', picture)
  expect(kept.status).toBe(201)
  const scanned = { code: 'statement', source: 'upload', fileId: kept.body.id }
  expect((await office.take({ materials: [scanned] })).body).toMatchObject({ type: 'case.materialsMissing', missing: ['lease'] })
  const taken = await office.take({ materials: [{ code: 'lease', source: 'paper' }, scanned] })
  expect(taken.status).toBe(201)
  const { materials } = (await clerk.get(`/cases/${taken.body.caseNumber}`)).body
  const hung = materials.find(({ code }: { code: string }) => code === 'statement')
  expect(hung).toMatchObject({ fileId: kept.body.id })
  const seen = await clerk.get(`/cases/${taken.body.caseNumber}/materials/${hung.id}/content`)
  expect(Buffer.compare(seen.body, picture)).toBe(0)
})

test('a clerk takes in only what his grant reaches; nothing is left of what he may not', async (t) => {
  const office = await aCounter(t)
  const scan = { code: 'statement', source: 'upload', fileId: await office.aFile(office.otherClerk) }
  const refused = await office.take({ materials: [office.whole.materials[0], scan] }, office.otherClerk)
  expect(refused).toMatchObject({ status: 403, body: { type: 'case.itemOutOfReach' } })
  const otherItem = { ...office.clerk, grants: [{ permission: 'cases.register', items: ['X'.repeat(34)] }] }
  expect(await office.take({}, otherItem)).toMatchObject({ status: 403, body: { type: 'case.itemOutOfReach' } })
  expect((await office.take({}, office.person)).status).toBe(403)
  expect((await office.hall.stranger.post('/cases', office.whole)).status).toBe(401)
  expect(await submitted(office)).toEqual([])
  expect((await office.hall.as(office.clerk).get('/cases')).body.items).toEqual([])
})

test('R2-16 what is handled in its own place is not taken in at another', async (t) => {
  const office = await aCounter(t, { crossRegionRange: undefined })
  const scan = { code: 'statement', source: 'upload', fileId: await office.aFile(office.otherClerk) }
  const elsewhere = await office.take({ materials: [office.whole.materials[0], scan] }, office.otherClerk)
  expect(elsewhere).toMatchObject({ status: 403, body: { type: 'case.itemOutOfReach' } })
  expect((await office.hall.stranger.get('/items?range=fixed')).body.items).toMatchObject([
    { implementationCode: office.item.implementationCode },
  ])
  expect((await office.hall.stranger.get('/items?range=crossRegion')).body.items).toEqual([])
  expect((await office.take()).status).toBe(201)
})

test('R7-114 numbers lie encrypted, a work list shows them masked, and whole only to who may check identities', async (t) => {
  const office = await aCounter(t)
  const { caseNumber } = (await office.take()).body
  const rows = (await sql<{ line: string }>`select c::text as line from cases.service_case c`.execute(office.hall.house.db)).rows
  for (const secret of [number, applicant.phone]) expect(JSON.stringify(rows)).not.toContain(secret)
  const shown = (await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)).body.applicant
  expect(shown.number).toMatch(/^\d{6}\*+/)
  expect(JSON.stringify(shown)).not.toContain(number)
  const check = (by = office.clerk) => office.hall.as(by).post(`/cases/${caseNumber}/identity-check`)
  const lower = { ...office.clerk, grants: office.clerk.grants.filter(({ permission }) => permission !== 'cases.checkIdentity') }
  expect((await check(lower)).status).toBe(403)
  expect((await check()).body.applicant.number).toBe(number)
  expect((await office.hall.audited()).at(-1)).toMatchObject({
    act: expect.stringContaining('cases.checkIdentity'),
    actor_id: office.clerk.id,
  })
})

test('R7-099 what looks like SQL or a script stays the text it is, and a page to run is not taken as a file', async (t) => {
  const office = await aCounter(t)
  const hostile = `'; drop table cases.service_case; --<script>alert(1)</script>`
  const taken = await office.take({ form: { place: hostile }, applicant: { ...applicant, name: hostile } })
  expect(taken.status).toBe(201)
  const { body } = await office.hall.as(office.clerk).get(`/cases/${taken.body.caseNumber}`)
  expect([body.form.place, body.applicantName]).toEqual([hostile, hostile])
  expect((await office.hall.as(office.clerk).get(`/cases?q=${encodeURIComponent(hostile)}`)).status).toBe(400)
  expect((await office.take()).status).toBe(201)
  const page = `--b\r\ncontent-disposition: form-data; name="file"; filename="页面.html"\r\ncontent-type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n`
  const sent = { payload: page, headers: { 'content-type': 'multipart/form-data; boundary=b' } }
  expect((await office.hall.as(office.person).post('/files', undefined, sent)).body.type).toMatch(/^storage\./)
  expect((await office.hall.as(office.person).get('/my/files')).body.items).toEqual([])
})

test('what is handled online only is not taken in at the counter', async (t) => {
  const office = await aCounter(t, { handlingForms: ['online'] })
  expect(await office.take()).toMatchObject({ status: 409, body: { type: 'case.notAtCounter' } })
})

test('R5B-053 the clerk finds what somebody has under way by his document, within his own reach', async (t) => {
  const office = await aCounter(t)
  const { body } = await office.take()
  const find = (by = office.clerk, wanted = number) => office.hall.as(by).post('/cases/by-applicant', { kind: 'person', number: wanted })
  expect((await find()).body.items).toMatchObject([{ caseNumber: body.caseNumber }])
  expect((await find(office.clerk, `${number.slice(0, 6)} ${number.slice(6)}`)).body.items).toHaveLength(1)
  expect(await find(office.clerk, '330102198805059786')).toMatchObject({ status: 422, body: { type: 'case.applicantNumberWrong' } })
  expect((await find(office.otherClerk)).body.items).toEqual([])
  expect((await find(office.clerk, inventedPersonId({ order: 905 }))).body.items).toEqual([])
  expect((await find(office.person)).status).toBe(403)
  expect((await office.hall.stranger.post('/cases/by-applicant', { kind: 'person', number })).status).toBe(401)
})

test('R5B-051 a clerk finds at the counter the items of the grants held, and begins with no other', async (t) => {
  const office = await aCounter(t)
  const another = await office.hall.act((act) => aPublishedImplementation(act, { name: '样例备案' }))
  const bound = (items: string[]) => ({
    ...office.clerk,
    grants: [{ permission: 'cases.register', bodies: [office.clerk.body ?? ''], items }],
  })
  const listed = async (by: typeof office.clerk, query = '') =>
    (await office.hall.as(by).get(`/counter-items${query}`)).body.items.map(
      ({ implementationCode }: { implementationCode: string }) => implementationCode,
    )
  const both = [office.item.implementationCode, another.implementationCode]
  expect((await listed(office.clerk)).toSorted()).toEqual(both.toSorted())
  const narrow = bound([another.implementationCode])
  expect(await listed(narrow)).toEqual([another.implementationCode])
  expect(await listed(narrow, `?q=${encodeURIComponent(office.item.name)}`)).not.toContain(office.item.implementationCode)
  expect(await listed(narrow, `?q=${encodeURIComponent('样例备案')}`)).toEqual([another.implementationCode])
  expect(await listed(office.otherClerk)).toEqual([])
  expect(await office.take({}, narrow)).toMatchObject({ status: 403, body: { type: 'case.itemOutOfReach' } })
  expect(await submitted(office)).toEqual([])
  expect((await office.take({}, bound([office.item.implementationCode]))).status).toBe(201)
  expect((await office.hall.stranger.get('/counter-items')).status).toBe(401)
  expect((await office.hall.as(office.person).get('/counter-items')).status).toBe(403)
})
