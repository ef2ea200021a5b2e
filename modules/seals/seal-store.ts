import { beyond, hide, keyOf, reveal, toPage, within, type Act, type Desk, type Page, type Settings, type Tx } from '@yiwang/kernel'
import type { Seal, SealKind, SealState } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

const keyPlace = (id: string) => `seals.seal/key/${id}`

export interface SealRow extends Seal {
  appliedBy: string
}

/** @throws seal.alreadyThere when the body has one of the kind in use; of two applications at once one is told */
export async function insertSeal(
  act: Act,
  seal: { id: string; bodyCode: string; division: string; name: string; kind: SealKind; reason: string },
): Promise<void> {
  const done = await act.tx
    .insertInto('seals.seal')
    .values({
      id: seal.id,
      body_code: seal.bodyCode,
      division: seal.division,
      name: seal.name,
      kind: seal.kind,
      state: 'applied',
      reason: seal.reason,
      applied_by: act.by.id,
      applied_at: act.now,
      changed_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.alreadyThere({ kind: seal.kind })
}

/** Nothing also for those out of reach. */
export async function findSealForUpdate(act: Act, id: string, permission: string): Promise<SealRow | undefined> {
  const row = await act.tx
    .selectFrom('seals.seal')
    .selectAll()
    .where('id', '=', id)
    .where(within(act.by, permission, { body: 'body_code', division: 'division' }))
    .forUpdate()
    .executeTakeFirst()
  return row && toSeal(row)
}

/** @throws seal.notFound also for those out of reach */
export async function getSealForUpdate(act: Act, id: string, permission: string): Promise<SealRow> {
  const seal = await findSealForUpdate(act, id, permission)
  if (!seal) throw problem.notFound({ id })
  return seal
}

export async function changeSealState(act: Act, id: string, state: SealState, endedReason?: string): Promise<void> {
  await act.tx
    .updateTable('seals.seal')
    .set({ state, changed_at: act.now, ...(endedReason === undefined ? {} : { ended_reason: endedReason }) })
    .where('id', '=', id)
    .execute()
}

export async function noteDecision(act: Act, id: string, state: SealState, note?: string): Promise<void> {
  await act.tx
    .updateTable('seals.seal')
    .set({ state, decided_by: act.by.id, decided_at: act.now, changed_at: act.now, ...(note === undefined ? {} : { ended_reason: note }) })
    .where('id', '=', id)
    .execute()
}

export interface MadeSeal {
  privateKeyPem: string
  certificatePem: string
  chainPem: string
  serial: string
  picture: Uint8Array
  validFrom: Date
  validTo: Date
}

export async function noteMade(act: Act, id: string, made: MadeSeal): Promise<void> {
  await act.tx
    .updateTable('seals.seal')
    .set({
      state: 'made',
      key_hidden: hide(act.settings, made.privateKeyPem, keyPlace(id)),
      certificate: made.certificatePem,
      chain: made.chainPem,
      serial: made.serial,
      picture: Buffer.from(made.picture),
      valid_from: made.validFrom,
      valid_to: made.validTo,
      changed_at: act.now,
    })
    .where('id', '=', id)
    .execute()
}

export interface SealInUse {
  id: string
  privateKeyPem: string
  certificatesPem: string
  picture: Uint8Array
}

/** The seal a body's papers are sealed with: of the wanted kind where it has one, else its official one. @throws seal.noSealInUse */
export async function getSealInUse(
  { tx, settings }: { tx: Tx; settings: Settings },
  bodyCode: string,
  kind: SealKind,
  now: Date,
): Promise<SealInUse> {
  const rows = await tx
    .selectFrom('seals.seal')
    .selectAll()
    .where('body_code', '=', bodyCode)
    .where('state', '=', 'issued')
    .where('kind', 'in', [kind, 'official'])
    .where('valid_to', '>', now.toISOString())
    .execute()
  const row = rows.find((one) => one.kind === kind) ?? rows[0]
  if (!row?.key_hidden || !row.picture) throw problem.noSealInUse({ bodyCode })
  return {
    id: row.id,
    privateKeyPem: reveal(settings, row.key_hidden, keyPlace(row.id)),
    certificatesPem: `${row.certificate ?? ''}\n${row.chain ?? ''}`,
    picture: row.picture,
  }
}

export async function bodyHasSeal(tx: Tx, bodyCode: string): Promise<boolean> {
  const row = await tx
    .selectFrom('seals.seal')
    .select('id')
    .where('body_code', '=', bodyCode)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSealing(act: Act, sealing: { id: string; sealId: string; digest: string; purpose: string }): Promise<void> {
  await act.tx
    .insertInto('seals.sealing')
    .values({
      id: sealing.id,
      seal_id: sealing.sealId,
      digest: sealing.digest,
      purpose: sealing.purpose,
      actor_id: act.by.id,
      sealed_at: act.now,
    })
    .execute()
}

export async function listSeals(desk: Desk, { after, limit = 20 }: { after?: string; limit?: number }): Promise<Page<Seal>> {
  let query = desk.tx
    .selectFrom('seals.seal')
    .selectAll()
    .where(within(desk.by, 'seals.look', { body: 'body_code', division: 'division' }))
  if (after) query = query.where(beyond(['applied_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('applied_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.applied_at, row.id], toSeal)
}

interface SealColumns {
  id: string
  body_code: string
  division: string
  name: string
  kind: string
  state: string
  reason: string
  applied_by: string
  applied_at: string
  serial: string | null
  valid_from: string | null
  valid_to: string | null
  ended_reason: string | null
}
function toSeal(row: SealColumns): SealRow {
  return {
    id: row.id,
    bodyCode: row.body_code,
    division: row.division,
    name: row.name,
    kind: row.kind as SealKind,
    state: row.state as SealState,
    reason: row.reason,
    appliedBy: row.applied_by,
    appliedAt: row.applied_at,
    ...(row.serial === null ? {} : { serial: row.serial }),
    ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.ended_reason === null ? {} : { endedReason: row.ended_reason }),
  }
}
