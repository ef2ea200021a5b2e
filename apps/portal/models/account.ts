import type { Api } from '../api.ts'

export type Account = {
  id: string
  kind: 'person' | 'organisation'
  name: string
  /** 实名核验通过: only then may one apply, book or complain. */
  verified: boolean
  /** The person who acts, where the account is an organisation's. */
  handlerName?: string
  unreadMessages: number
}

type ApiAccount = {
  accountId: string
  kind: 'person' | 'organisation'
  name: string
  verified: boolean
  handler?: { name: string }
  unreadMessages?: number
}

export async function loadAccount(api: Api): Promise<Account | undefined> {
  const { status, body } = await api.get<ApiAccount>('/me')
  if (status !== 200) return undefined
  return {
    id: body.accountId,
    kind: body.kind,
    name: body.name,
    verified: body.verified,
    unreadMessages: body.unreadMessages ?? 0,
    ...(body.handler && { handlerName: body.handler.name }),
  }
}
