import { newId, within, type Act, type Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { FeeItem, PaymentNotice } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

export interface NoticeRow extends PaymentNotice {
  payerAccount: string | null
}

export async function nextNoticeNumber(tx: Tx, division: string, day: string): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('payments.notice_sequence') as next`.execute(tx)
  return `${division.slice(0, 6)}${day.replaceAll('-', '')}${String(rows[0]?.next ?? 0).padStart(8, '0')}`
}

export async function insertNotice(tx: Tx, notice: NoticeRow): Promise<void> {
  await tx
    .insertInto('payments.payment_notice')
    .values({
      number: notice.number,
      subject_kind: notice.subject.kind,
      subject_key: notice.subject.key,
      body_code: notice.bodyCode,
      division: notice.division,
      payer_account: notice.payerAccount,
      payer_name: notice.payerName,
      items: JSON.stringify(notice.items),
      amount_fen: notice.amountFen,
      state: notice.state,
      issued_at: notice.issuedAt,
      due_on: notice.dueOn,
    })
    .execute()
}

/** Notices about these subjects that stood in nobody's space become the account's. */
export async function assignNotices(tx: Tx, { kind, keys }: { kind: string; keys: readonly string[] }, account: string): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('payments.payment_notice')
    .set({ payer_account: account })
    .where('subject_kind', '=', kind)
    .where('subject_key', 'in', keys)
    .where('payer_account', 'is', null)
    .execute()
}

/** @throws payment.notFound */
export async function getNoticeForUpdate(tx: Tx, number: string): Promise<NoticeRow> {
  const row = await tx.selectFrom('payments.payment_notice').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return toNotice(row)
}

/** @throws payment.notFound also for a notice of somebody else */
export async function getOwnNotice(tx: Tx, number: string, account: string): Promise<NoticeRow> {
  const row = await tx
    .selectFrom('payments.payment_notice')
    .selectAll()
    .where('number', '=', number)
    .where('payer_account', '=', account)
    .executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return toNotice(row)
}

export async function getNoticeInReach(act: Act, number: string, permission: string): Promise<NoticeRow> {
  const row = await act.tx
    .selectFrom('payments.payment_notice')
    .selectAll()
    .where('number', '=', number)
    .where(within(act.by, permission, { body: 'body_code', division: 'division' }))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return toNotice(row)
}

export async function changeNotice(
  tx: Tx,
  number: string,
  change: { state: PaymentNotice['state']; paidAt?: Date; refundedFen?: number },
): Promise<void> {
  await tx
    .updateTable('payments.payment_notice')
    .set({
      state: change.state,
      ...(change.paidAt ? { paid_at: change.paidAt } : {}),
      ...(change.refundedFen === undefined ? {} : { refunded_fen: change.refundedFen }),
    })
    .where('number', '=', number)
    .execute()
}

export type LedgerAccount = 'receivable' | 'platform' | 'revenue' | 'refunded' | 'treasury'

/** Books one movement from one account to another: two entries that add up to nothing. */
export async function book(act: Act, noticeNumber: string, amountFen: number, from: LedgerAccount, to: LedgerAccount): Promise<void> {
  const booking = newId()
  const entry = (position: number, account: LedgerAccount, amount: number) => ({
    booking,
    position,
    account,
    notice_number: noticeNumber,
    amount_fen: amount,
    booked_at: act.now,
  })
  await act.tx
    .insertInto('payments.ledger_entry')
    .values([entry(1, from, -amountFen), entry(2, to, amountFen)])
    .execute()
}

/** Balance of each account in fen; together nothing. */
export async function balances(tx: Tx): Promise<Record<string, number>> {
  const { rows } = await sql<{
    account: string
    balance: string
  }>`select account, sum(amount_fen) as balance from payments.ledger_entry group by account`.execute(tx)
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.balance)]))
}

interface NoticeColumns {
  number: string
  subject_kind: string
  subject_key: string
  body_code: string
  division: string
  payer_account: string | null
  payer_name: string
  items: unknown
  amount_fen: number
  refunded_fen: number
  state: string
  issued_at: string
  due_on: string
  paid_at: string | null
}
export function toNotice(row: NoticeColumns): NoticeRow {
  return {
    number: row.number,
    subject: { kind: row.subject_kind, key: row.subject_key },
    bodyCode: row.body_code,
    division: row.division,
    payerAccount: row.payer_account,
    payerName: row.payer_name,
    items: row.items as FeeItem[],
    amountFen: row.amount_fen,
    refundedFen: row.refunded_fen,
    state: row.state as PaymentNotice['state'],
    issuedAt: row.issued_at,
    dueOn: row.due_on,
    ...(row.paid_at === null ? {} : { paidAt: row.paid_at }),
  }
}
