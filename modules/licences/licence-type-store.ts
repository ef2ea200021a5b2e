import { within, type Act, type Tx } from '@yiwang/kernel'
import type { LicenceType, LicenceTypeInput } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

type Definition = Omit<LicenceTypeInput, 'name' | 'category' | 'holderKinds'>

/** The version that is in force. @throws licence.typeNotFound */
export async function getLicenceType(tx: Tx, code: string): Promise<LicenceType> {
  const row = await tx
    .selectFrom('licences.licence_type')
    .selectAll()
    .where('code', '=', code)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (!row) throw problem.typeNotFound({ code })
  return toType(row)
}

/** The version a licence was issued under, whatever became of it. */
export async function getTypeVersion(tx: Tx, code: string, version: number): Promise<LicenceType> {
  const row = await tx
    .selectFrom('licences.licence_type')
    .selectAll()
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw problem.typeNotFound({ code })
  return toType(row)
}

/** All versions, newest first, locked, for those who keep the type. */
export async function listVersionsForUpdate(act: Act, code: string): Promise<LicenceType[]> {
  const rows = await act.tx
    .selectFrom('licences.licence_type')
    .selectAll()
    .where('code', '=', code)
    .where(within(act.by, 'licences.manageTypes', { body: 'kept_by' }))
    .orderBy('version', 'desc')
    .forUpdate()
    .execute()
  return rows.map(toType)
}

/** @throws licence.typeDraftThere: of two who begin a draft at once one is told; also where another body keeps the type */
export async function insertDraft(act: Act, code: string, version: number, keptBy: string, input: LicenceTypeInput): Promise<void> {
  const done = await act.tx
    .insertInto('licences.licence_type')
    .values({ code, version, state: 'draft', kept_by: keptBy, drafted_by: act.by.id, drafted_at: act.now, ...columnsOf(input) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.typeDraftThere({ code })
}

export async function replaceDraft(act: Act, code: string, version: number, input: LicenceTypeInput): Promise<void> {
  await act.tx
    .updateTable('licences.licence_type')
    .set({ ...columnsOf(input), drafted_by: act.by.id, drafted_at: act.now })
    .where('code', '=', code)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute()
}

export async function setTypeState(act: Act, code: string, version: number, state: LicenceType['state']): Promise<void> {
  await act.tx
    .updateTable('licences.licence_type')
    .set({ state, ...(state === 'published' ? { published_at: act.now } : {}) })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute()
}

function columnsOf({ name, category, holderKinds, ...definition }: LicenceTypeInput) {
  return { name, category, holder_kinds: holderKinds, definition: JSON.stringify(definition) }
}

export interface TypeRow {
  code: string
  version: number
  name: string
  category: string
  holder_kinds: string[]
  definition: unknown
  state: string
}

export function toType(row: TypeRow): LicenceType {
  return {
    code: row.code,
    version: row.version,
    name: row.name,
    category: row.category as LicenceType['category'],
    holderKinds: row.holder_kinds as LicenceType['holderKinds'],
    state: row.state as LicenceType['state'],
    ...(row.definition as Definition),
  }
}
