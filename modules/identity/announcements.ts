import type { Reactions } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { contactOf } from './accounts/profile.ts'

/** What the holder of a new account is told, so that nobody registers in his name unnoticed (实名注册告知). */
export const announcements: Reactions = {
  'account.registered': async (act, { accountId }) =>
    send(act, { template: 'accountRegistered', values: {}, to: await contactOf(act, accountId) }),
}
