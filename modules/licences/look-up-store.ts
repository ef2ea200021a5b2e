import { beyond, keyOf, newId, toPage, type Act, type Desk, type Page } from '@yiwang/kernel'
import type { LookUp } from './contract.ts'
import { holderIndex, type Holder } from './licence-store.ts'
import type { LicenceLookUp } from './look-up.ts'

export async function insertLookUp(act: Act, { holder, purpose, caseNumber }: LicenceLookUp, found: number): Promise<void> {
  await act.tx
    .insertInto('licences.look_up')
    .values({
      id: newId(),
      holder_index: holderIndex(act.settings, holder),
      purpose,
      case_number: caseNumber,
      body_code: act.by.body ?? null,
      actor_id: act.by.id,
      found,
      looked_up_at: act.now,
    })
    .execute()
}

/** Who of the administration asked for the licences of this holder, newest first; the body, not the person who asked. */
export async function listLookUps(
  desk: Desk,
  holder: Holder,
  { after, limit = 20 }: { after?: string; limit?: number },
): Promise<Page<LookUp>> {
  let query = desk.tx.selectFrom('licences.look_up').selectAll().where('holder_index', '=', holderIndex(desk.settings, holder))
  if (after) query = query.where(beyond(['looked_up_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('looked_up_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.looked_up_at, row.id],
    (row) => ({
      purpose: row.purpose,
      found: row.found,
      lookedUpAt: row.looked_up_at,
      ...(row.body_code === null ? {} : { bodyCode: row.body_code }),
      ...(row.case_number === null ? {} : { caseNumber: row.case_number }),
    }),
  )
}
