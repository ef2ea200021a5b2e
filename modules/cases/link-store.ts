import type { Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { CaseRecord } from './case-record.ts'
import { caseColumns, toCase } from './case-store.ts'

/** Cases of this applicant that nobody holds yet become the account's; found by the blind index of his number. */
export async function linkCasesTo(tx: Tx, index: string, accountId: string): Promise<CaseRecord[]> {
  const rows = await tx
    .updateTable('cases.service_case')
    .set({ account_id: accountId, version: sql<number>`version + 1` })
    .where('applicant_index', '=', index)
    .where('account_id', 'is', null)
    .returning(caseColumns)
    .execute()
  return rows.map(toCase)
}
