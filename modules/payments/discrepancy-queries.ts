import { beyond, keyOf, present, toPage, within, type Desk, type Page } from '@yiwang/kernel'
import type { Discrepancy, DiscrepancyQuery } from './contract.ts'

const columns = [
  'd.id',
  'd.kind',
  'd.about',
  'd.notice_number as noticeNumber',
  'd.why',
  'd.raised_at as raisedAt',
  'd.told_at as toldAt',
  'd.times',
  'd.state',
  'd.mended_at as mendedAt',
  'd.mended_by as mendedBy',
  'd.mended_how as mendedHow',
  'd.reason',
  'd.reference',
  'n.payer_name as payerName',
  'n.subject_kind as subjectKind',
  'n.subject_key as subjectKey',
  'r.amount_fen as refundFen',
  'o.amount_fen as orderFen',
  'r.reason as refundReason',
] as const

/** What needs a hand within the caller's reach, newest first (资金差错). What belongs to no notice of ours is seen by who has the whole division. */
export async function listDiscrepancies(
  { tx, by }: Desk,
  { state = 'open', after, limit = 20 }: DiscrepancyQuery,
): Promise<Page<Discrepancy>> {
  let query = tx
    .selectFrom('payments.discrepancy as d')
    .leftJoin('payments.payment_notice as n', 'n.number', 'd.notice_number')
    .leftJoin('payments.refund as r', 'r.refund_number', 'd.refund_number')
    .leftJoin('payments.payment_order as o', 'o.order_number', 'd.about')
    .select(columns)
    .where('d.state', '=', state)
    .where(within(by, 'payments.mend', { body: 'd.body_code', division: 'd.division' }))
  if (after) query = query.where(beyond(['d.raised_at', 'd.id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('d.raised_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.raisedAt, row.id],
    ({ subjectKind, subjectKey, refundFen, orderFen, ...same }) => {
      const amountFen = refundFen ?? orderFen
      return {
        ...present(same),
        ...(amountFen === null ? {} : { amountFen }),
        ...(subjectKind !== null && subjectKey !== null ? { subject: { kind: subjectKind, key: subjectKey } } : {}),
      } as Discrepancy
    },
  )
}
