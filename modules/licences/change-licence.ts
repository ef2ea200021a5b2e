import type { Act } from '@yiwang/kernel'
import { legalDay, makeLicenceIdentifier } from '@yiwang/standards'
import type { ChangeLicenceInput, Face, LicenceType } from './contract.ts'
import { soundSpan, type IssuedLicence } from './issue-licence.ts'
import { can, type ContentAct } from './lifecycle.ts'
import { stateOn } from './licence-states.ts'
import { factsOf, getLicenceForUpdate, insertVersion, pointTo, type LicenceRecord } from './licence-store.ts'
import { getLicenceType, getTypeVersion } from './licence-type-store.ts'
import { problem } from './problems.ts'

export interface Renewal {
  face?: Face
  holderName?: string
  validFrom: string
  validTo?: string
  subject: { kind: string; key: string }
}

/** 证照变更 (the guide 五（二）1（4）③): what was wrong or has changed makes a new version with a new identifier and file; the old one is history. */
export async function changeLicence(act: Act, identifier: string, input: ChangeLicenceInput): Promise<IssuedLicence> {
  const licence = await lawful(act, identifier, 'change')
  const { reason, face, holderName, validFrom, validUntil } = input
  const wish = { face, holderName, validFrom, validTo: validUntil }
  if (Object.values(wish).every((value) => value === undefined)) throw problem.nothingChanged()
  return nextVersion(act, licence, { change: 'change', reason, subject: null, wish })
}

/** 延续 (行政许可法 50): the same licence for a further time, by a decision of its own. */
export async function renewLicence(act: Act, identifier: string, { subject, ...wish }: Renewal): Promise<IssuedLicence> {
  const licence = await lawful(act, identifier, 'renew')
  return nextVersion(act, licence, { change: 'renew', subject, wish })
}

async function lawful(act: Act, identifier: string, verb: ContentAct): Promise<LicenceRecord> {
  return requireLawful(act, await getLicenceForUpdate(act, identifier, 'licences.manage'), verb)
}

/** @throws licence.notLawful */
export function requireLawful(act: Act, licence: LicenceRecord, verb: ContentAct): LicenceRecord {
  const state = stateOn(licence.state, licence.validTo, legalDay(act.now))
  if (!can(verb, { state })) throw problem.notLawful({ state })
  return licence
}

interface Next {
  change: ContentAct
  reason?: string
  subject: LicenceRecord['subject']
  wish: { face?: Face | undefined; holderName?: string | undefined; validFrom?: string | undefined; validTo?: string | undefined }
}

/** A further version with an identifier and a file of its own; the one before is replaced by it. */
export async function nextVersion(act: Act, licence: LicenceRecord, { change, reason, subject, wish }: Next): Promise<IssuedLicence> {
  if (licence.version >= 999) throw problem.versionsExhausted()
  const type = await typeFor(act, licence, change)
  const { validTo: formerLast, ...rest } = licence
  const last = wish.validTo ?? (wish.validFrom === undefined ? formerLast : undefined)
  const face = wish.face ?? licence.face
  const span = soundSpan(type, {
    face,
    holder: { kind: licence.holderKind, name: licence.holderName, number: licence.holderNumber },
    issuer: { code: licence.issuerCode, name: licence.issuerName, division: licence.division },
    validFrom: wish.validFrom ?? licence.validFrom,
    ...(last === undefined ? {} : { validTo: last }),
  })
  const version = licence.version + 1
  const { typeCode, issuerCode, serial } = licence
  const next: LicenceRecord = {
    ...rest,
    ...span,
    face,
    version,
    subject,
    holderName: wish.holderName ?? licence.holderName,
    sequence: licence.sequence + 1,
    typeVersion: type.version,
    identifier: makeLicenceIdentifier({ typeCode, issuerCode, serial, version }),
    state: 'valid',
    issuedOn: legalDay(act.now),
    awaitsFile: true,
  }
  await insertVersion(act, next, change, reason)
  await pointTo(act, next)
  await act.enqueue('licences.make', { licenceId: licence.id, version })
  await act.publish('licence.changed', { ...factsOf(next), previous: licence.identifier, change })
  return { identifier: next.identifier, number: next.number }
}

/** What is corrected stays of its own version of the type, though that be retired; what is renewed or issued again is of the one in force. */
function typeFor(act: Act, { typeCode, typeVersion }: LicenceRecord, change: Next['change']): Promise<LicenceType> {
  return change === 'change' ? getTypeVersion(act.tx, typeCode, typeVersion) : getLicenceType(act.tx, typeCode)
}
