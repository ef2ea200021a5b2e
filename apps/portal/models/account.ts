import type { Me } from '@yiwang/identity/contract'
import { type Api, isOk } from '../api.ts'

export type Account = {
  id: string
  kind: 'person' | 'organisation'
  name: string
  /** 实名等级: 1 phone and register, 2 three factors, 3 seen at the counter. */
  level: number
  unreadMessages: number
  /** How old the password is, where it is time to change it. */
  passwordDays?: number
}

/** Staff have a house of their own (the console); here they are strangers. */
export async function loadAccount(api: Api): Promise<Account | undefined> {
  const me = await api.get<Me>('/me')
  if (!isOk(me) || me.body.kind === 'staff') return undefined
  const unread = await api.get<{ unread: number }>('/my/messages/unread-count')
  const { id, kind, name, level = 0, passwordDays } = me.body
  return {
    id,
    kind,
    name,
    level,
    unreadMessages: isOk(unread) ? unread.body.unread : 0,
    ...(passwordDays !== undefined && { passwordDays }),
  }
}
