import type { Act, Work } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { maskMobilePhone } from '@yiwang/standards'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { ChangePhoneInput } from '../contract.ts'
import { insertChange } from './account-change-store.ts'
import { getAccount, setPhone } from './account-store.ts'

const purpose = 'changePhone'

/** Both codes are looked at before the act, so that a wrong guess counts. @throws identity.codeWrong */
export async function checkPhoneChange(work: Work, { code, phone, newCode }: ChangePhoneInput): Promise<void> {
  const account = await work.read((desk) => getAccount(desk, work.by.id))
  await work.read((desk) => peekCode(desk, { phone: account.phone, purpose, code }))
  await work.read((desk) => peekCode(desk, { phone, purpose, code: newCode }))
}

/**
 * Another phone (更换绑定手机号码, the guide 五（一）2（2）①): the bound one gives it up by its code, the new one takes it by another.
 * @throws identity.codeWrong, identity.phoneTaken
 */
export async function changePhone(act: Act, { code, phone, newCode }: ChangePhoneInput): Promise<void> {
  const account = await getAccount(act, act.by.id)
  await useCode(act, { phone: account.phone, purpose, code })
  await useCode(act, { phone, purpose, code: newCode })
  await setPhone(act, account.id, phone)
  const [before, after] = [{ phone: maskMobilePhone(account.phone) }, { phone: maskMobilePhone(phone) }]
  await insertChange(act, { accountId: account.id, kind: 'phone', before, after, outcome: 'done' })
  const what = { 'zh-CN': '绑定手机号码', en: 'the phone it is bound to' }
  await send(act, { template: 'accountChanged', values: { what }, to: { accountId: account.id, phone: account.phone } })
  await act.publish('account.phoneChanged', { accountId: account.id })
}
