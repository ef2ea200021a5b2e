import type { Act, Work } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { verifyPerson } from '@yiwang/registers'
import { maskMobilePhone } from '@yiwang/standards'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { RestoreInPersonInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { insertChange } from './account-change-store.ts'
import { findAccountByLogin, getAccountForUpdate, setPassword, setPhone } from './account-store.ts'

const purpose = 'changePhone'

/**
 * Who forgot the password, and perhaps lost the phone too, comes to the registration counter with the identity card (窗口找回密码, the guide
 * 五（一）2（2）①): the account must be that of the document, and the register must know it by this name.
 * @returns the key of the account
 * @throws identity.realNameFailed, identity.notFound, identity.codeWrong
 */
export async function checkRestoring(work: Work, { name, number, phone, code }: RestoreInPersonInput): Promise<string> {
  const account = await work.read((desk) => findAccountByLogin(desk, number))
  if (!account || account.number !== number.trim().toUpperCase()) throw problem.notFound()
  if (account.kind !== 'person') throw problem.onlyPersons()
  if (account.name !== name) throw problem.realNameFailed()
  if (!(await verifyPerson(work, { name, idNumber: account.number, purpose: '窗口找回密码' }))) throw problem.realNameFailed()
  if (phone !== undefined) await work.read((desk) => peekCode(desk, { phone, purpose, code: code ?? '' }))
  return account.id
}

/** A new password of chance, and the phone in hand where the old one is gone. Everywhere else is signed out, the old phone is told. */
export async function restoreInPerson(
  act: Act,
  accountId: string,
  { phone, code }: RestoreInPersonInput,
  passwordHash: string,
): Promise<void> {
  const account = await getAccountForUpdate(act, accountId)
  if (account.state !== 'active') throw problem.notActive({ state: account.state })
  await setPassword(act, accountId, passwordHash)
  await insertChange(act, { accountId, kind: 'password', outcome: 'done' })
  if (phone !== undefined && phone !== account.phone) {
    await useCode(act, { phone, purpose, code: code ?? '' })
    await setPhone(act, accountId, phone)
    const [before, after] = [{ phone: maskMobilePhone(account.phone) }, { phone: maskMobilePhone(phone) }]
    await insertChange(act, { accountId, kind: 'phone', before, after, outcome: 'done' })
    await act.publish('account.phoneChanged', { accountId })
  }
  await endOtherSessions(act, accountId, undefined)
  const what = { 'zh-CN': '登录密码（在大厅窗口重置）', en: 'the password (reset at a service counter)' }
  await send(act, { template: 'accountChanged', values: { what }, to: { accountId, phone: account.phone } })
  await act.publish('account.passwordChanged', { accountId })
}
