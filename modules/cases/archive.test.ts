import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { soundElements } from '@yiwang/catalogue/testing'
import { listPapers } from '@yiwang/documents'
import { aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { aSealInUse, testAuthority } from '@yiwang/seals/testing'
import { expect, test } from 'vitest'
import { completed, decided, must, openOffice, paperOnly, send, told, view } from './handling.testing.ts'
import { anAcceptedCase, aSubmittedCase, type CaseHall } from './testing.ts'

const handOver = { method: 'counter', signedBy: '张测试', originalsSeen: ['lease'] }

async function aDeliveredCase(office: CaseHall): Promise<string> {
  const caseNumber = await aSubmittedCase(office, await office.item(paperOnly))
  await must(send(office, office.clerk, caseNumber, 'correction-request', { items: [{ code: 'lease', what: '补盖章' }] }))
  const scan = await office.aFile(office.person)
  const answer = { materials: [{ code: 'lease', source: 'upload', fileId: scan }] }
  await must(office.hall.as(office.person).post(`/my/cases/${caseNumber}/correction`, answer))
  await must(send(office, office.clerk, caseNumber, 'acceptance', { originalsSeen: [], deferred: [] }))
  await completed(office, caseNumber)
  await must(send(office, office.clerk, caseNumber, 'delivery', handOver))
  return caseNumber
}

const archiveOf = (office: CaseHall, caseNumber: string, by = office.clerk) => office.hall.as(by).get(`/cases/${caseNumber}/archive`)

async function putAway({ hall }: CaseHall): Promise<void> {
  await hall.runJob('documents.makePapers')
  hall.clock.advance(24 * 3_600_000)
  await hall.runJob('cases.archive')
}

test('R5B-098 R7-062 an archive lists every file of a case by its digest, also what was replaced, under one digest', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aDeliveredCase(office)
  expect((await archiveOf(office, caseNumber)).body.type).toBe('case.notArchived')
  await putAway(office)
  expect((await view(office, caseNumber)).state).toBe('archived')
  const { body } = await archiveOf(office, caseNumber)
  expect(body).toMatchObject({ caseNumber, intact: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const { manifest } = body
  expect(manifest.case).toMatchObject({ caseNumber, endedAs: 'delivered', decision: 'approved' })
  expect(manifest.delivery).toMatchObject({ method: 'counter', signedBy: '张测试' })
  expect(manifest.materials.map(({ code, replaced }: { code: string; replaced: boolean }) => [code, replaced]).sort()).toEqual([
    ['lease', false],
    ['lease', true],
    ['statement', false],
  ])
  expect(manifest.corrections).toHaveLength(1)
  expect(manifest.steps.map(({ act }: { act: string }) => act)).toContain('decide')
  expect(manifest.clock.map(({ kind }: { kind: string }) => kind)).toEqual(['start', 'stop'])
  // each paper by the digest of the very file that is kept
  const db = office.hall.house.db
  const { rows } = await sql<{ digest: string }>`select digest from documents.file`.execute(db)
  const kept = new Set(rows.map(({ digest }) => digest))
  const listed = [...manifest.papers, ...manifest.materials]
  expect(listed.every(({ digest }: { digest: string }) => kept.has(digest))).toBe(true)
  expect(manifest.papers).toHaveLength((await listPapers(db, { kind: 'case', key: caseNumber })).length)
  // nothing the applicant wrote stands in it
  expect(JSON.stringify(manifest)).not.toContain('样例路1号')
})

test('an archive that was touched is seen not to be what was put away', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await aDeliveredCase(office)
  await putAway(office)
  await sql`update cases.archive_package set manifest = jsonb_set(manifest, '{case,decision}', '"denied"')`.execute(office.hall.house.db)
  expect((await archiveOf(office, caseNumber)).body).toMatchObject({ intact: false })
})

test('nothing is archived on the day it ended, nor before its papers are made; what waits holds up nobody else', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const unmade = await aSubmittedCase(office, item)
  await must(send(office, office.clerk, unmade, 'refusal', { reason: '不属于本机关' }))
  await office.hall.runJob('cases.archive')
  const made = await aSubmittedCase(office, item)
  office.hall.clock.advance(60_000)
  await must(send(office, office.clerk, made, 'refusal', { reason: '不属于本机关' }))
  await office.hall.runJob('documents.makePapers')
  await sql`update documents.paper set file_id = null, made_at = null where subject_key = ${unmade}`.execute(office.hall.house.db)
  await office.hall.runJob('cases.archive')
  expect(await told(office, 'case.archived')).toEqual([])
  office.hall.clock.advance(24 * 3_600_000)
  await office.hall.runJob('cases.archive')
  expect([(await view(office, unmade)).state, (await view(office, made)).state]).toEqual(['refused', 'archived'])
  await office.hall.runJob('documents.makePapers')
  await office.hall.runJob('cases.archive')
  await office.hall.runJob('cases.archive')
  expect((await view(office, unmade)).state).toBe('archived')
  expect(await told(office, 'case.archived')).toHaveLength(2)
})

