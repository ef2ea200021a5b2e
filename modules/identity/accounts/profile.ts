import type { Settings, Tx } from '@yiwang/kernel'
import { maskMobilePhone, maskPersonId } from '@yiwang/standards'
import type { Me, Profile } from '../contract.ts'
import { getAccount, getAnyAccount, type Account } from './account-store.ts'

interface Reading {
  tx: Tx
  settings: Settings
}

/** What is known of an account holder for filling forms (表单预填): whole, for the holder's own pages and cases only. */
export async function profileOf(desk: Reading, id: string): Promise<Profile> {
  const { kind, name, number, phone, email, address, representativeName, level, agreement, registeredAt } = await getAccount(desk, id)
  return {
    kind,
    name,
    number,
    phone,
    level,
    agreement: { version: agreement, signedAt: registeredAt },
    ...(email === undefined ? {} : { email }),
    ...(address === undefined ? {} : { address }),
    ...(representativeName === undefined ? {} : { legalRepresentativeName: representativeName }),
  }
}

/** Where messages to an account go, also to one that is disabled: its cases go on. */
export async function contactOf(desk: Reading, id: string): Promise<{ accountId: string; phone: string; email?: string }> {
  const { phone, email } = await getAnyAccount(desk, id)
  return { accountId: id, phone, ...(email === undefined ? {} : { email }) }
}

export function meOf(account: Account): Me {
  return {
    id: account.id,
    kind: account.kind,
    name: account.name,
    level: account.level,
    phone: maskMobilePhone(account.phone),
    number: account.kind === 'person' ? maskPersonId(account.number) : account.number,
  }
}
