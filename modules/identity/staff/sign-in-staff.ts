import type { Work } from '@yiwang/kernel'
import { findStaff } from '@yiwang/organisation'
import type { StaffSignInInput } from '../contract.ts'
import { checkAgainstNobody, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { forgive, giveGuessBack, takeGuess } from '../sessions/guesses.ts'
import { noteFailure } from '../sessions/note-sign-in.ts'
import type { Entrance } from '../sessions/start-session.ts'
import { stepOf } from './second-factor.ts'
import { findLogin, takeStep, type StaffLogin } from './staff-login-store.ts'

/**
 * Which member of staff signs in (工作人员登录). Two factors, one of them cryptographic (等保 2.0 三级): whoever has bound
 * an authenticator must use it.
 * @throws identity.signInFailed, identity.signInLocked, identity.secondFactorNeeded
 */
export async function whichStaffSignsIn(work: Work, input: StaffSignInInput, entrance: Entrance): Promise<StaffLogin> {
  const name = guessedName(input.loginName)
  await takeGuess(work, name)
  const login = await work.read((desk) => findLogin(desk, { loginName: input.loginName }))
  const right = login ? await isPassword(login.passwordHash, input.password) : await checkAgainstNobody(input.password)
  const staff = login && (await work.read(({ tx }) => findStaff(tx, login.staffId)))
  const fail = async () => {
    await noteFailure(work, login && { holderId: login.staffId, kind: 'staff' }, entrance)
    throw problem.signInFailed()
  }
  if (!login?.enabled || !right || !staff?.enabled) return fail()
  if (login.secondFactor !== undefined) {
    if (input.secondFactor === undefined) {
      await giveGuessBack(work, name)
      throw problem.secondFactorNeeded()
    }
    if (!(await isCodeOf(work, login.staffId, login.secondFactor, input.secondFactor))) return fail()
  }
  await forgive(work, name)
  return login
}

/** Under which name the guesses at a login are counted: password and second factor share them. */
export function guessedName(loginName: string): string {
  return `staff:${loginName}`
}

/** A code counts once, so that who looked over a shoulder comes too late. */
export async function isCodeOf(work: Work, staffId: string, secret: string, given: string): Promise<boolean> {
  const step = stepOf(secret, given, work.now())
  return step !== undefined && (await work.read(({ tx }) => takeStep(tx, staffId, step)))
}
