import { signPdf } from '@yiwang/crypto'
import { issuePaper, paperFile } from '@yiwang/documents'
import { systemActor } from '@yiwang/kernel'
import { renderPaper } from '@yiwang/papers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { form, openLicences, personNumber, type LicenceHall } from './licence-hall.testing.ts'
import { aSealInUse } from '@yiwang/seals/testing'
import { aLicence } from './testing.ts'

async function aFile(office: LicenceHall): Promise<{ identifier: string; pdf: Buffer }> {
  const { identifier } = await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  const { body } = await office.hall.as(office.person).get(`/my/licences/${identifier}/content`)
  return { identifier, pdf: body }
}
const check = (office: LicenceHall, pdf: Uint8Array) => office.hall.stranger.post('/licences/verification', undefined, form(pdf))
const revoke = (office: LicenceHall, identifier: string, act = 'revocation') =>
  office.hall.as(office.clerk).post(`/licences/${identifier}/${act}`, { reason: '依法办理' })

test('R5B-212 R5B-213 R7-042 the file of a licence is valid, says who signed it, and tells nothing of the holder', async (t) => {
  const office = await openLicences(t)
  const { identifier, pdf } = await aFile(office)
  const answer = await check(office, pdf)
  expect(answer).toMatchObject({
    status: 200,
    body: {
      verdict: 'valid',
      signatures: [{ valid: true, stamped: true, signer: '样例局证照专用章', bodyCode: office.clerk.body }],
      licence: { identifier, state: 'valid', stateCode: '01', typeName: '样例许可证', issuerName: '上城区样例局' },
    },
  })
  for (const secret of ['张测试', personNumber, '样例路1号']) expect(JSON.stringify(answer.body)).not.toContain(secret)
})

test('R5B-211 R7-042 a file with one byte altered is reported, though the library knows the licence', async (t) => {
  const office = await openLicences(t)
  const { pdf } = await aFile(office)
  for (const at of [1500, Math.floor(pdf.length / 3), Math.floor(pdf.length / 2)]) {
    const altered = Buffer.from(pdf)
    altered[at] = (altered[at] ?? 0) ^ 1
    const answer = await check(office, altered)
    expect(['altered', 'unreadable']).toContain(answer.body.verdict)
    expect(answer.body.licence).toBeUndefined()
  }
})

test('R5B-213 the same file tells of what became of the licence: suspended, revoked, replaced, expired', async (t) => {
  const office = await openLicences(t)
  const { identifier, pdf } = await aFile(office)
  await revoke(office, identifier, 'suspension')
  expect((await check(office, pdf)).body.verdict).toBe('suspended')
  await revoke(office, identifier, 'resumption')
  office.hall.clock.set('2031-03-01T09:00:00+08:00')
  expect((await check(office, pdf)).body.verdict).toBe('valid')
  office.hall.clock.set('2031-03-02T09:00:00+08:00')
  expect((await check(office, pdf)).body).toMatchObject({ verdict: 'expired', licence: { stateCode: '05' } })
  await revoke(office, identifier)
  expect((await check(office, pdf)).body).toMatchObject({ verdict: 'revoked', licence: { stateCode: '07' } })
})

test('a file of a version that was changed is replaced, not valid', async (t) => {
  const office = await openLicences(t)
  const { identifier, pdf } = await aFile(office)
  const clerk = office.hall.as(office.clerk)
  await clerk.post(`/licences/${identifier}/change`, { reason: '地址录入有误', face: { place: '样例路2号' } })
  await office.hall.settle()
  expect((await check(office, pdf)).body.verdict).toBe('replaced')
})

test('R5B-212 R7-042 what was never sealed, sealed by a stranger, or sealed rightly but is no licence, is each told apart', async (t) => {
  const office = await openLicences(t)
  await aFile(office)
  const face = { layout: 'landscape', colour: 'red', issuer: '上城区样例局', name: '样例许可证', licenceNumber: 'YL1' } as const
  const { pdf } = await renderPaper(
    'certificate',
    { ...face, fields: [{ label: '持证人', value: '李四' }], verifyUrl: 'http://127.0.0.1/v/1' },
    { now: office.hall.clock.now() },
  )
  expect((await check(office, pdf)).body.verdict).toBe('unsigned')
  const elsewhere = await (await import('@yiwang/seals/testing')).testAuthority()
  const subject = { commonName: '样例局证照专用章', organisationIdentifier: office.clerk.body ?? '' }
  const forged = await signPdf(pdf, await elsewhere.certify(subject), { at: office.hall.clock.now() })
  expect((await check(office, forged)).body).toMatchObject({ verdict: 'untrusted', signatures: [{ valid: false }] })
  const foreign = await signPdf(pdf, await office.authority.certify(subject), { at: office.hall.clock.now() })
  const answer = await check(office, foreign)
  expect(answer.body).toMatchObject({ verdict: 'unknown', signatures: [{ valid: true }] })
  expect(answer.body.licence).toBeUndefined()
  expect((await check(office, Buffer.from('not a PDF'))).body.verdict).toBe('unreadable')
})