test('a case that cannot be archived does not keep the others from it, and the sweep says so', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const [broken, sound] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  for (const caseNumber of [broken, sound]) await must(send(office, office.clerk, caseNumber, 'refusal', { reason: '不属于本机关' }))
  await office.hall.runJob('documents.makePapers')
  const db = office.hall.house.db
  await sql`insert into cases.archive_package values (${broken}, '{}', '', now())`.execute(db)
  office.hall.clock.advance(24 * 3_600_000)
  await expect(office.hall.runJob('cases.archive')).rejects.toThrow('cases.archive failed for 1 cases')
  expect([(await view(office, broken)).state, (await view(office, sound)).state]).toEqual(['refused', 'archived'])
})

test('R5B-097 R5B-099 R5B-100 R4-005 licence, decision and receipt are archived by their digests, with the steps as they were; a refused case with its notice', async (t) => {
  const authority = await testAuthority()
  const office = await openOffice(t, { outside: { certificateAuthority: authority } })
  const { hall } = office
  authority.follow(hall.clock)
  await aSealInUse(hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  await hall.act((act) => aLicenceType(act, { fields: [{ key: 'place', label: '经营场所', kind: 'text', required: true }] }))
  const { result } = soundElements
  const item = await office.item({ result: { ...result, licenceType: aTypeCode } })
  const [granted, refused] = [await aSubmittedCase(office, item, { delivery: { method: 'counter' } }), await aSubmittedCase(office, item)]
  await must(send(office, office.clerk, refused, 'refusal', { reason: '不属于本机关' }))
  await must(send(office, office.clerk, granted, 'acceptance', { originalsSeen: [], deferred: [] }))
  await decided(office, granted)
  await must(send(office, office.clerk, granted, 'production'))
  await hall.settle()
  await hall.runJob('cases.archive')
  expect((await archiveOf(office, granted)).body.type).toBe('case.notArchived')
  await must(send(office, office.clerk, granted, 'completion'))
  await must(send(office, office.clerk, granted, 'delivery', handOver))
  await putAway(office)
  const { steps, licenceIdentifier } = await view(office, granted)
  const { manifest } = (await archiveOf(office, granted)).body
  expect(manifest.papers).toMatchObject([
    { kind: 'receipt' },
    { kind: 'acceptanceNotice' },
    { kind: 'approvalDecision' },
    { kind: 'deliveryReceipt' },
  ])
  const file = (await hall.as(office.person).get(`/my/licences/${licenceIdentifier}/content`)).body as Buffer
  expect(manifest.licence).toMatchObject({ identifier: licenceIdentifier, digest: createHash('sha256').update(file).digest('hex') })
  expect(manifest.steps).toEqual(steps)
  expect(manifest.steps.find(({ act }: { act: string }) => act === 'accept')).toMatchObject({
    actorName: '王受理',
    startedAt: expect.any(String),
  })
  expect((await archiveOf(office, refused)).body.manifest).toMatchObject({
    case: { caseNumber: refused, endedAs: 'refused' },
    papers: [{ kind: 'receipt' }, { kind: 'refusalNotice' }],
  })
  // the applicant still finds and opens what is over
  const { items } = (await hall.as(office.person).get('/my/cases')).body
  expect(items.map(({ caseNumber }: { caseNumber: string }) => caseNumber).toSorted()).toEqual([granted, refused].toSorted())
  expect((await hall.as(office.person).get(`/my/cases/${granted}`)).body).toMatchObject({ state: 'archived', decision: 'approved' })
})

test('an archive is for who may look at the case', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  expect((await office.hall.stranger.get(`/cases/${caseNumber}/archive`)).status).toBe(401)
  expect((await archiveOf(office, caseNumber, office.person)).status).toBe(403)
  expect((await archiveOf(office, caseNumber, office.otherClerk)).body.type).toBe('case.notFound')
  expect((await archiveOf(office, caseNumber, { ...office.clerk, grants: [] })).status).toBe(403)
})

test('the licence stands in the archive by the digest of its sealed file', async (t) => {
  const authority = await testAuthority()
  const office = await openOffice(t, { outside: { certificateAuthority: authority } })
  authority.follow(office.hall.clock)
  await office.hall.act((act) => aLicenceType(act))
  await aSealInUse(office.hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  const item = await office.item({
    ...{ caseKind: 'instant', committedLimit: { value: 0, unit: 'workday' }, flow: undefined },
    result: { ...soundElements.result, kind: 'licence', licenceType: aTypeCode },
  })
  const caseNumber = await aSubmittedCase(office, item)
  await must(
    send(office, office.clerk, caseNumber, 'immediate-handling', {
      originalsSeen: [],
      deferred: [],
      decision: 'approved',
      reasons: '符合',
    }),
  )
  await office.hall.settle()
  await must(send(office, office.clerk, caseNumber, 'delivery', handOver))
  await putAway(office)
  const { licence } = (await archiveOf(office, caseNumber)).body.manifest
  const { rows } = await sql<{ digest: string }>`select digest from documents.file where origin = 'licence'`.execute(office.hall.house.db)
  expect(rows).toHaveLength(1)
  expect(licence).toEqual({ identifier: expect.any(String), number: expect.any(String), digest: rows[0]?.digest })
})
