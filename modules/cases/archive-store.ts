import { beyond, type Act, type Tx } from '@yiwang/kernel'

export interface Ended {
  caseNumber: string
  since: string
}

/** Cases whose matter ended before this moment and that are not archived yet, oldest first, after the given one. */
export async function casesToArchive(tx: Tx, before: Date, after?: Ended): Promise<Ended[]> {
  let query = tx
    .selectFrom('cases.service_case')
    .select(['case_number as caseNumber', 'since'])
    .where('state', 'in', ['delivered', 'refused', 'withdrawn', 'lapsed', 'aborted', 'rescinded'])
    .where('since', '<', before.toISOString())
  if (after) query = query.where(beyond(['since', 'case_number'], [after.since, after.caseNumber], 'asc'))
  return query.orderBy('since').orderBy('case_number').limit(200).execute()
}

export async function insertPackage(act: Act, caseNumber: string, manifest: object, digest: string): Promise<void> {
  await act.tx
    .insertInto('cases.archive_package')
    .values({ case_number: caseNumber, manifest: JSON.stringify(manifest), digest, archived_at: act.now })
    .execute()
}

export interface ArchivePackage {
  manifest: Record<string, unknown>
  digest: string
  archivedAt: string
}

export async function findPackage(tx: Tx, caseNumber: string): Promise<ArchivePackage | undefined> {
  const row = await tx.selectFrom('cases.archive_package').selectAll().where('case_number', '=', caseNumber).executeTakeFirst()
  return row && { manifest: row.manifest as Record<string, unknown>, digest: row.digest, archivedAt: row.archived_at }
}
