import { newId, within, type Act, type Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { DiscrepancyKind } from './contract.ts'
import { problem } from './problems.ts'

export interface Raised {
  kind: DiscrepancyKind
  about: string
  noticeNumber?: string
  refundNumber?: string
  why: string
}

/** Writes down what somebody has to look at (登记资金差错); the same thing told again is counted, not listed twice. */
export async function raiseDiscrepancy(act: Act, { kind, about, noticeNumber, refundNumber, why }: Raised): Promise<void> {
  const owner = await ownerOf(act.tx, noticeNumber, about)
  await act.tx
    .insertInto('payments.discrepancy')
    .values({
      ...{ id: newId(), kind, about, why, raised_at: act.now, told_at: act.now, ...owner },
      notice_number: noticeNumber ?? null,
      refund_number: refundNumber ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['about', 'kind'])
        .where('state', '=', 'open')
        .doUpdateSet({ why, told_at: act.now, times: sql`payments.discrepancy.times + 1` }),
    )
    .execute()
}

/** Whose it is to mend. What belongs to no notice of ours is for the administration of the division its number begins with. */
async function ownerOf(
  tx: Tx,
  noticeNumber: string | undefined,
  about: string,
): Promise<{ body_code: string | null; division: string | null }> {
  if (noticeNumber === undefined) return { body_code: null, division: /^\d{6}/.exec(about)?.[0] ?? null }
  const query = tx.selectFrom('payments.payment_notice').select(['body_code', 'division']).where('number', '=', noticeNumber)
  return query.executeTakeFirstOrThrow()
}

export interface Mending {
  /** Only of this kind; without it, all. */
  kind?: DiscrepancyKind
  how: 'platform' | 'otherwise'
  reason?: string
  reference?: string
}

/** What was open about this order or refund is mended. */
export async function mendDiscrepancies(act: Act, about: string, { kind, how, reason, reference }: Mending): Promise<void> {
  let update = act.tx
    .updateTable('payments.discrepancy')
    .set({
      ...{ state: 'mended', mended_at: act.now, mended_by: nameOf(act), mended_how: how },
      reason: reason ?? null,
      reference: reference ?? null,
    })
    .where('about', '=', about)
    .where('state', '=', 'open')
  if (kind !== undefined) update = update.where('kind', '=', kind)
  await update.execute()
}

const nameOf = ({ by }: Act): string => (by.kind === 'staff' ? (by.name ?? by.id) : '系统')

export interface FoundDiscrepancy {
  id: string
  kind: DiscrepancyKind
  about: string
  refundNumber: string | null
  state: 'open' | 'mended'
}

/** @throws payment.discrepancyNotFound also for one of another body */
export async function getDiscrepancy(act: Act, id: string, { lock = false } = {}): Promise<FoundDiscrepancy> {
  const query = act.tx
    .selectFrom('payments.discrepancy')
    .select(['id', 'kind', 'about', 'refund_number as refundNumber', 'state'])
    .where('id', '=', id)
    .where(within(act.by, 'payments.mend', { body: 'body_code', division: 'division' }))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw problem.discrepancyNotFound({ id })
  return row as FoundDiscrepancy
}
