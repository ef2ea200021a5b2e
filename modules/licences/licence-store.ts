import { hide, indexOf, reveal, within, type Act, type Settings, type Tx } from '@yiwang/kernel'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Face, HolderKind, LicenceCategory } from './contract.ts'
import type { LicenceFacts } from './events.ts'
import type { KeptState } from './licence-states.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

/** A licence with its present version, personal values revealed. */
export interface LicenceRecord {
  id: string
  typeCode: string
  typeName: string
  typeVersion: number
  category: LicenceCategory
  issuerCode: string
  issuerName: string
  division: string
  serial: string
  number: string
  holderKind: HolderKind
  holderName: string
  holderNumber: string
  accountId: string | null
  origin: 'decision' | 'entry'
  issuedAt: string
  sequence: number
  version: number
  identifier: string
  state: KeptState
  face: Face
  validFrom: string
  validTo?: string
  issuedOn: string
  subject: { kind: string; key: string } | null
  awaitsFile: boolean
}

const facePlace = (id: string, sequence: number) => `licences.licence_version/face/${id}/${sequence}`
const namePlace = (id: string, sequence: number) => `licences.licence_version/holder_name/${id}/${sequence}`
const numberPlace = (id: string) => `licences.licence/holder_number/${id}`

export interface Holder {
  kind: HolderKind
  number: string
}

/** The same for cases, licences and accounts, so that those of one person find each other. */
export function holderIndex(settings: Settings, { kind, number }: Holder): string {
  return indexOf(settings, 'holder-number', `${kind}:${number}`)
}

export async function nextSequence(tx: Tx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('licences.licence_sequence') as next`.execute(tx)
  return rows[0]?.next ?? 0
}

/** @throws licence.numberTaken */
export async function insertLicence(act: Act, licence: LicenceRecord): Promise<void> {
  const { id, holderKind: kind, holderNumber: number } = licence
  const done = await act.tx
    .insertInto('licences.licence')
    .values({
      id,
      type_code: licence.typeCode,
      type_name: licence.typeName,
      category: licence.category,
      issuer_code: licence.issuerCode,
      issuer_name: licence.issuerName,
      division: licence.division,
      serial: licence.serial,
      number: licence.number,
      holder_kind: kind,
      holder_index: holderIndex(act.settings, { kind, number }),
      holder_number: hide(act.settings, number, numberPlace(id)),
      holder_account: licence.accountId,
      origin: licence.origin,
      issued_at: act.now,
      ...presentOf(licence),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.numberTaken({ number: licence.number })
}

function presentOf({ sequence, state, validFrom, validTo, awaitsFile }: LicenceRecord) {
  return { sequence, state, valid_from: validFrom, valid_to: validTo ?? null, awaits_file: awaitsFile }
}

/** Adds a version. @throws licence.subjectTaken when the decision behind it has made one already */
export async function insertVersion(act: Act, licence: LicenceRecord, change: string, reason?: string): Promise<void> {
  const { id, sequence, subject } = licence
  const done = await act.tx
    .insertInto('licences.licence_version')
    .values({
      licence_id: id,
      sequence,
      version: licence.version,
      identifier: licence.identifier,
      change,
      reason: reason ?? null,
      type_version: licence.typeVersion,
      holder_name: hide(act.settings, licence.holderName, namePlace(id, sequence)),
      face: hide(act.settings, JSON.stringify(licence.face), facePlace(id, sequence)),
      state: licence.state,
      valid_from: licence.validFrom,
      valid_to: licence.validTo ?? null,
      issued_on: licence.issuedOn,
      subject_kind: subject?.kind ?? null,
      subject_key: subject?.key ?? null,
      changed_by: act.by.id,
      changed_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(['subject_kind', 'subject_key']).doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.subjectTaken()
}

/** Moves the licence on to a version that was added. */
export async function pointTo(act: Act, licence: LicenceRecord): Promise<void> {
  await act.tx.updateTable('licences.licence').set(presentOf(licence)).where('id', '=', licence.id).execute()
}

export const presentVersion = (tx: Tx) =>
  tx
    .selectFrom('licences.licence as l')
    .innerJoin('licences.licence_version as v', (join) => join.onRef('v.licence_id', '=', 'l.id').onRef('v.sequence', '=', 'l.sequence'))

export const licenceColumns = [
  'l.id',
  'l.type_code as typeCode',
  'l.type_name as typeName',
  'v.type_version as typeVersion',
  'l.category',
  'l.issuer_code as issuerCode',
  'l.issuer_name as issuerName',
  'l.division',
  'l.serial',
  'l.number',
  'l.holder_kind as holderKind',
  'v.holder_name as nameHidden',
  'l.holder_number as numberHidden',
  'l.holder_account as accountId',
  'l.origin',
  'l.issued_at as issuedAt',
  'v.sequence',
  'v.version',
  'v.identifier',
  'v.state',
  'v.face as faceHidden',
  'v.valid_from as validFrom',
  'v.valid_to as validTo',
  'v.issued_on as issuedOn',
  'v.subject_kind as subjectKind',
  'v.subject_key as subjectKey',
  'l.awaits_file as awaitsFile',
] as const

const wholeLicence = (tx: Tx) => presentVersion(tx).select(licenceColumns)
type LicenceRow = NonNullable<Awaited<ReturnType<ReturnType<typeof wholeLicence>['executeTakeFirst']>>>

export function toLicence(settings: Settings, row: LicenceRow): LicenceRecord {
  const { nameHidden, numberHidden, faceHidden, subjectKind, subjectKey, validTo, ...rest } = row
  return {
    ...rest,
    category: rest.category as LicenceCategory,
    holderKind: rest.holderKind as HolderKind,
    origin: rest.origin as LicenceRecord['origin'],
    state: rest.state as KeptState,
    holderName: reveal(settings, nameHidden, namePlace(rest.id, rest.sequence)),
    holderNumber: reveal(settings, numberHidden, numberPlace(rest.id)),
    face: JSON.parse(reveal(settings, faceHidden, facePlace(rest.id, rest.sequence))) as Face,
    subject: subjectKind === null || subjectKey === null ? null : { kind: subjectKind, key: subjectKey },
    ...(validTo === null ? {} : { validTo }),
  }
}

interface Reading {
  tx: Tx
  settings: Settings
}

/** By the identifier of its present version: an old one is history and finds nothing. */
export async function findLicence({ tx, settings }: Reading, identifier: string): Promise<LicenceRecord | undefined> {
  const row = await wholeLicence(tx).where('v.identifier', '=', identifier).executeTakeFirst()
  return row && toLicence(settings, row)
}

/** By the identifier of any of its versions; for checking only, never for use. */
export async function findIdByIdentifier(tx: Tx, identifier: string): Promise<string | undefined> {
  const row = await tx.selectFrom('licences.licence_version').select('licence_id').where('identifier', '=', identifier).executeTakeFirst()
  return row?.licence_id
}

/** A permit by the number printed on it; several types may have used one number, then it tells nothing. */
export async function findPermitByNumber({ tx, settings }: Reading, number: string): Promise<LicenceRecord | undefined> {
  const rows = await wholeLicence(tx).where('l.number', '=', number).where('l.category', '=', 'permit').limit(2).execute()
  const [row] = rows
  return row && rows.length === 1 ? toLicence(settings, row) : undefined
}

/** Whether it has ever been valid: what was withheld before never was. */
export async function wasInForce(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('licences.licence_version')
    .select('sequence')
    .where('licence_id', '=', id)
    .where('state', '=', 'valid')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function getLicenceById({ tx, settings }: Reading, id: string): Promise<LicenceRecord> {
  const row = await wholeLicence(tx).where('l.id', '=', id).executeTakeFirst()
  if (!row) throw problem.notFound()
  return toLicence(settings, row)
}

/** One at a time for a decision, so that of two who carry it out at once the second finds the licence of the first. */
export async function lockSubject(tx: Tx, { kind, key }: { kind: string; key: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`licences.subject/${kind}/${key}`}, 0))`.execute(tx)
}

