import { certificatePem, makeKeyPair, makeRootCertificate, signPdf, softwareSigner } from '@yiwang/crypto'
import { askPdfsig, hasJudge } from '@yiwang/crypto/testing'
import { systemActor, type Work } from '@yiwang/kernel'
import { homeBody } from '@yiwang/organisation/testing'
import { renderPaper, type SealSpot } from '@yiwang/papers'
import { expect, test } from 'vitest'
import { checkPdf, sealPdf, type SealingWish } from './index.ts'
import { approver, openSeals, otherBody, type SealHall } from './seal-hall.testing.ts'
import { aSealInUse } from './testing.ts'

const year = 365 * 86_400_000

async function aPaper(): Promise<{ pdf: Uint8Array; spot: SealSpot }> {
  const face = {
    name: '样例许可证',
    layout: 'landscape' as const,
    colour: 'red' as const,
    licenceNumber: 'YL33010220260001',
    issuer: '上城区样例局',
    fields: [{ label: '名称', value: '样例店' }],
    verifyUrl: 'http://127.0.0.1/v/x',
  }
  const { pdf, sealSpot } = await renderPaper('certificate', face, { now: new Date('2026-03-02T01:00:00Z') })
  if (!sealSpot) throw new Error('no place for the seal')
  return { pdf, spot: sealSpot }
}

const workOf = (office: SealHall): Work => office.hall.house.work(systemActor('test'))
async function seal(office: SealHall, over: Partial<SealingWish> = {}): Promise<Uint8Array> {
  return sealPdf(workOf(office), { bodyCode: homeBody, purpose: '样例许可证', ...(await aPaper()), ...over })
}

function form(bytes: Uint8Array): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'yiwang-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

test('R7-067 a sealed paper tells signer, moment, what is covered and the certificate, to anybody', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody, name: '上城区样例局行政审批专用章' })
  const answer = await office.hall.stranger.post('/seals/verification', undefined, form(await seal(office)))
  expect(answer).toMatchObject({
    status: 200,
    body: {
      verdict: 'valid',
      signatures: [
        {
          valid: true,
          signer: '上城区样例局行政审批专用章',
          bodyCode: homeBody,
          signedAt: '2026-03-02T01:00:00.000Z',
          stamped: true,
          coversWholeDocument: true,
          problems: [],
          certificate: { issuer: '测试证书机构', validFrom: '2026-03-02T01:00:00.000Z' },
        },
      ],
    },
  })
})

test('a change of one byte anywhere in what was signed is reported', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody })
  const sealed = await seal(office)
  const { pdf } = await aPaper()
  for (const at of [0.1, 0.4, 0.6, 0.9].map((part) => Math.floor(pdf.length * part))) {
    const altered = Uint8Array.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(['altered', 'unreadable']).toContain((await checkPdf(workOf(office), altered)).verdict)
  }
  const longer = await checkPdf(workOf(office), Buffer.concat([sealed, Buffer.from('\n% more')]))
  expect(longer.verdict).toBe('altered')
  expect((await checkPdf(workOf(office), pdf)).verdict).toBe('unsigned')
  expect((await checkPdf(workOf(office), Buffer.from('no PDF at all'))).verdict).toBe('unreadable')
})

test.runIf(hasJudge('pdfsig', 'certutil'))(
  'poppler’s pdfsig finds a sealed paper valid and trusts it by our authority alone, and reports an altered one',
  async (t) => {
    const office = await openSeals(t)
    office.hall.clock.set(new Date().toISOString()) // poppler looks at the clock of the machine
    await aSealInUse(office.hall.house, { bodyCode: homeBody })
    const sealed = await seal(office)
    const [root] = await office.authority.anchors()
    if (!root) throw new Error('no root')
    const judged = askPdfsig(sealed, certificatePem(root)).output
    for (const said of ['Signature is Valid.', 'Total document signed', 'Certificate is Trusted.']) expect(judged).toContain(said)
    const altered = Uint8Array.from(sealed)
    altered[2000] = (altered[2000] ?? 0) ^ 1
    expect(askPdfsig(altered, certificatePem(root)).output).toContain('Digest Mismatch')
    const { privateKey } = makeKeyPair('ecdsa-p256')
    const dates = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') }
    const stranger = makeRootCertificate(privateKey, { subject: { country: 'CN', commonName: '别处' }, ...dates })
    expect(askPdfsig(sealed, certificatePem(stranger)).output).not.toContain('Certificate is Trusted.')
  },
)

