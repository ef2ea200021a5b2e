import { randomBytes } from 'node:crypto'
import type { Act } from '@yiwang/kernel'
import { getStaffToManage } from '@yiwang/organisation'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { closeLogin, upsertLogin } from './staff-login-store.ts'

/** A first password that must be changed: three groups that can be read out. */
export function firstPassword(): string {
  return randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'k').match(/.{4}/g)?.join('-') ?? ''
}

/** Opening or resetting a login (开通账号, 重置密码), by the administrator of the same body; nobody does it for himself. */
export async function openLogin(
  act: Act,
  staffId: string,
  { loginName, passwordHash }: { loginName: string; passwordHash: string },
): Promise<void> {
  const staff = await getStaffToManage(act, staffId, 'identity.manageLogins')
  if (staff.id === act.by.id) throw problem.ownLogin()
  await upsertLogin(act, { staffId, loginName: loginName.toLowerCase(), passwordHash, mustChange: true })
  await endOtherSessions(act, staffId, undefined)
}

/** Closing a login (停用账号) ends its sessions. @throws identity.notFound when there is none open */
export async function shutLogin(act: Act, staffId: string): Promise<void> {
  const staff = await getStaffToManage(act, staffId, 'identity.manageLogins')
  if (staff.id === act.by.id) throw problem.ownLogin()
  if (!(await closeLogin(act.tx, staffId))) throw problem.notFound()
  await endOtherSessions(act, staffId, undefined)
}
