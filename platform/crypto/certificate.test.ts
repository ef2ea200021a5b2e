import * as pkijs from 'pkijs'
import { describe, expect, test } from 'vitest'
import { certificatePem, issuedBy, readCertificate, readCertificates } from './certificate.ts'
import { issueCertificate } from './issue.ts'
import { makeKeyPair } from './keys.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { anAuthority } from './testing.ts'

const algorithms = ['sm2', 'ecdsa-p256'] as const

test.each(algorithms)(
  'a certificate issued with %s says who, for what and until when, and was signed by its authority',
  async (algorithm) => {
    const { root, authority, issue } = await anAuthority(algorithm)
    const { certificate } = await issue()
    expect(readCertificate(certificatePem(certificate))).toMatchObject({
      subject: { commonName: '示范县行政审批局行政审批专用章', organisationIdentifier: '11100000000013338W', country: 'CN' },
      issuer: { commonName: 'Demo Issuing CA' },
      notAfter: new Date('2029-01-01T00:00:00Z'),
      authority: false,
      keyUsage: ['digitalSignature', 'nonRepudiation'],
      crlUrls: ['http://ca.example/issuing.crl'],
      unknownCritical: [],
      authorityKeyId: authority.certificate.subjectKeyId,
    })
    expect(issuedBy(certificate, authority.certificate)).toBe(true)
    expect(issuedBy(authority.certificate, root)).toBe(true)
    expect(issuedBy(root, root)).toBe(true)
    expect(issuedBy(certificate, root)).toBe(false)
    expect(issuedBy(certificate, (await anAuthority(algorithm)).authority.certificate)).toBe(false)
  },
)

test('times from 2050 on and serial numbers survive', async () => {
  const { authority } = await anAuthority('ecdsa-p256')
  const { publicKey } = makeKeyPair('ecdsa-p256')
  const wish = { subject: { commonName: 'x' }, publicKey, purpose: 'seal', notBefore: new Date('2026-01-01Z') } as const
  await expect(issueCertificate(authority, { ...wish, notAfter: new Date('2051-01-01Z') })).rejects.toThrow('validity outside')
  const certificate = await issueCertificate(authority, { ...wish, notAfter: new Date('2030-06-01Z'), serial: '0081' })
  expect(certificate.serial).toBe('0081')
})

test('a body under an authority cannot itself issue', async () => {
  const { issue } = await anAuthority('sm2')
  const body = await issue()
  const { publicKey } = makeKeyPair('sm2')
  const wish = {
    subject: { commonName: 'x' },
    publicKey,
    purpose: 'seal',
    notBefore: new Date('2026-01-01Z'),
    notAfter: new Date('2027-01-01Z'),
  } as const
  await expect(issueCertificate(body, wish)).rejects.toThrow('no authority')
})

test('a bundle is read in order, and a changed byte anywhere is found by reading or by the signature', async () => {
  const { root, authority, issue } = await anAuthority('ecdsa-p256')
  const { certificate } = await issue()
  expect(readCertificates([certificate, authority.certificate, root].map(certificatePem).join('\n')).map((each) => each.serial)).toEqual([
    certificate.serial,
    authority.certificate.serial,
    root.serial,
  ])
  for (let at = 0; at < certificate.der.length; at += 3) {
    const changed = Buffer.from(certificate.der)
    changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at)
    expect(acceptedStill(changed, authority.certificate)).toBe(false)
  }
})

function acceptedStill(bytes: Buffer, authority: ReturnType<typeof readCertificate>): boolean {
  try {
    return issuedBy(readCertificate(bytes), authority)
  } catch (error) {
    if (error instanceof CryptoProblem) return false
    throw error
  }
}

test.each([
  ['nothing', ''],
  ['words', 'certificate'],
  ['an unfinished PEM', '-----BEGIN CERTIFICATE-----\nMIIB'],
  ['an empty sequence', Buffer.from('3000', 'hex')],
  ['a very large file', Buffer.alloc(1_000_000, 0x30)],
])('%s is no certificate', (_what, given) => {
  expect(() => readCertificate(given)).toThrow(CryptoProblem)
})

test('an independent X.509 library reads our P-256 chain and verifies it', async () => {
  const { authority, issue } = await anAuthority('ecdsa-p256')
  const { certificate } = await issue()
  const [theirs, above] = [certificate, authority.certificate].map((each) => pkijs.Certificate.fromBER(Uint8Array.from(each.der)))
  if (above === undefined) throw new Error('no certificate')
  expect(await theirs?.verify(above)).toBe(true)
  expect(await above.verify(above)).toBe(false)
})

describe.runIf(hasJudge('openssl'))('openssl as judge of certificates', () => {
  // openssl gives the user identity to the one certificate named, not to those above it, so each step is asked by itself.
  const options = { sm2: ['-partial_chain', '-vfyopt', 'distid:1234567812345678'], 'ecdsa-p256': ['-partial_chain'] }

  test.each(algorithms)('openssl prints and verifies a chain made with %s', async (algorithm) => {
    const { root, authority, issue } = await anAuthority(algorithm)
    const { certificate } = await issue()
    const files = {
      'leaf.pem': certificatePem(certificate),
      'ca.pem': certificatePem(authority.certificate),
      'root.pem': certificatePem(root),
    }
    const text = askJudge('openssl', ['x509', '-in', 'leaf.pem', '-noout', '-text'], files)
    expect(text.status).toBe(0)
    expect(text.output).toContain(algorithm === 'sm2' ? 'SM2-with-SM3' : 'ecdsa-with-SHA256')
    expect(text.output).toContain('http://ca.example/issuing.crl')
    const judged = (anchor: string, leaf: string, changed: Partial<typeof files> = {}) =>
      askJudge('openssl', ['verify', ...options[algorithm], '-x509_strict', '-attime', '1780000000', '-CAfile', anchor, leaf], {
        ...files,
        ...changed,
      })
    expect(judged('ca.pem', 'leaf.pem')).toEqual({ status: 0, output: 'leaf.pem: OK\n' })
    expect(judged('root.pem', 'ca.pem')).toEqual({ status: 0, output: 'ca.pem: OK\n' })
    const stranger = certificatePem((await anAuthority(algorithm)).authority.certificate)
    expect(judged('ca.pem', 'leaf.pem', { 'ca.pem': stranger }).output).toContain('verification failed')
  })
})