test('a sealed decision is told with what it is, not as a licence and not by its signature alone; an altered one is reported', async (t) => {
  const office = await openLicences(t)
  const { hall } = office
  const code = office.clerk.body ?? ''
  await aSealInUse(hall.house, { bodyCode: code, name: '上城区样例局行政审批专用章' })
  const refusal = {
    ...({ kind: 'refusalNotice', body: { code, name: '上城区样例局', word: '上样例' }, sealed: true } as const),
    subject: { kind: 'case', key: '33010220260302000000' },
    owner: office.person.id,
    data: {
      ...{ caseNumber: '33010220260302000000', applicant: '张测试', item: '样例许可', handledAt: '2026-03-02T01:00:00Z' },
      ...{ department: '登记科', clerk: '王样例', reason: '依法不需要取得行政许可。', legalBasis: '《行政许可法》第三十二条' },
    },
  } as const
  const issued = await hall.act((act) => issuePaper(act, refusal))
  const { file } = await paperFile(hall.house.work(systemActor('test')), issued.id)
  const { body: pdf } = await hall.as(office.person).get(`/my/papers/${issued.id}/content`)
  const answer = await check(office, pdf)
  expect(answer.body).toMatchObject({
    verdict: 'valid',
    signatures: [{ valid: true, signer: '上城区样例局行政审批专用章' }],
    paper: { title: '不予受理通知书', number: issued.number, bodyName: '上城区样例局', issuedOn: '2026-03-02', sealed: true },
  })
  expect(answer.body.licence).toBeUndefined()
  for (const secret of ['张测试', refusal.subject.key, file.id]) expect(JSON.stringify(answer.body)).not.toContain(secret)
  const altered = Buffer.from(pdf)
  altered[1500] = (altered[1500] ?? 0) ^ 1
  const told = (await check(office, altered)).body
  expect(['altered', 'unreadable']).toContain(told.verdict)
  expect(told.paper).toBeUndefined()
})

test('by its identifier anybody learns type, issuer, dates and state of a licence, and nothing else', async (t) => {
  const office = await openLicences(t)
  const { identifier } = await office.hall.act((act) => aLicence(act))
  const answer = await office.hall.stranger.get(`/licences/verification/${identifier}`)
  expect(answer.body).toEqual({
    identifier,
    typeName: '样例许可证',
    issuerName: '上城区样例局',
    issuedOn: '2026-03-02',
    validFrom: '2026-03-02',
    validUntil: '2031-03-01',
    state: 'valid',
    stateCode: '01',
    checkedAt: '2026-03-02T01:00:00.000Z',
  })
  await revoke(office, identifier)
  expect((await office.hall.stranger.get(`/licences/verification/${identifier}`)).body).toMatchObject({ state: 'revoked' })
  for (const strange of [`${identifier.slice(0, -1)}?`, identifier.replace('.001.', '.002.'), 'x'.repeat(60)]) {
    expect((await office.hall.stranger.get(`/licences/verification/${encodeURIComponent(strange)}`)).body.type).toBe('licence.notFound')
  }
})

test('who walks through identifiers is stopped', async (t) => {
  const office = await openLicences(t, { settings: { requestsPerMinute: 1000 } })
  const { identifier } = await office.hall.act((act) => aLicence(act))
  const answers = []
  for (let nth = 0; nth < 31; nth += 1) answers.push((await office.hall.stranger.get(`/licences/verification/${identifier}`)).status)
  expect(answers.filter((status) => status === 200)).toHaveLength(30)
  expect(answers.at(-1)).toBe(429)
})

test('a permit is found by the number printed on it, a certificate is not: its number may tell a person', async (t) => {
  const office = await openLicences(t)
  const { number, identifier } = await office.hall.act((act) => aLicence(act))
  const ask = () => office.hall.stranger.get(`/licences/verification/${encodeURIComponent(number)}`)
  expect(await ask()).toMatchObject({ status: 200, body: { identifier, state: 'valid', typeName: '样例许可证' } })
  await sql`update licences.licence set category = 'certificate'`.execute(office.hall.house.db)
  expect(await ask()).toMatchObject({ status: 404, body: { type: 'licence.notFound' } })
})
