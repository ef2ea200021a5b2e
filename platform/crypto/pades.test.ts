import { describe, expect, test } from 'vitest'
import { certificatePem } from './certificate.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { momentOf, signPdf } from './pades.ts'
import { CryptoProblem } from './problems.ts'
import { anAuthority } from './testing.ts'
import { aPng, packedPdf, paperPdf, plainPdf, sealPdf } from './testing-pdf.ts'
import { localTimeStamper } from './time-stamper.ts'
import { verifyPdf } from './verify-pdf.ts'

const at = new Date('2026-06-01T08:00:00Z')
const now = new Date('2026-06-02T08:00:00Z')
const place = { page: 1, x: 200, y: 60, width: 119, height: 119 }

const papers = [
  ['a table', paperPdf()],
  ['a table in PDF 1.4', plainPdf()],
  ['streams', packedPdf(paperPdf())],
] as const

test.each(papers)('a paper with its cross-reference in %s is sealed and verifies', async (_what, pdf) => {
  const { root, issue, timeStamp } = await anAuthority('ecdsa-p256')
  const stamped = new Date('2026-06-01T08:00:01Z')
  const appearance = { place, picture: { kind: 'pdf', bytes: sealPdf() } } as const
  const signed = await signPdf(pdf, await issue(), {
    at,
    reason: '准予行政许可',
    timeStamper: localTimeStamper(timeStamp, () => stamped),
    appearance,
  })
  expect(signed.subarray(0, pdf.length)).toEqual(pdf)
  expect(verifyPdf(signed, { anchors: [root], now })).toMatchObject({
    verdict: 'valid',
    problems: [],
    signatures: [
      {
        valid: true,
        signer: { organisationIdentifier: '11100000000013338W' },
        signedAt: stamped,
        stamped: true,
        coversWholeDocument: true,
        problems: [],
      },
    ],
  })
})

test('the domestic profile signs the same paper with SM3withSM2, and it verifies here', async () => {
  const { root, issue, timeStamp } = await anAuthority('sm2')
  const signed = await signPdf(paperPdf(), await issue(), { at, timeStamper: localTimeStamper(timeStamp, () => at) })
  expect(verifyPdf(signed, { anchors: [root], now })).toMatchObject({ verdict: 'valid', signatures: [{ signedAt: at, stamped: true }] })
})

test.each(papers)('three bodies seal one paper with %s one after the other and every seal holds', async (_what, pdf) => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  let signed: Buffer = pdf
  for (const [index, commonName] of ['甲局', '乙局', '丙局'].entries()) {
    const signer = await issue({ subject: { commonName } })
    const picture =
      index === 1
        ? ({ kind: 'png', bytes: aPng(6) } as const)
        : ({ kind: 'drawing', width: 10, height: 10, operators: '1 1 8 8 re S' } as const)
    signed = await signPdf(signed, signer, { at, appearance: { place: { ...place, x: 20 + index * 130, page: (index % 2) + 1 }, picture } })
  }
  const report = verifyPdf(signed, { anchors: [root], now })
  expect(report.verdict).toBe('valid')
  expect(report.signatures.map((each) => [each.signer?.commonName, each.coversWholeDocument, each.changes])).toEqual([
    ['甲局', false, []],
    ['乙局', false, []],
    ['丙局', true, []],
  ])
})

test('a signature that is not to be seen takes no place on the page', async () => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  const signed = await signPdf(paperPdf(), await issue(), { at })
  expect(signed.includes('/Rect [0 0 0 0]')).toBe(true)
  expect(verifyPdf(signed, { anchors: [root], now }).verdict).toBe('valid')
})

