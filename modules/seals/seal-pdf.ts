import { createHash } from 'node:crypto'
import { checkTrust, signerFromPem, signPdf, type Signer } from '@yiwang/crypto'
import { newId, type Work } from '@yiwang/kernel'
import type { SealSpot } from '@yiwang/papers'
import type { SealKind } from './contract.ts'
import { problem } from './problems.ts'
import { getSealInUse, insertSealing } from './seal-store.ts'

export interface SealingWish {
  bodyCode: string
  pdf: Uint8Array
  spot: SealSpot
  purpose: string
  kind?: SealKind
}

/**
 * Sealing a PDF (电子签章, the guide 七（一）4; 电子签名法 14: equal to a seal on paper): PAdES with a time stamp, the picture at
 * its place. The sealing is noted before the paper leaves here; when the time-stamping service is down nothing is sealed.
 * @throws seal.noSealInUse, seal.certificateNotGood
 */
export async function sealPdf(work: Work, { bodyCode, pdf, spot, purpose, kind = 'official' }: SealingWish): Promise<Uint8Array> {
  const seal = await work.read((desk) => getSealInUse(desk, bodyCode, kind, desk.now))
  const signer = signerFromPem(seal.privateKeyPem, seal.certificatesPem)
  await requireGoodCertificate(work, signer)
  const sealed = await signPdf(pdf, signer, {
    at: work.now(),
    reason: purpose,
    timeStamper: work.outside.certificateAuthority.timeStamper,
    appearance: { place: spot, picture: { kind: 'png', bytes: seal.picture } },
  })
  const digest = createHash('sha256').update(sealed).digest('hex')
  await work.perform('seals.seal', (act) => insertSealing(act, { id: newId(), sealId: seal.id, digest, purpose }))
  return sealed
}

/**
 * 数字证书合法性、有效期和废止的验证 (the guide 七（一）4②): nothing is sealed with a certificate of another authority, out of its
 * time or revoked, nor while no current revocation list is to be had.
 */
async function requireGoodCertificate(work: Work, { certificate, chain }: Signer): Promise<void> {
  const authority = work.outside.certificateAuthority
  const [anchors, revocationLists] = await Promise.all([authority.anchors(), authority.revocationLists()])
  const { problems } = checkTrust({ certificate, others: chain, anchors, revocationLists, revocation: 'required', at: work.now() })
  if (problems.length > 0) throw problem.certificateNotGood({ problems: [...problems] })
}
