import * as pkijs from 'pkijs'
import { describe, expect, test } from 'vitest'
import { certificatePem } from './certificate.ts'
import { checkCms } from './check-cms.ts'
import { readCms, signCms } from './cms.ts'
import { oids } from './oids.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { algorithmOids, digestBy } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'
import { anAuthority } from './testing.ts'

const content = Buffer.from('准予许可')
const digestFor = (signer: Signer) => digestBy(algorithmOids[signer.algorithm].digest, content) ?? Buffer.of()

test.each(['sm2', 'ecdsa-p256'] as const)(
  'a detached signature (%s) holds over its content in any pieces and over no other',
  async (algorithm) => {
    const signer = await (await anAuthority(algorithm)).issue()
    const cms = readCms(await signCms(signer, { contentDigest: digestFor(signer) }))
    expect(cms.content).toBeUndefined()
    expect(cms.certificates.map((each) => each.subject.commonName)).toHaveLength(3)
    expect(checkCms(cms, [content.subarray(0, 5), content.subarray(5)])).toMatchObject({
      problems: [],
      certificate: { serial: signer.certificate.serial },
    })
    expect(checkCms(cms, [content.subarray(1)]).problems).toEqual(['digestMismatch'])
  },
)

test('the domestic profile carries the object identifiers of GM/T 0010', async () => {
  const signer = await (await anAuthority('sm2')).issue()
  const bytes = await signCms(signer, { contentDigest: digestFor(signer), content, profile: 'gmt0010' })
  const cms = readCms(bytes)
  expect(cms).toMatchObject({ contentType: oids.gmData, content, signer: { digestOid: oids.sm3, signatureOid: oids.sm2Sign } })
  expect(checkCms(cms, [content]).problems).toEqual([])
})

test('another certificate for the same key does not pass for the signer’s own', async () => {
  const { authority, issue } = await anAuthority('ecdsa-p256')
  const signer = await issue()
  const { issueCertificate } = await import('./issue.ts')
  const twin = await issueCertificate(authority, {
    subject: { commonName: 'Another body' },
    publicKey: signer.certificate.publicKey,
    purpose: 'seal',
    notBefore: signer.certificate.notBefore,
    notAfter: signer.certificate.notAfter,
    serial: signer.certificate.serial,
  })
  const cms = readCms(await signCms(signer, { contentDigest: digestFor(signer) }))
  expect(checkCms({ ...cms, certificates: [twin] }, [content]).problems).toEqual(['otherCertificate'])
  expect(checkCms({ ...cms, certificates: [] }, [content]).problems).toEqual(['noSignerCertificate'])
})

test('a changed byte anywhere in what the signer states or signs is unreadable or breaks the signature', async () => {
  const signer = { ...(await (await anAuthority('ecdsa-p256')).issue()), chain: [] }
  const bytes = await signCms(signer, { contentDigest: digestFor(signer) })
  const from = bytes.indexOf(signer.certificate.issuerDer, bytes.indexOf(signer.certificate.der) + signer.certificate.der.length)
  const parameters = bytes.indexOf(Buffer.from('0500', 'hex'), from) // an algorithm's NULL says nothing
  const survived: number[] = []
  for (let at = from; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ 0x21, at)
    if (holds(changed)) survived.push(at - parameters)
  }
  expect(survived.filter((at) => at !== 0)).toEqual([])
  expect(from).toBeLessThan(bytes.length - 200)
})

function holds(bytes: Buffer): boolean {
  try {
    return checkCms(readCms(bytes), [content]).problems.length === 0
  } catch (error) {
    if (error instanceof CryptoProblem) return false
    throw error
  }
}

test('pkijs verifies our P-256 signature', async () => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  const signer = await issue()
  const bytes = await signCms(signer, { contentDigest: digestFor(signer) })
  const theirs = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(Uint8Array.from(bytes)).content })
  const trustedCerts = [pkijs.Certificate.fromBER(Uint8Array.from(root.der))]
  expect(await theirs.verify({ signer: 0, data: Uint8Array.from(content).buffer, trustedCerts })).toBe(true)
  await expect(theirs.verify({ signer: 0, data: new ArrayBuffer(4), trustedCerts })).rejects.toThrow("Message digest doesn't match")
})

describe.runIf(hasJudge('openssl'))('openssl as judge of CMS signatures', () => {
  test('openssl cms verifies a detached P-256 signature with its chain, and not over other content', async () => {
    const { root, issue } = await anAuthority('ecdsa-p256')
    const signer = await issue()
    const files = {
      's.der': await signCms(signer, { contentDigest: digestFor(signer) }),
      'root.pem': certificatePem(root),
      content,
      other: 'x',
    }
    const ask = (text: string) =>
      askJudge(
        'openssl',
        [
          'cms',
          '-verify',
          '-inform',
          'DER',
          '-in',
          's.der',
          '-binary',
          '-content',
          text,
          '-CAfile',
          'root.pem',
          '-purpose',
          'any',
          '-attime',
          '1780000000',
          '-cades',
        ],
        files,
      )
    expect(ask('content')).toMatchObject({ status: 0, output: expect.stringContaining('Verification successful') as string })
    expect(ask('other').status).not.toBe(0)
  })

  test('openssl reads the structure of an SM2 signature', async () => {
    const signer = await (await anAuthority('sm2')).issue()
    const bytes = await signCms(signer, { contentDigest: digestFor(signer) })
    const printed = askJudge('openssl', ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 's.der'], { 's.der': bytes })
    expect(printed.status).toBe(0)
    expect(printed.output).toContain('SM2-with-SM3')
    expect(printed.output).toContain('id-smime-aa-signingCertificateV2')
  })
})
