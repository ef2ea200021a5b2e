import { beyond, keyOf, toPage, within, type Desk, type Page } from '@yiwang/kernel'
import { legalDay, maskPersonId, startOfLegalDay, addDays } from '@yiwang/standards'
import { annualChecksOf } from './annual-check-store.ts'
import type { Licence, LicenceQuery, MyLicenceQuery, WholeLicence } from './contract.ts'
import { faceLines } from './face.ts'
import { findLicenceFile } from './file-store.ts'
import { stateCode, stateOn, type KeptState } from './licence-states.ts'
import { holderIndex, licenceColumns, presentVersion, toLicence, type Holder, type LicenceRecord } from './licence-store.ts'
import { getTypeVersion } from './licence-type-store.ts'
import type { HeldLicence } from './licences-of.ts'
import { problem } from './problems.ts'

/** Valid today and with the file there, newest first. */
export async function validLicences(desk: Desk, holder: Holder): Promise<HeldLicence[]> {
  const today = legalDay(desk.now)
  const rows = await presentVersion(desk.tx)
    .select(licenceColumns)
    .where('l.holder_index', '=', holderIndex(desk.settings, holder))
    .where('l.state', '=', 'valid')
    .where('l.valid_from', '<=', today)
    .where((either) => either.or([either('l.valid_to', 'is', null), either('l.valid_to', '>=', today)]))
    .where('l.awaits_file', '=', false)
    .orderBy('l.issued_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ identifier, typeCode, typeName, number, issuerName, validTo }) => ({
    identifier,
    type: typeCode,
    name: typeName,
    number,
    issuerName,
    ...(validTo === null ? {} : { validUntil: validTo }),
  }))
}

/** All of a type that the holder has, whatever became of them, newest first. */
export async function licencesOfType(
  { tx, settings }: Pick<Desk, 'tx' | 'settings'>,
  holder: Holder,
  typeCode: string,
): Promise<LicenceRecord[]> {
  const rows = await presentVersion(tx)
    .select(licenceColumns)
    .where('l.holder_index', '=', holderIndex(settings, holder))
    .where('l.type_code', '=', typeCode)
    .orderBy('l.issued_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => toLicence(settings, row))
}

const order = ['l.issued_at', 'l.id']

function filtered(desk: Desk, { after, typeCode, issuerCode, issuedFrom, issuedTo }: MyLicenceQuery) {
  let query = presentVersion(desk.tx).select(licenceColumns)
  if (typeCode) query = query.where('l.type_code', '=', typeCode)
  if (issuerCode) query = query.where('l.issuer_code', '=', issuerCode)
  if (issuedFrom) query = query.where('l.issued_at', '>=', startOfLegalDay(issuedFrom).toISOString())
  if (issuedTo) query = query.where('l.issued_at', '<', startOfLegalDay(addDays(issuedTo, 1)).toISOString())
  if (after) query = query.where(beyond(order, keyOf(after, 2), 'desc'))
  return query.orderBy('l.issued_at', 'desc').orderBy('l.id', 'desc')
}

/** The holder's own, whole. */
export async function listMyLicences(desk: Desk, holder: Holder, asked: MyLicenceQuery): Promise<Page<Licence>> {
  const { limit = 20 } = asked
  const rows = await filtered(desk, asked)
    .where('l.holder_index', '=', holderIndex(desk.settings, holder))
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.issuedAt, row.id],
    (row) => shownLicence(desk, toLicence(desk.settings, row)),
  )
}

