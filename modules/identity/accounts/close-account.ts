import type { Act, Work } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { CloseAccountInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { insertChange, setAccountState } from './account-change-store.ts'
import { getAccount, getAccountForUpdate } from './account-store.ts'

const purpose = 'closeAccount'

/** @throws identity.codeWrong, identity.onlyPersons: an organisation’s account is closed by its legal representative, not with its password */
export async function checkClosing(work: Work, { code }: CloseAccountInput): Promise<void> {
  const account = await work.read((desk) => getAccount(desk, work.by.id))
  if (account.kind !== 'person') throw problem.onlyPersons()
  await work.read((desk) => peekCode(desk, { phone: account.phone, purpose, code }))
}

/**
 * Closing one's own account (注销账号, 附录四一8), the phone in hand: it signs in no more and never opens again; what was done with it stays,
 * and what runs is still told to the phone. Who comes back registers anew.
 */
export async function closeAccount(act: Act, { code }: CloseAccountInput): Promise<void> {
  const { id, state, kind, phone } = await getAccountForUpdate(act, act.by.id)
  if (state !== 'active') throw problem.notActive({ state })
  if (kind !== 'person') throw problem.onlyPersons()
  await useCode(act, { phone, purpose, code })
  await setAccountState(act.tx, id, 'closed')
  await insertChange(act, { accountId: id, kind: 'close', before: { state }, after: { state: 'closed' }, outcome: 'done' })
  await endOtherSessions(act, id, undefined)
  await send(act, { template: 'accountClosed', values: {}, to: { phone } })
  await act.publish('account.closed', { accountId: id })
}
