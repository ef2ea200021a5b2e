import type { Act, Work } from '@yiwang/kernel'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { ChangeProfileInput } from '../contract.ts'
import { insertChange } from './account-change-store.ts'
import { changeContact, getAccount, getAccountForUpdate } from './account-store.ts'

const purpose = 'changeProfile'

/** @throws identity.codeWrong */
export async function checkProfileChange(work: Work, { code }: ChangeProfileInput): Promise<void> {
  const { phone } = await work.read((desk) => getAccount(desk, work.by.id))
  await work.read((desk) => peekCode(desk, { phone, purpose, code }))
}

/** What one keeps oneself (用户辅助数据维护变更, the guide 五（一）2（4）①): by a code to the bound phone. */
export async function changeProfile(act: Act, { code, ...contact }: ChangeProfileInput): Promise<void> {
  const account = await getAccountForUpdate(act, act.by.id)
  await useCode(act, { phone: account.phone, purpose, code })
  await changeContact(act, account.id, contact)
  const { email, address } = account
  await insertChange(act, {
    ...{ accountId: account.id, kind: 'profile', outcome: 'done' },
    before: masked({ ...(contact.email && email ? { email } : {}), ...(contact.address && address ? { address } : {}) }),
    after: masked(contact),
  })
}

/** Enough to tell one value from another, not enough to find somebody by. */
function masked(values: { email?: string; address?: string }): Record<string, string> {
  const head = (text: string, length: number) => `${text.slice(0, length)}***`
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, head(value, name === 'email' ? 2 : 6)]))
}
