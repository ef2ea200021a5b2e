import type { Certificate } from './certificate.ts'
import type { CmsSignature } from './cms.ts'
import { derTags, octetsOf } from './der.ts'
import { membersOf, oidOf } from './der-values.ts'
import { oids } from './oids.ts'
import { orProblem } from './problems.ts'
import { digestBy, verifyWith } from './signature-algorithms.ts'

export type CmsProblem = 'noSignerCertificate' | 'digestMismatch' | 'badSignature' | 'otherCertificate' | 'weakAlgorithm'

/**
 * Whether the signature holds over the content given in pieces: digest, content type, binding to the certificate,
 * signature value. Whether the certificate is to be trusted is another question (`checkTrust`).
 */
export function checkCms(
  cms: CmsSignature,
  content: readonly Uint8Array[],
): { certificate?: Certificate; problems: readonly CmsProblem[] } {
  const { signer } = cms
  const certificate = cms.certificates.find((each) => each.serial === signer.serial && each.issuerDer.equals(signer.issuerDer))
  if (certificate === undefined) return { problems: ['noSignerCertificate'] }
  const problems: CmsProblem[] = []
  const digest = digestBy(signer.digestOid, ...content)
  if (digest === undefined) problems.push('weakAlgorithm')
  else if (!digestStated(cms)?.equals(digest)) problems.push('digestMismatch')
  if (!boundTo(cms, certificate)) problems.push('otherCertificate')
  if (!verifyWith(certificate.publicKey, signer.signatureOid, signer.signedBytes, signer.signature, signer.digestOid))
    problems.push('badSignature')
  return { certificate, problems }
}

function digestStated(cms: CmsSignature): Buffer | undefined {
  const type = cms.signer.signed.get(oids.contentType)
  const digest = cms.signer.signed.get(oids.messageDigest)
  if (type?.tag !== derTags.oid || oidOf(type) !== cms.contentType) return undefined
  return digest?.tag === derTags.octetString ? digest.content : undefined
}

/** True when signing-certificate-v2 names this certificate first. Older PKCS#7 signatures have no such attribute; those pass. */
function boundTo(cms: CmsSignature, certificate: Certificate): boolean {
  const attribute = cms.signer.signed.get(oids.signingCertificateV2)
  if (attribute === undefined) return true
  return orProblem('badCms', () => {
    const [certIds] = membersOf(attribute, derTags.sequence)
    const [certId] = membersOf(certIds, derTags.sequence)
    const [first, second] = membersOf(certId, derTags.sequence)
    const algorithm = first?.tag === derTags.sequence ? oidOf(membersOf(first, derTags.sequence)[0]) : oids.sha256
    const hash = octetsOf(first?.tag === derTags.sequence ? second : first)
    return digestBy(algorithm, certificate.der)?.equals(hash) ?? false
  })
}
