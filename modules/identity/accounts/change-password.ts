import type { Act, Work } from '@yiwang/kernel'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { ChangePasswordInput, ResetPasswordInput } from '../contract.ts'
import { hashPassword, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { forgive, takeGuess } from '../sessions/guesses.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { insertChange } from './account-change-store.ts'
import { findPersonByPhone, getAccount, setPassword } from './account-store.ts'

/** The hash of the new password, once the current one was right; five wrong guesses rest as at the door. Hashing takes long and happens outside the transaction. */
export async function checkPasswordChange(work: Work, { current, password }: ChangePasswordInput): Promise<string> {
  const account = await work.read((desk) => getAccount(desk, work.by.id))
  const guessed = `account:${account.id}`
  await takeGuess(work, guessed)
  if (!(await isPassword(account.passwordHash, current))) throw problem.signInFailed()
  await forgive(work, guessed)
  return hashPassword(password)
}

/** A new password (修改密码) signs out everywhere else. */
export async function changePassword(act: Act, hash: string): Promise<void> {
  await setPassword(act, act.by.id, hash)
  await insertChange(act, { accountId: act.by.id, kind: 'password', outcome: 'done' })
  await endOtherSessions(act, act.by.id, act.by.session)
  await act.publish('account.passwordChanged', { accountId: act.by.id })
}

/** Hash and code are looked at first; the answer is the same whether or not the phone has an account. */
export async function checkPasswordReset(work: Work, input: ResetPasswordInput): Promise<string> {
  await work.read((desk) => peekCode(desk, { phone: input.phone, purpose: 'resetPassword', code: input.code }))
  return hashPassword(input.password)
}

/** A forgotten password is set anew by the phone (找回密码). */
export async function resetPassword(act: Act, input: ResetPasswordInput, hash: string): Promise<void> {
  await useCode(act, { phone: input.phone, purpose: 'resetPassword', code: input.code })
  const account = await findPersonByPhone(act, input.phone)
  if (!account) throw problem.codeWrong()
  await setPassword(act, account.id, hash)
  await insertChange(act, { accountId: account.id, kind: 'password', outcome: 'done' })
  await endOtherSessions(act, account.id, undefined)
  await act.publish('account.passwordChanged', { accountId: account.id })
}
