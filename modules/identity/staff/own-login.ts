import type { Act, Work } from '@yiwang/kernel'
import type { BindSecondFactorInput, ChangePasswordInput } from '../contract.ts'
import { hashPassword, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { forgive, takeGuess } from '../sessions/guesses.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { newSecret } from './second-factor.ts'
import { guessedName, isCodeOf } from './sign-in-staff.ts'
import { findLogin, setSecondFactor, setStaffPassword, type StaffLogin } from './staff-login-store.ts'

/** @throws identity.signInFailed when the current password is wrong, identity.signInLocked after five of them */
export async function checkStaffPasswordChange(work: Work, { current, password }: ChangePasswordInput): Promise<string> {
  const login = await ownLogin(work)
  await takeGuess(work, guessedName(login.loginName))
  if (!(await isPassword(login.passwordHash, current))) throw problem.signInFailed()
  await forgive(work, guessedName(login.loginName))
  return hashPassword(password)
}

/** A new password of one's own (修改密码). */
export async function changeStaffPassword(act: Act, hash: string): Promise<void> {
  await setStaffPassword(act.tx, act.by.id, hash)
  await endOtherSessions(act, act.by.id, act.by.session)
}

/**
 * Whoever has an authenticator already proves it by a code before another takes its place, so that an open session alone
 * does not replace it. Wrong codes count with wrong passwords.
 * @returns the secret that was proved, nothing when none is bound
 * @throws identity.secondFactorNeeded, identity.secondFactorWrong, identity.signInLocked
 */
export async function checkSecondFactorChange(work: Work, { code }: BindSecondFactorInput): Promise<string | undefined> {
  const { staffId, loginName, secondFactor } = await ownLogin(work)
  if (secondFactor === undefined) return undefined
  if (code === undefined) throw problem.secondFactorNeeded()
  await takeGuess(work, guessedName(loginName))
  if (!(await isCodeOf(work, staffId, secondFactor, code))) throw problem.secondFactorWrong()
  await forgive(work, guessedName(loginName))
  return secondFactor
}

/** Binding an authenticator (绑定动态口令): from now on it is asked for at every sign-in. @throws identity.secondFactorNeeded */
export async function takeSecondFactor(act: Act, proved: string | undefined): Promise<{ secret: string; address: string }> {
  const login = await findLogin(act, { staffId: act.by.id }, { lock: true })
  if (!login) throw problem.notFound()
  if (login.secondFactor !== proved) throw problem.secondFactorNeeded()
  const secret = newSecret()
  await setSecondFactor(act, act.by.id, secret)
  await endOtherSessions(act, act.by.id, act.by.session)
  return { secret, address: `otpauth://totp/Yiwang:${login.loginName}?secret=${secret}&issuer=Yiwang&algorithm=SHA1&digits=6&period=30` }
}

async function ownLogin(work: Work): Promise<StaffLogin> {
  const login = await work.read((desk) => findLogin(desk, { staffId: work.by.id }))
  if (!login) throw problem.notFound()
  return login
}
