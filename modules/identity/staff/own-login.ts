import type { Act, Work } from '@yiwang/kernel'
import type { ChangePasswordInput } from '../contract.ts'
import { hashPassword, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { newSecret } from './second-factor.ts'
import { findLogin, setSecondFactor, setStaffPassword } from './staff-login-store.ts'

/** @throws identity.signInFailed when the current password is wrong */
export async function checkStaffPasswordChange(work: Work, { current, password }: ChangePasswordInput): Promise<string> {
  const login = await work.read((desk) => findLogin(desk, { staffId: work.by.id }))
  if (!login) throw problem.notFound()
  if (!(await isPassword(login.passwordHash, current))) throw problem.signInFailed()
  return hashPassword(password)
}

/** A new password of one's own (修改密码). */
export async function changeStaffPassword(act: Act, hash: string): Promise<void> {
  await setStaffPassword(act.tx, act.by.id, hash)
  await endOtherSessions(act, act.by.id, act.by.session)
}

/** Binding an authenticator (绑定动态口令): from now on it is asked for at every sign-in. */
export async function takeSecondFactor(act: Act): Promise<{ secret: string; address: string }> {
  const login = await findLogin(act, { staffId: act.by.id })
  if (!login) throw problem.notFound()
  const secret = newSecret()
  await setSecondFactor(act, act.by.id, secret)
  return { secret, address: `otpauth://totp/Yiwang:${login.loginName}?secret=${secret}&issuer=Yiwang&algorithm=SHA1&digits=6&period=30` }
}
