import { createHash } from 'node:crypto'
import { paperWithDigest } from '@yiwang/documents'
import type { PaperFacts } from '@yiwang/documents/contract'
import { checkPdf } from '@yiwang/seals'
import type { SealVerdict } from '@yiwang/seals/contract'
import type { Desk, Work } from '@yiwang/kernel'
import { legalDay, parseLicenceIdentifier } from '@yiwang/standards'
import type { FileVerdict, PublicLicence } from './contract.ts'
import { findCopyByDigest } from './copy-store.ts'
import { findByDigest } from './file-store.ts'
import { stateCode, stateOn } from './licence-states.ts'
import { findIdByIdentifier, findPermitByNumber, getLicenceById, type LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'

/**
 * 证照验证 by identifier, QR code, or the number printed on a permit (the guide 五（二）1（4）④): anybody learns whether it is valid, of what type and
 * from whom; nothing of the holder. An earlier version of a licence is `replaced`. The number of a certificate is not asked by: it may tell a
 * person, as that of an identity card does.
 */
export async function verifyIdentifier(desk: Desk, identifier: string): Promise<PublicLicence> {
  const parsed = parseLicenceIdentifier(identifier)
  if (!parsed.ok) return verifyNumber(desk, identifier)
  const id = await findIdByIdentifier(desk.tx, parsed.value.identifier)
  if (id === undefined) throw problem.notFound({ identifier: identifier.slice(0, 120) })
  return publicFacts(desk, await getLicenceById(desk, id), parsed.value.version)
}

async function verifyNumber(desk: Desk, number: string): Promise<PublicLicence> {
  const permit = await findPermitByNumber(desk, number)
  if (!permit) throw problem.notFound({ identifier: number.slice(0, 120) })
  return publicFacts(desk, permit, permit.version)
}

/**
 * 证照安全性验证 (the guide 七（一）2（3）⑦): first the signature on the file itself, then whether the library knows this very file, then its state
 * now. A decision or notice, which is no licence, is told with what it is.
 */
export async function verifyFile(work: Work, pdf: Uint8Array): Promise<FileVerdict> {
  const seal = await checkPdf(work, pdf)
  const digest = createHash('sha256').update(pdf).digest('hex')
  const known = seal.verdict === 'valid' ? await work.read((desk) => knownByDigest(desk, digest)) : undefined
  return {
    verdict: verdictOf(seal, known, legalDay(work.now())),
    signatures: seal.signatures,
    ...known,
    checkedAt: work.now().toISOString(),
  }
}

type KnownLicence = Pick<FileVerdict, 'copyValidUntil'> & { licence: PublicLicence }
type Known = KnownLicence | { paper: PaperFacts }

function verdictOf(seal: SealVerdict, known: Known | undefined, today: string): FileVerdict['verdict'] {
  if (seal.verdict === 'revoked') return 'sealRevoked'
  if (seal.verdict === 'expired') return 'sealExpired'
  if (seal.verdict !== 'valid') return seal.verdict
  if (!known) return 'unknown'
  if ('paper' in known) return known.paper.effect === 'inForce' ? 'valid' : known.paper.effect
  const { licence, copyValidUntil } = known
  return licence.state === 'valid' && copyValidUntil !== undefined && copyValidUntil < today ? 'expired' : licence.state
}

async function knownByDigest(desk: Desk, digest: string): Promise<Known | undefined> {
  const licence = await licenceByDigest(desk, digest)
  if (licence) return licence
  const paper = await paperWithDigest(desk.tx, digest)
  return paper && { paper }
}

/** The file of a licence, or a copy that was made of it. */
async function licenceByDigest(desk: Desk, digest: string): Promise<KnownLicence | undefined> {
  const file = await findByDigest(desk.tx, digest)
  const copy = file ? undefined : await findCopyByDigest(desk.tx, digest)
  const found = file ?? copy
  if (!found) return undefined
  const licence = publicFacts(desk, await getLicenceById(desk, found.licenceId), found.version)
  return { licence, ...(copy ? { copyValidUntil: copy.validTo } : {}) }
}

function publicFacts(desk: Desk, licence: LicenceRecord, version: number): PublicLicence {
  const { identifier, typeName, issuerName, issuedOn, validFrom, validTo } = licence
  const present = stateOn(licence.state, validTo, legalDay(desk.now))
  const replaced = version !== licence.version && present === 'valid'
  return {
    identifier,
    typeName,
    issuerName,
    issuedOn,
    validFrom,
    ...(validTo === undefined ? {} : { validUntil: validTo }),
    state: replaced ? 'replaced' : present,
    stateCode: replaced ? stateCode('expired') : stateCode(present),
  }
}
