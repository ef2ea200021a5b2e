import { createPrivateKey, type KeyObject } from 'node:crypto'
import { der, derSequence, derTags, derUnsigned } from './der.ts'
import type { Certificate } from './certificate.ts'
import { issueCertificate, makeRootCertificate, type CertificateWish } from './issue.ts'
import { makeKeyPair, publicKeyOf, type SignatureAlgorithm } from './keys.ts'
import { softwareSigner, type Signer } from './signer.ts'

export { askPdfsig, hasJudge } from './outside-judge.ts'

const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex')
const sm2p256v1 = Buffer.from('06082a811ccf5501822d', 'hex')

/** Test equipment: the key pair of the examples in GM/T 0003.5 (recommended curve). */
export function examplePrivateKey(): KeyObject {
  const scalar = Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex')
  const inner = derSequence(derUnsigned(Buffer.of(1)), der(derTags.octetString, scalar))
  const outer = derSequence(derUnsigned(Buffer.of(0)), derSequence(ecPublicKey, sm2p256v1), der(derTags.octetString, inner))
  return createPrivateKey({ key: outer, format: 'der', type: 'pkcs8' })
}

export function examplePublicKey(): KeyObject {
  return publicKeyOf(examplePrivateKey())
}

/** Test equipment: a root, an issuing authority and a body's seal under it, for one algorithm, valid 2026 to 2030. */
export async function anAuthority(
  algorithm: SignatureAlgorithm,
): Promise<{ root: Certificate; authority: Signer; issue: IssueForTest; timeStamp: Signer }> {
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2031-01-01T00:00:00Z') }
  const rootKey = makeKeyPair(algorithm)
  const root = makeRootCertificate(rootKey.privateKey, {
    subject: { country: 'CN', organisation: '演示根', commonName: 'Demo Root CA' },
    ...validity,
  })
  const rootSigner = softwareSigner(rootKey.privateKey, root)
  const key = makeKeyPair(algorithm)
  const own = await issueCertificate(rootSigner, {
    subject: { country: 'CN', commonName: 'Demo Issuing CA' },
    publicKey: key.publicKey,
    purpose: 'authority',
    ...validity,
    crlUrl: 'http://ca.example/root.crl',
  })
  const authority = softwareSigner(key.privateKey, own, [root])
  const issue: IssueForTest = async (wish = {}) => {
    const pair = makeKeyPair(algorithm)
    const certificate = await issueCertificate(authority, {
      subject: {
        country: 'CN',
        organisation: '示范县行政审批局',
        organisationIdentifier: '11100000000013338W',
        commonName: '示范县行政审批局行政审批专用章',
      },
      publicKey: pair.publicKey,
      purpose: 'seal',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2029-01-01T00:00:00Z'),
      crlUrl: 'http://ca.example/issuing.crl',
      ...wish,
    })
    return softwareSigner(pair.privateKey, certificate, [own, root])
  }
  return { root, authority, issue, timeStamp: await issue({ purpose: 'timeStamp', subject: { commonName: 'Demo TSA' } }) }
}

type IssueForTest = (wish?: Partial<Omit<CertificateWish, 'publicKey'>>) => Promise<Signer>

export { paperPdf, sealPdf } from './testing-pdf.ts'
