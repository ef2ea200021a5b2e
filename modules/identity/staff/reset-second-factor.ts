import type { Act } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { getStaffToManage } from '@yiwang/organisation'
import type { ResetSecondFactorInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { clearSecondFactor } from './staff-login-store.ts'

/**
 * An authenticator was lost (动态口令重置): the administrator of the body takes it off, for a reason, never his own. Its codes are worth
 * nothing from then on, every session of the login ends, and its owner is told.
 * @throws identity.ownLogin, identity.noSecondFactor
 */
export async function resetSecondFactor(act: Act, staffId: string, { reason }: ResetSecondFactorInput): Promise<void> {
  const staff = await getStaffToManage(act, staffId, 'identity.manageLogins')
  if (staff.id === act.by.id) throw problem.ownLogin()
  if (!(await clearSecondFactor(act.tx, staffId))) throw problem.noSecondFactor()
  await endOtherSessions(act, staffId, undefined)
  const by = act.by.name ?? act.by.id
  await send(act, { template: 'secondFactorReset', values: { by, reason }, to: { accountId: staffId } })
  await act.publish('login.secondFactorReset', { staffId, reason })
}
