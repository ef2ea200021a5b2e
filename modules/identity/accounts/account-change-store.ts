import { beyond, keyOf, newId, present, toPage, type Act, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { AccountChange } from '../contract.ts'

type NewChange = Pick<AccountChange, 'kind'> & {
  accountId: string
  reason?: string
  before?: Record<string, string>
  after?: Record<string, string>
  outcome: 'done' | 'open'
}

export async function setAccountState(tx: Tx, id: string, state: 'active' | 'disabled' | 'closed'): Promise<void> {
  await tx.updateTable('identity.account').set({ state }).where('id', '=', id).execute()
}

/** Who is not signed in yet, or has forgotten how, does it to his own account. */
export async function insertChange(act: Act, { accountId, kind, reason, before = {}, after = {}, outcome }: NewChange): Promise<void> {
  await act.tx
    .insertInto('identity.account_change')
    .values({
      id: newId(),
      account_id: accountId,
      kind,
      reason: reason ?? null,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      outcome: outcome === 'open' ? null : outcome,
      asked_by: act.by.kind === 'anyone' ? accountId : act.by.id,
      asked_at: act.now,
    })
    .execute()
}

export async function findOpenRequest(tx: Tx, accountId: string): Promise<{ id: string; askedBy: string } | undefined> {
  return tx
    .selectFrom('identity.account_change')
    .select(['id', 'asked_by as askedBy'])
    .where('account_id', '=', accountId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
}

export async function noteAnswer(act: Act, id: string, outcome: 'granted' | 'refused', note: string | undefined): Promise<void> {
  const answer = { outcome, note: note ?? null, decided_by: act.by.id, decided_at: act.now }
  await act.tx.updateTable('identity.account_change').set(answer).where('id', '=', id).execute()
}

/** The newest first. */
export async function listChanges(tx: Tx, accountId: string, { after, limit = 20 }: PageInput): Promise<Page<AccountChange>> {
  let query = tx
    .selectFrom('identity.account_change')
    .select(['id', 'kind', 'reason', 'before', 'after', 'asked_by as askedBy', 'asked_at as askedAt', 'outcome', 'note'])
    .select(['decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('account_id', '=', accountId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where(beyond(['asked_at', 'id'], keyOf(after, 2), 'desc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.askedAt, row.id],
    (row) => present(row) as AccountChange,
  )
}
