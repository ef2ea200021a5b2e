import { newId, type Act, type Work } from '@yiwang/kernel'
import { isMinor, legalDay, parsePersonId } from '@yiwang/standards'
import { findPerson, verifyPerson } from '@yiwang/registers'
import { requireAgreement } from '../agreement.ts'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { RegisterPersonInput } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { insertAccount } from './account-store.ts'

export interface CheckedPerson {
  idNumber: string
  address?: string
  passwordHash: string
}

/**
 * Checks who registers (自然人实名注册, the guide 五（一）2（1）, appendix 4): a sound number, of age, the phone in hand, and name
 * and number as the population register has them. The cheap checks come first, so that nobody probes the register for free.
 * @throws identity.agreementWrong, identity.idNumberWrong, identity.minor, identity.codeWrong, identity.passwordTooCommon, identity.realNameFailed
 */
export async function checkPerson(work: Work, input: RegisterPersonInput): Promise<CheckedPerson> {
  requireAgreement('person', input.agreement)
  const today = legalDay(work.now())
  const parsed = parsePersonId(input.idNumber, { on: today })
  if (!parsed.ok) throw problem.idNumberWrong({ fault: parsed.fault })
  if (isMinor(parsed.value.birthDate, today)) throw problem.minor()
  await work.read((desk) => peekCode(desk, { phone: input.phone, purpose: 'register', code: input.code }))
  const passwordHash = await hashPassword(input.password)
  const idNumber = parsed.value.number
  const purpose = '自然人实名注册'
  if (!(await verifyPerson(work, { name: input.name, idNumber, purpose }))) throw problem.realNameFailed()
  const record = await findPerson(work, { idNumber, purpose })
  return { idNumber, passwordHash, ...(record?.address ? { address: record.address } : {}) }
}

/** Registration (实名注册) at level 1: name and number checked. @returns the new account's key */
export async function registerPerson(act: Act, input: RegisterPersonInput, checked: CheckedPerson): Promise<string> {
  await useCode(act, { phone: input.phone, purpose: 'register', code: input.code })
  const id = newId()
  const { idNumber, passwordHash, address } = checked
  await insertAccount(act, {
    id,
    kind: 'person',
    name: input.name,
    number: idNumber,
    phone: input.phone,
    passwordHash,
    level: 1,
    agreement: input.agreement,
    ...(address === undefined ? {} : { address }),
  })
  await act.publish('account.registered', { accountId: id, kind: 'person' })
  return id
}
