import { verifyPdf } from '@yiwang/crypto'
import type { Work } from '@yiwang/kernel'
import type { SealVerdict } from './contract.ts'

/** Checks a PDF somebody holds (验章): by the signatures on the file itself, down to the trust anchors, with revocation. */
export async function checkPdf(work: Work, pdf: Uint8Array): Promise<SealVerdict> {
  const authority = work.outside.certificateAuthority
  const [anchors, revocationLists] = await Promise.all([authority.anchors(), authority.revocationLists()])
  const report = verifyPdf(pdf, { anchors, revocationLists, now: work.now(), revocation: 'ifKnown' })
  const signatures = report.signatures.map(({ valid, signer, signedAt, stamped, coversWholeDocument, problems }) => ({
    valid,
    stamped,
    coversWholeDocument,
    problems: [...problems],
    ...(signer ? { signer: signer.commonName } : {}),
    ...(signer?.organisationIdentifier ? { bodyCode: signer.organisationIdentifier } : {}),
    ...(signedAt ? { signedAt: signedAt.toISOString() } : {}),
  }))
  return { verdict: report.verdict, signatures }
}
