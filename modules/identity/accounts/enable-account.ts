import type { Act } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import type { AccountAtDesk, AnswerEnablingInput, DisableInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { findOpenRequest, insertChange, noteAnswer, setAccountState } from './account-change-store.ts'
import { getAccountForUpdate } from './account-store.ts'
import { accountAtDesk } from './account-at-desk.ts'

/** Asking to enable an account again (申请解禁). @throws identity.notDisabled, identity.requestOpen */
export async function requestEnabling(act: Act, id: string, { reason }: DisableInput): Promise<AccountAtDesk> {
  const account = await getAccountForUpdate(act, id)
  if (account.state !== 'disabled') throw problem.notDisabled({ state: account.state })
  if (await findOpenRequest(act.tx, id)) throw problem.requestOpen()
  await insertChange(act, {
    accountId: id,
    kind: 'enable',
    reason,
    before: { state: 'disabled' },
    after: { state: 'active' },
    outcome: 'open',
  })
  return accountAtDesk(act, id)
}

/**
 * The head of the administration grants or refuses it (解禁审核, the guide 五（一）2（2）②), never who asked; the holder is told.
 * @throws identity.notDisabled, identity.requestNotOpen, identity.ownRequest
 */
export async function answerEnabling(act: Act, id: string, { requestId, granted, note }: AnswerEnablingInput): Promise<AccountAtDesk> {
  const account = await getAccountForUpdate(act, id)
  if (account.state !== 'disabled') throw problem.notDisabled({ state: account.state })
  const request = await findOpenRequest(act.tx, id)
  if (request?.id !== requestId) throw problem.requestNotOpen({ requestId })
  if (request.askedBy === act.by.id) throw problem.ownRequest()
  await noteAnswer(act, requestId, granted ? 'granted' : 'refused', note)
  if (granted) {
    await setAccountState(act.tx, id, 'active')
    await send(act, { template: 'accountEnabled', values: {}, to: { accountId: id, phone: account.phone } })
    await act.publish('account.enabled', { accountId: id })
  }
  return accountAtDesk(act, id)
}