test('R7-077 what another authority signed in the name of the body is not trusted', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody })
  const { privateKey } = makeKeyPair('ecdsa-p256')
  const dates = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') }
  const own = makeRootCertificate(privateKey, { subject: { commonName: '上城区样例局', organisationIdentifier: homeBody }, ...dates })
  const forged = await signPdf((await aPaper()).pdf, softwareSigner(privateKey, own), { at: new Date('2026-03-02T01:00:00Z') })
  expect((await checkPdf(workOf(office), forged)).verdict).toBe('untrusted')
})

test('R7-079 with the time-stamping service down, or no revocation list to be had, nothing is sealed and nothing noted', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody })
  const before = (await office.hall.audited()).length
  office.authority.down.stamping = true
  await expect(seal(office)).rejects.toThrow('time-stamping')
  Object.assign(office.authority.down, { stamping: false, lists: true })
  await expect(seal(office)).rejects.toThrow('authority')
  expect((await office.hall.audited()).length).toBe(before)
  office.authority.down.lists = false
  expect((await checkPdf(workOf(office), await seal(office))).verdict).toBe('valid')
  expect((await office.hall.audited()).slice(before)).toMatchObject([{ act: 'seals.seal', outcome: 'done' }])
})

test('R7-074 R7-079 a lost seal seals no more at once, and what it sealed before stays good', async (t) => {
  const office = await openSeals(t)
  const { id } = await aSealInUse(office.hall.house, { bodyCode: homeBody })
  const sealed = await seal(office)
  office.hall.clock.advance(3_600_000)
  expect((await office.by(approver).post(`/seals/${id}/loss`, { reason: '介质遗失' })).body.state).toBe('lost')
  await expect(seal(office)).rejects.toMatchObject({ code: 'seal.noSealInUse' })
  await office.hall.settle()
  office.hall.clock.advance(3_600_000)
  expect((await checkPdf(workOf(office), sealed)).verdict).toBe('valid')
})

test('R7-079 a certificate the authority revoked by itself seals no more, though the seal is in use here', async (t) => {
  const office = await openSeals(t)
  const { serial } = await aSealInUse(office.hall.house, { bodyCode: homeBody })
  await office.authority.revoke(serial ?? '', 'keyCompromise')
  await expect(seal(office)).rejects.toMatchObject({ code: 'seal.certificateNotGood', details: { problems: ['revoked'] } })
})

test('R7-078 a seal whose certificate is not yet or no longer valid does not seal; what was stamped in its time stays good', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody })
  const sealed = await seal(office)
  office.hall.clock.set('2026-03-01T09:00:00+08:00')
  await expect(seal(office)).rejects.toMatchObject({ code: 'seal.certificateNotGood', details: { problems: ['notYetValid'] } })
  office.hall.clock.advance(6 * year)
  await expect(seal(office)).rejects.toMatchObject({ code: 'seal.noSealInUse' })
  expect((await checkPdf(workOf(office), sealed)).verdict).toBe('valid')
})

test('R7-075 a destroyed seal is revoked at the authority and kept on record', async (t) => {
  const office = await openSeals(t)
  const { id, serial } = await aSealInUse(office.hall.house, { bodyCode: homeBody })
  await office.by(approver).post(`/seals/${id}/destruction`, { reason: '机构撤销' })
  await office.hall.settle()
  const [list] = await office.authority.revocationLists()
  expect([...(list?.revocations.values() ?? [])]).toMatchObject([{ serial, reason: 'cessation' }])
  expect((await office.by(approver).get('/seals')).body.items).toMatchObject([{ id, state: 'destroyed', endedReason: '机构撤销' }])
})

test('a body seals with its own seal only, with one of the wanted kind before its official one', async (t) => {
  const office = await openSeals(t)
  await aSealInUse(office.hall.house, { bodyCode: homeBody, name: '样例局公章' })
  await aSealInUse(office.hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  await expect(seal(office, { bodyCode: otherBody })).rejects.toMatchObject({ code: 'seal.noSealInUse' })
  const signerOf = async (over: Partial<SealingWish>) => (await checkPdf(workOf(office), await seal(office, over))).signatures[0]?.signer
  expect(await signerOf({ kind: 'licence' })).toBe('样例局证照专用章')
  expect(await signerOf({})).toBe('样例局公章')
})

test('what is handed in for a check is looked at and kept nowhere; without a file the check says so', async (t) => {
  const office = await openSeals(t)
  expect((await office.hall.stranger.post('/seals/verification', {})).body.type).toBe('seal.fileMissing')
  const big = await office.hall.stranger.post('/seals/verification', undefined, form(Buffer.alloc(10_000_001)))
  expect(big.body.type).toBe('request.tooLarge')
  expect(await office.hall.audited()).toHaveLength(1)
})
