import type { Act, Tx } from '@yiwang/kernel'

/** Cases whose matter ended before this moment and that are not archived yet. */
export async function casesToArchive(tx: Tx, before: Date, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('cases.service_case')
    .select('case_number')
    .where('state', 'in', ['delivered', 'refused', 'withdrawn', 'lapsed', 'aborted'])
    .where('since', '<', before.toISOString())
    .orderBy('since')
    .limit(most)
    .execute()
  return rows.map((row) => row.case_number)
}

export async function insertPackage(act: Act, caseNumber: string, manifest: object, digest: string): Promise<void> {
  await act.tx
    .insertInto('cases.archive_package')
    .values({ case_number: caseNumber, manifest: JSON.stringify(manifest), digest, archived_at: act.now })
    .execute()
}
