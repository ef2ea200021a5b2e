import { newId, type Act } from '@yiwang/kernel'
import { legalDay, makeLicenceIdentifier } from '@yiwang/standards'
import type { Face, HolderKind, LicenceType } from './contract.ts'
import { faceFaults } from './face.ts'
import { holderNumber } from './holder.ts'
import { getLicenceType } from './licence-type-store.ts'
import { factsOf, findBySubject, insertLicence, insertVersion, lockSubject, nextSequence, type LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'
import { spanOf, type Span } from './validity.ts'

export interface LicenceWish {
  /** Code of a published licence type. */
  type: string
  holder: { kind: HolderKind; accountId?: string; name: string; number: string }
  issuer: { code: string; name: string; division: string }
  face: Face
  validFrom: string
  /** The last day; left out where the type says how long, or that it lasts. */
  validTo?: string
  /** The decision it follows from: makes one licence, however often this is called. */
  subject: { kind: string; key: string }
  /** Where it had a number on paper. */
  number?: string
  origin?: 'decision' | 'entry'
  /** Originals are still to be seen (原件核验): it is made, but not in force until `comeIntoForce`. */
  pending?: boolean
}

export interface IssuedLicence {
  identifier: string
  number: string
}

/**
 * Issuing a licence (颁发证照, the guide 七（一）2（3）⑥) in the transaction of the decision: number, identifier and face are fixed now; the
 * sealed file follows and `licence.made` tells of it. The same decision again, or twice at once, gets the licence it has.
 * @throws licence.typeNotFound, issuerNotAllowed, holderInvalid, holderNotForeseen, faceInvalid, validityInvalid, numberTaken
 */
export async function issueLicence(act: Act, wish: LicenceWish): Promise<IssuedLicence> {
  await lockSubject(act.tx, wish.subject)
  const before = await findBySubject(act, wish.subject)
  if (before) return { identifier: before.identifier, number: before.number }
  const type = await getLicenceType(act.tx, wish.type)
  const licence = await composeLicence(act, type, wish, soundSpan(type, wish))
  await insertLicence(act, licence)
  await insertVersion(act, licence, 'issue')
  await act.enqueue('licences.make', { licenceId: licence.id, version: licence.version })
  await act.publish('licence.issued', factsOf(licence))
  return { identifier: licence.identifier, number: licence.number }
}

/** How long it is valid, once everything else of the wish fits the type. @throws what does not fit */
export function soundSpan(type: LicenceType, wish: Pick<LicenceWish, 'face' | 'holder' | 'issuer'> & Span): Span {
  if (type.issuers.length > 0 && !type.issuers.includes(wish.issuer.code)) throw problem.issuerNotAllowed({ issuer: wish.issuer.name })
  if (!type.holderKinds.includes(wish.holder.kind)) throw problem.holderNotForeseen({ kind: wish.holder.kind })
  const errors = faceFaults(type.fields, wish.face)
  if (errors.length > 0) throw problem.faceInvalid({ errors })
  const valid = spanOf(type.validity, wish)
  if (!valid.ok) throw problem.validityInvalid({ fault: valid.fault })
  return valid.span
}

async function composeLicence(act: Act, type: LicenceType, wish: LicenceWish, span: Span): Promise<LicenceRecord> {
  const { holder, issuer, subject } = wish
  const heldBy = holderNumber(holder)
  const today = legalDay(act.now)
  const serial = `${today.slice(0, 4)}${String(await nextSequence(act.tx)).padStart(9, '0')}`
  return {
    id: newId(),
    typeCode: type.code,
    typeName: type.name,
    typeVersion: type.version,
    category: type.category,
    issuerCode: issuer.code,
    issuerName: issuer.name,
    division: issuer.division,
    serial,
    number: wish.number ?? `${type.numberPrefix}${issuer.division.slice(0, 6)}${serial}`,
    holderKind: holder.kind,
    holderName: holder.name,
    holderNumber: heldBy,
    accountId: holder.accountId ?? null,
    origin: wish.origin ?? 'decision',
    issuedAt: act.now.toISOString(),
    sequence: 1,
    version: 1,
    identifier: makeLicenceIdentifier({ typeCode: type.code, issuerCode: issuer.code, serial, version: 1 }),
    state: wish.pending ? 'pending' : 'valid',
    face: wish.face,
    ...span,
    issuedOn: today,
    subject,
    awaitsFile: true,
  }
}