/** Those of the bodies and divisions in reach, holders masked. */
export async function listLicences(desk: Desk, asked: LicenceQuery): Promise<Page<Licence>> {
  const { limit = 20, number, holderKind, state } = asked
  let query = filtered(desk, asked).where(within(desk.by, 'licences.look', { body: 'l.issuer_code', division: 'l.division' }))
  if (number) query = query.where('l.number', '=', number)
  if (holderKind) query = query.where('l.holder_kind', '=', holderKind)
  if (state)
    query = query.where(({ and, or, eb }) => {
      const today = legalDay(desk.now)
      if (state === 'expired') return and([eb('l.state', '=', 'valid'), eb('l.valid_to', '<', today)])
      if (state !== 'valid') return eb('l.state', '=', state)
      return and([eb('l.state', '=', 'valid'), or([eb('l.valid_to', 'is', null), eb('l.valid_to', '>=', today)])])
    })
  const rows = await query.limit(limit + 1).execute()
  return toPage(
    rows,
    limit,
    (row) => [row.issuedAt, row.id],
    (row) => masked(shownLicence(desk, toLicence(desk.settings, row))),
  )
}

/** A licence of the holder's own. @throws licence.notFound for another's, and for a version that is history */
export async function getMyLicence(desk: Desk, holder: Holder, identifier: string): Promise<LicenceRecord> {
  const row = await presentVersion(desk.tx)
    .select(licenceColumns)
    .where('v.identifier', '=', identifier)
    .where('l.holder_index', '=', holderIndex(desk.settings, holder))
    .executeTakeFirst()
  if (!row) throw problem.notFound({ identifier })
  return toLicence(desk.settings, row)
}

export async function getLicenceInReach(desk: Desk, identifier: string): Promise<LicenceRecord> {
  const row = await presentVersion(desk.tx)
    .select(licenceColumns)
    .where('v.identifier', '=', identifier)
    .where(within(desk.by, 'licences.look', { body: 'l.issuer_code', division: 'l.division' }))
    .executeTakeFirst()
  if (!row) throw problem.notFound({ identifier })
  return toLicence(desk.settings, row)
}

export function shownLicence(desk: Desk, licence: LicenceRecord): Licence {
  const state = stateOn(licence.state, licence.validTo, legalDay(desk.now))
  return {
    identifier: licence.identifier,
    number: licence.number,
    typeCode: licence.typeCode,
    typeName: licence.typeName,
    category: licence.category,
    issuerCode: licence.issuerCode,
    issuerName: licence.issuerName,
    issuedOn: licence.issuedOn,
    validFrom: licence.validFrom,
    ...(licence.validTo === undefined ? {} : { validUntil: licence.validTo }),
    state,
    stateCode: stateCode(state),
    holderKind: licence.holderKind,
    holderName: licence.holderName,
    holderNumber: licence.holderNumber,
    trustLevel: 'A',
    origin: 'pushed',
    made: !licence.awaitsFile,
  }
}

export function masked(licence: Licence): Licence {
  if (licence.holderKind === 'organisation') return licence
  return { ...licence, holderName: `${[...licence.holderName][0] ?? ''}**`, holderNumber: maskPersonId(licence.holderNumber) }
}

/** With face, history and annual checks. */
export async function wholeLicence(desk: Desk, licence: LicenceRecord): Promise<WholeLicence> {
  const type = await getTypeVersion(desk.tx, licence.typeCode, licence.typeVersion)
  const file = await findLicenceFile(desk.tx, licence.id, licence.version)
  return {
    ...shownLicence(desk, licence),
    made: file !== undefined,
    face: faceLines(type.fields, licence.face).map(({ key, label, value }) => ({ key, label, value })),
    ...(licence.subject ? { subject: licence.subject } : {}),
    history: await historyOf(desk, licence.id),
    annualChecks: await annualChecksOf(desk.tx, licence.id),
  }
}

async function historyOf(desk: Desk, id: string): Promise<WholeLicence['history']> {
  const rows = await desk.tx
    .selectFrom('licences.licence_version')
    .selectAll()
    .where('licence_id', '=', id)
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map((row) => ({
    identifier: row.identifier,
    sequence: row.sequence,
    version: row.version,
    change: row.change,
    ...(row.reason === null ? {} : { reason: row.reason }),
    state: stateOn(row.state as KeptState, row.valid_to ?? undefined, legalDay(desk.now)),
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validUntil: row.valid_to }),
    changedAt: row.changed_at,
  }))
}
