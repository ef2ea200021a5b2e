import { beyond, keyOf, toPage, within, type Desk, type Page, type Tx } from '@yiwang/kernel'
import type { NoticeQuery, PaymentNotice } from './contract.ts'
import { toNotice, type NoticeRow } from './payment-store.ts'

interface Paging {
  after?: string
  limit?: number
}

/** All notices of a subject, oldest first. */
export async function noticesOf(tx: Tx, subject: { kind: string; key: string }): Promise<NoticeRow[]> {
  const rows = await tx
    .selectFrom('payments.payment_notice')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_key', '=', subject.key)
    .orderBy('issued_at')
    .execute()
  return rows.map(toNotice)
}

/** The caller's own notices, newest first. */
export async function listMyNotices({ tx, by }: Desk, { after, limit = 20 }: Paging): Promise<Page<PaymentNotice>> {
  let query = tx.selectFrom('payments.payment_notice').selectAll().where('payer_account', '=', by.id)
  if (after) query = query.where(beyond(['issued_at', 'number'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.issued_at, row.number], toNotice)
}

/** Notices of the bodies within the caller's scope, newest first. */
export async function listNotices(
  { tx, by }: Desk,
  { subjectKind, subjectKey, after, limit = 20 }: NoticeQuery,
): Promise<Page<PaymentNotice>> {
  let query = tx
    .selectFrom('payments.payment_notice')
    .selectAll()
    .where(within(by, 'payments.look', { body: 'body_code', division: 'division' }))
  if (subjectKind !== undefined) query = query.where('subject_kind', '=', subjectKind)
  if (subjectKey !== undefined) query = query.where('subject_key', '=', subjectKey)
  if (after) query = query.where(beyond(['issued_at', 'number'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.issued_at, row.number], toNotice)
}
