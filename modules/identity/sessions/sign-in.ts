import type { Work } from '@yiwang/kernel'
import { findAccountByLogin, findPersonByPhone, type Account } from '../accounts/account-store.ts'
import { peekCode } from '../codes/use-code.ts'
import type { SignInInput } from '../contract.ts'
import { checkAgainstNobody, isPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { forgive, takeGuess } from './guesses.ts'
import { noteFailure } from './note-sign-in.ts'
import type { Entrance } from './start-session.ts'

/**
 * Who signs in (登录), by password or by a code to the phone. Unknown name and wrong password give the same answer after the
 * same time; five failures lock the name for a quarter of an hour.
 * @throws identity.signInFailed, identity.signInLocked, identity.codeWrong
 */
export async function whoSignsIn(work: Work, input: SignInInput, entrance: Entrance): Promise<Account> {
  if ('code' in input) return byCode(work, input)
  await takeGuess(work, input.login)
  const account = await work.read((desk) => findAccountByLogin(desk, input.login))
  const right = account ? await isPassword(account.passwordHash, input.password) : await checkAgainstNobody(input.password)
  if (!account || !right) {
    await noteFailure(work, account && { holderId: account.id, kind: 'user' }, entrance)
    throw problem.signInFailed()
  }
  await forgive(work, input.login)
  return account
}

async function byCode(work: Work, { phone, code }: { phone: string; code: string }): Promise<Account> {
  await work.read((desk) => peekCode(desk, { phone, purpose: 'signIn', code }))
  const account = await work.read((desk) => findPersonByPhone(desk, phone))
  if (!account) throw problem.codeWrong()
  return account
}
