import type { Work } from '@yiwang/kernel'
import { findStaff } from '@yiwang/organisation'
import type { StaffSignInInput } from '../contract.ts'
import { checkAgainstNobody, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { forgive, noteFailure, refuseLocked } from '../sessions/failures.ts'
import { stepOf } from './second-factor.ts'
import { findLogin, takeStep, type StaffLogin } from './staff-login-store.ts'

/**
 * Which member of staff signs in (工作人员登录). Two factors, one of them cryptographic (等保 2.0 三级): whoever has bound
 * an authenticator must use it.
 * @throws identity.signInFailed, identity.signInLocked, identity.secondFactorNeeded
 */
export async function whichStaffSignsIn(work: Work, input: StaffSignInInput): Promise<StaffLogin> {
  const name = `staff:${input.loginName}`
  await refuseLocked(work, name)
  const login = await work.read((desk) => findLogin(desk, { loginName: input.loginName }))
  const right = login ? await isPassword(login.passwordHash, input.password) : await checkAgainstNobody(input.password)
  const staff = login && (await work.read(({ tx }) => findStaff(tx, login.staffId)))
  if (!login?.enabled || !right || !staff?.enabled) {
    await noteFailure(work, name)
    throw problem.signInFailed()
  }
  if (login.secondFactor !== undefined) await checkSecondFactor(work, name, login, login.secondFactor, input.secondFactor)
  await forgive(work, name)
  return login
}

/** A code signs in once, so that who looked over a shoulder comes too late. */
async function checkSecondFactor(work: Work, name: string, { staffId }: StaffLogin, secret: string, given?: string): Promise<void> {
  if (given === undefined) throw problem.secondFactorNeeded()
  const step = stepOf(secret, given, work.now())
  if (step !== undefined && (await work.read(({ tx }) => takeStep(tx, staffId, step)))) return
  await noteFailure(work, name)
  throw problem.signInFailed()
}
