import type { Act, Tx } from '@yiwang/kernel'

/** Valid licences that end within the span and whose holder was not yet reminded of it. */
export async function licencesExpiring(tx: Tx, from: string, to: string, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('licences.licence as l')
    .leftJoin('licences.reminder as r', (join) => join.onRef('r.licence_id', '=', 'l.id').onRef('r.valid_to', '=', 'l.valid_to'))
    .select('l.id')
    .where('l.state', '=', 'valid')
    .where('l.valid_to', '>=', from)
    .where('l.valid_to', '<=', to)
    .where('r.licence_id', 'is', null)
    .orderBy('l.valid_to')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** Answers whether it is the first reminder of this end. */
export async function insertReminder(act: Act, licenceId: string, validTo: string): Promise<boolean> {
  const done = await act.tx
    .insertInto('licences.reminder')
    .values({ licence_id: licenceId, valid_to: validTo, reminded_at: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
