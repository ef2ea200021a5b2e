import type { Settings, Tx } from '@yiwang/kernel'
import type { AccountAtDesk, FindAccountInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { listChanges } from './account-change-store.ts'
import { findAccountByNumber, getAnyAccount } from './account-store.ts'
import { meOf } from './profile.ts'

interface Reading {
  tx: Tx
  settings: Settings
}

/** An account as those who watch over accounts see it: personal numbers masked, with the latest that was done with it. */
export async function accountAtDesk(desk: Reading, id: string): Promise<AccountAtDesk> {
  const account = await getAnyAccount(desk, id)
  const { state, registeredAt } = account
  const { items } = await listChanges(desk.tx, id, { limit: 50 })
  return { ...meOf(account), state, registeredAt, changes: items }
}

/** By the document shown, so that nobody leafs through accounts; the account in use, else the last that was. @throws identity.notFound */
export async function findAtDesk(desk: Reading, { kind, number }: FindAccountInput): Promise<AccountAtDesk> {
  const account = await findAccountByNumber(desk, kind, number.trim().toUpperCase())
  if (!account) throw problem.notFound()
  return accountAtDesk(desk, account.id)
}
