import { newId, present, type Act, type Tx, later } from '@yiwang/kernel'
import type { CaseMaterial } from './contract.ts'
import type {} from './generated/tables.ts'

/** A material as it is to be kept with the case. */
export type NewMaterial = Pick<CaseMaterial, 'code' | 'name' | 'source' | 'trustLevel' | 'fileId' | 'licenceIdentifier'> & {
  originalChecked?: boolean
}

const columns = [
  'id',
  'code',
  'name',
  'source',
  'trust_level as trustLevel',
  'file_id as fileId',
  'licence_identifier as licenceIdentifier',
  'given_at as givenAt',
  'original_checked_at as originalCheckedAt',
  'objection',
] as const

/** What belongs to the case now, in the order of its codes. */
export async function listMaterials(tx: Tx, caseNumber: string): Promise<CaseMaterial[]> {
  const rows = await tx
    .selectFrom('cases.material')
    .select(columns)
    .where('case_number', '=', caseNumber)
    .where('replaced_at', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map((row) => present(row) as CaseMaterial)
}

/** Also those whose place a later one took, in the order they came. */
export async function listAllMaterials(tx: Tx, caseNumber: string): Promise<(CaseMaterial & { replaced: boolean })[]> {
  const rows = await tx
    .selectFrom('cases.material')
    .select([...columns, 'replaced_at'])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
  return rows.map(({ replaced_at: at, ...row }) => ({ ...(present(row) as CaseMaterial), replaced: at !== null }))
}

/** One material of the case, also one whose place a later one took. */
export async function findMaterial(tx: Tx, caseNumber: string, id: string): Promise<CaseMaterial | undefined> {
  const row = await tx
    .selectFrom('cases.material')
    .select(columns)
    .where('id', '=', id)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row && (present(row) as CaseMaterial)
}

export async function insertMaterials(act: Act, caseNumber: string, materials: readonly NewMaterial[]): Promise<void> {
  if (materials.length === 0) return
  await later(
    act.tx,
    act.tx
      .insertInto('cases.material')
      .values(
        materials.map((material) => ({
          id: newId(),
          case_number: caseNumber,
          code: material.code,
          name: material.name,
          source: material.source,
          trust_level: material.trustLevel,
          file_id: material.fileId ?? null,
          licence_identifier: material.licenceIdentifier ?? null,
          original_checked_at: material.originalChecked ? act.now : null,
          original_checked_by: material.originalChecked ? act.by.id : null,
          given_at: act.now,
        })),
      )
      .compile(),
  )
}

/** Later ones take the place of those with the same code, which stay for what was done on them. */
export async function replaceMaterials(act: Act, caseNumber: string, materials: readonly NewMaterial[]): Promise<void> {
  if (materials.length === 0) return
  await act.tx
    .updateTable('cases.material')
    .set({ replaced_at: act.now })
    .where('case_number', '=', caseNumber)
    .where('replaced_at', 'is', null)
    .where(
      'code',
      'in',
      materials.map((material) => material.code),
    )
    .execute()
  await insertMaterials(act, caseNumber, materials)
}

/** The originals lay on the counter: a scan that agrees with one is of level B from now on (五（一）3（2）信息分级). */
export async function noteOriginalsSeen(act: Act, caseNumber: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await act.tx
    .updateTable('cases.material')
    .set((value) => ({
      original_checked_at: act.now,
      original_checked_by: act.by.id,
      objection: null,
      trust_level: value.case().when('trust_level', '=', 'A').then('A').else('B').end(),
    }))
    .where('case_number', '=', caseNumber)
    .where('replaced_at', 'is', null)
    .where('code', 'in', codes)
    .execute()
}

export async function noteObjections(act: Act, caseNumber: string, items: readonly { code: string; what: string }[]): Promise<void> {
  for (const { code, what } of items) {
    await act.tx
      .updateTable('cases.material')
      .set({ objection: what })
      .where('case_number', '=', caseNumber)
      .where('code', '=', code)
      .where('replaced_at', 'is', null)
      .execute()
  }
}
