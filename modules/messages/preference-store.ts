import { newId, type Act, type Tx } from '@yiwang/kernel'
import type { Consent, Preferences } from './contract.ts'

/** By SMS unless somebody says otherwise, since not everybody looks at a page or has an e-mail address (guide 五（一）2（4）①). */
const unsaid: Preferences = { sms: true, email: true, language: 'zh-CN' }

export async function preferencesOf(tx: Tx, accountId: string | undefined): Promise<Preferences> {
  if (accountId === undefined) return unsaid
  const query = tx.selectFrom('messages.preference').select(['sms', 'email', 'language']).where('account_id', '=', accountId)
  return ((await query.executeTakeFirst()) as Preferences | undefined) ?? unsaid
}

export async function savePreferences(act: Act, preferences: Preferences): Promise<void> {
  const values = { ...preferences, changed_at: act.now }
  const insert = act.tx.insertInto('messages.preference').values({ account_id: act.by.id, ...values })
  await insert.onConflict((conflict) => conflict.column('account_id').doUpdateSet(values)).execute()
}

/** All that somebody said about it, newest first; nothing of it is ever changed. */
export async function consentsOf(tx: Tx, accountId: string): Promise<Consent[]> {
  const query = tx.selectFrom('messages.consent').select(['agreed', 'at']).where('account_id', '=', accountId)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(100).execute()
}

export async function hasConsent(tx: Tx, accountId: string | undefined): Promise<boolean> {
  if (accountId === undefined) return false
  return (await consentsOf(tx, accountId))[0]?.agreed ?? false
}

export async function insertConsent(act: Act, agreed: boolean): Promise<void> {
  await act.tx.insertInto('messages.consent').values({ id: newId(), account_id: act.by.id, agreed, at: act.now }).execute()
}