/** What a decision made, whatever became of it since. */
export async function findBySubject(reading: Reading, subject: { kind: string; key: string }): Promise<LicenceRecord | undefined> {
  const row = await reading.tx
    .selectFrom('licences.licence_version')
    .select('licence_id')
    .where('subject_kind', '=', subject.kind)
    .where('subject_key', '=', subject.key)
    .executeTakeFirst()
  return row && getLicenceById(reading, row.licence_id)
}

/** Locked, within what the actor may reach. @throws licence.notFound also for those out of reach and for a version that is history */
export async function getLicenceForUpdate(act: Act, identifier: string, permission: string): Promise<LicenceRecord> {
  return lockedLicence(act, identifier, within(act.by, permission, { body: 'l.issuer_code', division: 'l.division' }))
}

/** The holder's own, locked. @throws licence.notFound also for another's */
export async function getOwnLicenceForUpdate(act: Act, identifier: string, holder: Holder): Promise<LicenceRecord> {
  return lockedLicence(act, identifier, sql<SqlBool>`l.holder_index = ${holderIndex(act.settings, holder)}`)
}

/** The licence is locked first and its version read after, so that of two changes the second sees the first. */
async function lockedLicence(act: Act, identifier: string, reached: RawBuilder<SqlBool>): Promise<LicenceRecord> {
  const locked = await act.tx
    .selectFrom('licences.licence as l')
    .select('l.id')
    .where('l.id', 'in', (sub) => sub.selectFrom('licences.licence_version').select('licence_id').where('identifier', '=', identifier))
    .where(reached)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw problem.notFound({ identifier })
  const licence = await getLicenceById(act, locked.id)
  if (licence.identifier !== identifier) throw problem.notFound({ identifier })
  return licence
}

export function factsOf(licence: LicenceRecord): LicenceFacts {
  const { identifier, number, typeCode, typeName, issuerCode, division, accountId, subject } = licence
  return { identifier, number, typeCode, typeName, issuerCode, division, accountId, subject }
}
