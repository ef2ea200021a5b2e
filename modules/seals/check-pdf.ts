import { verifyPdf, type Certificate } from '@yiwang/crypto'
import type { Work } from '@yiwang/kernel'
import type { SealVerdict } from './contract.ts'

/** Checks a PDF somebody holds (验章): by the signatures on the file itself, down to the trust anchors, with revocation. */
export async function checkPdf(work: Work, pdf: Uint8Array): Promise<SealVerdict> {
  const authority = work.outside.certificateAuthority
  const [anchors, revocationLists] = await Promise.all([authority.anchors(), authority.revocationLists()])
  const report = verifyPdf(pdf, { anchors, revocationLists, now: work.now(), revocation: 'ifKnown' })
  const signatures = report.signatures.map(({ valid, signer, certificate, signedAt, stamped, coversWholeDocument, problems }) => ({
    valid,
    stamped,
    coversWholeDocument,
    problems: [...problems],
    ...(signer ? { signer: signer.commonName } : {}),
    ...(certificate ? { certificate: certificateFacts(certificate) } : {}),
    ...(signer?.organisationIdentifier ? { bodyCode: signer.organisationIdentifier } : {}),
    ...(signedAt ? { signedAt: signedAt.toISOString() } : {}),
  }))
  return { verdict: report.verdict, signatures }
}

function certificateFacts({ serial, issuer, notBefore, notAfter }: Certificate) {
  const name = issuer.commonName ?? issuer.organisation ?? ''
  return { serial, issuer: name, validFrom: notBefore.toISOString(), validTo: notAfter.toISOString() }
}
