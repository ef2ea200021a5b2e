import { newId, present, type Act, type Tx } from '@yiwang/kernel'
import type { AccountChange } from '../contract.ts'

type NewChange = Pick<AccountChange, 'kind' | 'reason'> & { accountId: string; outcome?: 'done' }

export async function setAccountState(tx: Tx, id: string, state: 'active' | 'disabled'): Promise<void> {
  await tx.updateTable('identity.account').set({ state }).where('id', '=', id).execute()
}

export async function insertChange(act: Act, { accountId, kind, reason, outcome }: NewChange): Promise<void> {
  await act.tx
    .insertInto('identity.account_change')
    .values({
      id: newId(),
      account_id: accountId,
      kind,
      reason,
      outcome: outcome ?? null,
      asked_by: act.by.id,
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

/** The newest first; an account is not disabled so often that it would need pages. */
export async function listChanges(tx: Tx, accountId: string): Promise<AccountChange[]> {
  const rows = await tx
    .selectFrom('identity.account_change')
    .select(['id', 'kind', 'reason', 'asked_by as askedBy', 'asked_at as askedAt', 'outcome', 'note'])
    .select(['decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('account_id', '=', accountId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => present(row) as AccountChange)
}
