import type { Desk } from '@yiwang/kernel'
import { getStaffToManage } from '@yiwang/organisation'
import type { StaffLoginState } from '../contract.ts'
import { findLogin } from './staff-login-store.ts'

/** How the login of a member of staff stands, for who opens and closes it. */
export async function loginStateOf(desk: Desk, staffId: string): Promise<StaffLoginState> {
  await getStaffToManage(desk, staffId, 'identity.manageLogins')
  const login = await findLogin(desk, { staffId })
  if (!login) return { enabled: false, mustChangePassword: false, secondFactorSet: false }
  const { loginName, enabled, mustChange, secondFactor } = login
  return { loginName, enabled, mustChangePassword: mustChange, secondFactorSet: secondFactor !== undefined }
}
