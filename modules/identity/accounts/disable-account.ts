import type { Act } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import type { AccountAtDesk, DisableInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { insertChange, setAccountState } from './account-change-store.ts'
import { getAccountForUpdate } from './account-store.ts'
import { accountAtDesk } from './account-at-desk.ts'

/**
 * Disabling an account with which somebody broke the law (账号禁用, the guide 五（一）2（2）②): it signs in no more and its sessions end; its
 * holder is told why, and all that was done with it stays to be read.
 * @throws identity.notActive
 */
export async function disableAccount(act: Act, id: string, { reason }: DisableInput): Promise<AccountAtDesk> {
  const account = await getAccountForUpdate(act, id)
  if (account.state !== 'active') throw problem.notActive({ state: account.state })
  await setAccountState(act.tx, id, 'disabled')
  await insertChange(act, {
    accountId: id,
    kind: 'disable',
    reason,
    before: { state: 'active' },
    after: { state: 'disabled' },
    outcome: 'done',
  })
  await endOtherSessions(act, id, undefined)
  await send(act, { template: 'accountDisabled', values: { reason }, to: { accountId: id, phone: account.phone } })
  await act.publish('account.disabled', { accountId: id })
  return accountAtDesk(act, id)
}
