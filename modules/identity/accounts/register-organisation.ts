import { newId, type Act, type Work } from '@yiwang/kernel'
import { legalDay, parsePersonId, parseUscc } from '@yiwang/standards'
import { findOrganisation, verifyOrganisation } from '@yiwang/registers'
import { requireAgreement } from '../agreement.ts'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { RegisterOrganisationInput } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { insertAccount } from './account-store.ts'

export interface CheckedOrganisation {
  uscc: string
  name: string
  address?: string
  passwordHash: string
}

/**
 * Checks an organisation (法人实名注册, the guide 五（一）2（1）): credit code, name and legal representative as the register of
 * legal persons has them.
 * @throws identity.agreementWrong, identity.usccWrong, identity.idNumberWrong, identity.codeWrong, identity.organisationFailed
 */
export async function checkOrganisation(work: Work, input: RegisterOrganisationInput): Promise<CheckedOrganisation> {
  requireAgreement('organisation', input.agreement)
  const uscc = parseUscc(input.uscc)
  if (!uscc.ok) throw problem.usccWrong({ fault: uscc.fault })
  const representative = parsePersonId(input.legalRepresentativeIdNumber, { on: legalDay(work.now()) })
  if (!representative.ok) throw problem.idNumberWrong({ fault: representative.fault })
  await work.read((desk) => peekCode(desk, { phone: input.phone, purpose: 'register', code: input.code }))
  const passwordHash = await hashPassword(input.password)
  const code = input.uscc.trim().toUpperCase()
  const claim = {
    name: input.name,
    uscc: code,
    legalRepresentativeName: input.legalRepresentativeName,
    legalRepresentativeIdNumber: representative.value.number,
  }
  if (!(await verifyOrganisation(work, { ...claim, purpose: '法人实名注册' }))) throw problem.organisationFailed()
  const record = await findOrganisation(work, { uscc: code, purpose: '法人实名注册' })
  return { uscc: code, name: input.name, passwordHash, ...(record?.registeredAddress ? { address: record.registeredAddress } : {}) }
}

/** Registration of an organisation at level 2: its legal representative was checked with it. */
export async function registerOrganisation(act: Act, input: RegisterOrganisationInput, checked: CheckedOrganisation): Promise<string> {
  await useCode(act, { phone: input.phone, purpose: 'register', code: input.code })
  const id = newId()
  const { uscc, name, passwordHash, address } = checked
  await insertAccount(act, {
    id,
    kind: 'organisation',
    name,
    number: uscc,
    phone: input.phone,
    passwordHash,
    level: 2,
    agreement: input.agreement,
    representativeName: input.legalRepresentativeName,
    ...(address === undefined ? {} : { address }),
  })
  await act.publish('account.registered', { accountId: id, kind: 'organisation' })
  return id
}
