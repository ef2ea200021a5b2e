import { beyond, keyOf, toPage, within, type Desk, type Page } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { LicenceType, LicenceTypeQuery } from './contract.ts'
import { toType } from './licence-type-store.ts'
import { problem } from './problems.ts'

/** 证照目录 as it is in force, by code; by category, holder kind and issuer (the guide 五（二）1（4）①). */
export async function listLicenceTypes(
  { tx }: Desk,
  { after, limit = 20, category, holderKind, issuer }: LicenceTypeQuery,
): Promise<Page<LicenceType>> {
  let query = tx.selectFrom('licences.licence_type').selectAll().where('state', '=', 'published')
  if (category) query = query.where('category', '=', category)
  if (holderKind) query = query.where(sql<boolean>`${holderKind} = any(holder_kinds)`)
  if (issuer) query = query.where(sql<boolean>`(definition->'issuers' = '[]'::jsonb or definition->'issuers' ? ${issuer})`)
  if (after) query = query.where(beyond(['code'], keyOf(after, 1), 'asc'))
  const rows = await query
    .orderBy('code')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.code], toType)
}

/** All versions of a type, drafts too, for those who keep it. @throws licence.typeNotFound for others */
export async function listTypeVersions(desk: Desk, code: string): Promise<LicenceType[]> {
  const rows = await desk.tx
    .selectFrom('licences.licence_type')
    .selectAll()
    .where('code', '=', code)
    .where(within(desk.by, 'licences.manageTypes', { body: 'kept_by' }))
    .orderBy('version', 'desc')
    .execute()
  if (rows.length === 0) throw problem.typeNotFound({ code })
  return rows.map(toType)
}