test('a page that does not exist, a broken paper and a silent time stamper sign nothing', async () => {
  const signer = await (await anAuthority('ecdsa-p256')).issue()
  const picture = { kind: 'png', bytes: aPng(6) } as const
  await expect(signPdf(paperPdf(), signer, { at, appearance: { place: { ...place, page: 3 }, picture } })).rejects.toThrow('no such page')
  await expect(signPdf(Buffer.from('%PDF-1.7'), signer, { at })).rejects.toThrow(CryptoProblem)
  const silent = () => Promise.reject(new CryptoProblem('badTimeStamp'))
  await expect(signPdf(paperPdf(), signer, { at, timeStamper: silent })).rejects.toMatchObject({ code: 'badTimeStamp' })
  const endless = () => Promise.resolve(Buffer.from(`3083004000${'00'.repeat(16384)}`, 'hex'))
  await expect(signPdf(paperPdf(), signer, { at, timeStamper: endless })).rejects.toMatchObject({ code: 'signatureTooLarge' })
})

test.each([
  ['D:20260601080000Z', '2026-06-01T08:00:00.000Z'],
  ["D:20260601160000+08'00'", '2026-06-01T08:00:00.000Z'],
  ['D:20260601160000+0800', '2026-06-01T08:00:00.000Z'],
  ['D:2026', undefined],
  ['D:20269901080000Z', undefined],
  [undefined, undefined],
])('the date %s is the moment %s', (text, moment) => {
  expect(momentOf(text)?.toISOString()).toBe(moment)
})

describe.runIf(hasJudge('pdfsig'))('poppler as judge of PAdES', () => {
  test.each(papers)('pdfsig finds both signatures of a paper with %s valid, and the second over the whole file', async (_what, pdf) => {
    const { issue, timeStamp } = await anAuthority('ecdsa-p256')
    const appearance = { place, picture: { kind: 'pdf', bytes: sealPdf() } } as const
    const once = await signPdf(pdf, await issue(), { at, appearance, timeStamper: localTimeStamper(timeStamp, () => at) })
    const twice = await signPdf(once, await issue(), {
      at: now,
      appearance: { place: { ...place, x: 30 }, picture: { kind: 'png', bytes: aPng(6) } },
    })
    const { output } = askJudge('pdfsig', ['signed.pdf'], { 'signed.pdf': twice })
    expect(output.match(/Signature is Valid/g)).toHaveLength(2)
    expect(output.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
    expect(output.match(/Total document signed/g)).toHaveLength(1)
    expect(output).not.toContain('Syntax')
    const altered = Buffer.from(twice)
    altered.writeUInt8(altered.readUInt8(2000) ^ 1, 2000)
    expect(askJudge('pdfsig', ['signed.pdf'], { 'signed.pdf': altered }).output).not.toContain('Signature is Valid')
  })
})

describe.runIf(hasJudge('openssl'))('openssl as judge of PAdES', () => {
  test('the CMS in the paper verifies with openssl over the two ranges', async () => {
    const { root, issue, timeStamp } = await anAuthority('ecdsa-p256')
    const signed = await signPdf(paperPdf(), await issue(), { at, timeStamper: localTimeStamper(timeStamp, () => at) })
    const [, from = 0, to = 0] = (/\/ByteRange \[(\d+) (\d+) (\d+)/.exec(signed.toString('latin1')) ?? []).slice(1).map(Number)
    const padded = Buffer.from(signed.toString('latin1', from + 1, to - 1), 'hex')
    const files = {
      's.der': padded.subarray(0, 4 + padded.readUInt16BE(2)),
      content: Buffer.concat([signed.subarray(0, from), signed.subarray(to)]),
      'root.pem': certificatePem(root),
    }
    const args = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      's.der',
      '-binary',
      '-content',
      'content',
      '-CAfile',
      'root.pem',
      '-purpose',
      'any',
      '-attime',
      '1780400000',
      '-cades',
      '-out',
      'same',
    ]
    expect(askJudge('openssl', args, files)).toMatchObject({
      status: 0,
      output: expect.stringMatching(/CAdES Verification successful|CMS Verification successful/i) as string,
    })
    expect(askJudge('openssl', args, { ...files, content: signed.subarray(0, from) }).status).not.toBe(0)
  })
})
