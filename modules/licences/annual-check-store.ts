import type { Act, Tx } from '@yiwang/kernel'
import type { AnnualCheck, AnnualCheckInput } from './contract.ts'

/** Answers whether it is the first of its year. */
export async function insertAnnualCheck(act: Act, licenceId: string, { year, result, note }: AnnualCheckInput): Promise<boolean> {
  const done = await act.tx
    .insertInto('licences.annual_check')
    .values({ licence_id: licenceId, year, result, note: note ?? null, checked_by: act.by.id, checked_at: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function annualChecksOf(tx: Tx, licenceId: string): Promise<AnnualCheck[]> {
  const rows = await tx
    .selectFrom('licences.annual_check')
    .selectAll()
    .where('licence_id', '=', licenceId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year, result, note }) => ({ year, result: result as AnnualCheck['result'], ...(note === null ? {} : { note }) }))
}
