import { present, type Tx } from '@yiwang/kernel'
import type { Elements, Implementation, PublicRevision } from '../contract.ts'

/** Everything about a published revision but the state of its item. */
export type Published = Omit<Implementation, 'state'>

export async function loadPublished(tx: Tx, revisionId: string): Promise<Published | undefined> {
  const row = await tx
    .selectFrom('catalogue.implementation_revision as r')
    .innerJoin('catalogue.implementation as i', 'i.implementation_code', 'r.implementation_code')
    .select([
      'r.implementation_code as implementationCode',
      'r.id as revisionId',
      'r.version',
      'r.effective_on as effectiveOn',
      'r.body_name as bodyName',
      'r.division_name as divisionName',
      'r.elements',
      'i.division',
    ])
    .where('r.id', '=', revisionId)
    .where('r.version', 'is not', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { elements, ...rest } = present(row)
  return { ...(rest as Omit<Published, keyof Elements>), ...(elements as Elements) }
}

interface Edition extends Pick<PublicRevision, 'version' | 'effectiveOn' | 'updateKind'> {
  reason?: string
  elements: Elements
}

/** All published revisions, newest first. */
export async function listPublished(tx: Tx, implementationCode: string): Promise<Edition[]> {
  const rows = await tx
    .selectFrom('catalogue.implementation_revision')
    .select(['version', 'effective_on as effectiveOn', 'update_kind as updateKind', 'reason', 'elements'])
    .where('implementation_code', '=', implementationCode)
    .where('version', 'is not', null)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => present(row) as unknown as Edition)
}

/** Published revisions whose day has come and which are not yet the current one; oldest first. */
export async function listDue(tx: Tx, today: string): Promise<{ id: string; implementationCode: string; version: number }[]> {
  const rows = await tx
    .selectFrom('catalogue.implementation_revision as r')
    .innerJoin('catalogue.implementation as i', 'i.implementation_code', 'r.implementation_code')
    .select(['r.id', 'r.implementation_code as implementationCode', 'r.version'])
    .where('r.state', '=', 'published')
    .where('r.effective_on', '<=', today)
    .where((where) => where.or([where('i.current_revision', 'is', null), where('i.current_revision', '<>', where.ref('r.id'))]))
    .orderBy('r.implementation_code')
    .orderBy('r.version')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, version: row.version ?? 0 }))
}
