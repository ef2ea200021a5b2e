import type { Act } from '@yiwang/kernel'
import { addDays, legalDay } from '@yiwang/standards'
import type { Face } from './contract.ts'
import { nextVersion, requireLawful } from './change-licence.ts'
import { holderNumber } from './holder.ts'
import type { IssuedLicence } from './issue-licence.ts'
import { can, type ContentAct } from './lifecycle.ts'
import { licencesOfType } from './licence-queries.ts'
import { lockLicence } from './file-store.ts'
import { findBySubject, getLicenceById, lockSubject, type Holder, type LicenceRecord } from './licence-store.ts'
import { stateOn } from './licence-states.ts'
import { getLicenceType } from './licence-type-store.ts'
import { problem } from './problems.ts'
import { spanOf, type Span } from './validity.ts'

export interface Supersession {
  how: ContentAct
  type: string
  holder: Holder & { name: string }
  issuerCode: string
  /** Which of several, by the identifiers the applicant handed in; the newest where he named none. */
  named: readonly string[]
  face: Face
  subject: { kind: string; key: string }
}

/** The licence of the holder that a decision renews, changes or issues again (延续、变更、补发); only its issuer can. */
export async function licenceToSupersede(
  act: Pick<Act, 'tx' | 'settings' | 'now'>,
  { how, type, holder, issuerCode, named }: Omit<Supersession, 'face' | 'subject'>,
): Promise<LicenceRecord | undefined> {
  const today = legalDay(act.now)
  const held = await licencesOfType(act, { kind: holder.kind, number: holderNumber(holder) }, type)
  const open = held.filter((one) => one.issuerCode === issuerCode && can(how, { state: stateOn(one.state, one.validTo, today) }))
  return open.find(({ identifier }) => named.includes(identifier)) ?? open[0]
}

/**
 * 延续、变更、补发 by a decision of its own (行政许可法 49, 50): the same licence in a further version, in the transaction of the decision; the
 * former is replaced, and whoever checks it is told so. What is renewed runs on from the end of what it had; what is changed or issued again keeps
 * its days. The same decision again gets the version it has.
 * @throws licence.noneToSupersede
 */
export async function supersedeLicence(act: Act, wish: Supersession): Promise<IssuedLicence> {
  const { how, face, subject, holder } = wish
  await lockSubject(act.tx, subject)
  const before = await findBySubject(act, subject)
  if (before) return { identifier: before.identifier, number: before.number }
  const found = await licenceToSupersede(act, wish)
  if (!found) throw problem.noneToSupersede()
  await lockLicence(act.tx, found.id)
  const licence = requireLawful(act, await getLicenceById(act, found.id), how)
  return nextVersion(act, licence, { change: how, subject, wish: { face, holderName: holder.name, ...(await daysOf(act, how, licence)) } })
}

/** 延续: valid at once, and as long on from the end of what is still running; what ran out is valid from today. */
async function daysOf(act: Act, how: ContentAct, { typeCode, validTo }: LicenceRecord): Promise<Partial<Span>> {
  if (how !== 'renew') return {}
  const today = legalDay(act.now)
  const { validity } = await getLicenceType(act.tx, typeCode)
  const onFrom = validTo !== undefined && validTo >= today ? addDays(validTo, 1) : today
  const on = spanOf(validity, { validFrom: onFrom })
  if (!on.ok) throw problem.validityInvalid({ fault: on.fault })
  return { ...on.span, validFrom: today }
}
