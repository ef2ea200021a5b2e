import type { Desk, Settings, Tx } from '@yiwang/kernel'
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

/** 定期修改密码 is advice (附录四一6): said once the password is older than the house thinks good. */
export function passwordAge({ now, settings }: Pick<Desk, 'now' | 'settings'>, { passwordSetAt }: Account): { passwordDays?: number } {
  const days = Math.floor((now.getTime() - Date.parse(passwordSetAt)) / 86_400_000)
  return settings.passwordDays > 0 && days >= settings.passwordDays ? { passwordDays: days } : {}
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
