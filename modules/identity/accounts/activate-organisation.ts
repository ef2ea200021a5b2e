import { newId, type Act, type Work } from '@yiwang/kernel'
import { findOrganisation } from '@yiwang/registers'
import type { OrganisationRecord } from '@yiwang/registers/contract'
import { parseUscc } from '@yiwang/standards'
import { requireAgreement } from '../agreement.ts'
import { peekCode, useCode } from '../codes/use-code.ts'
import type { ActivateOrganisationInput } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { problem } from '../problems.ts'
import { getAccount, insertAccount } from './account-store.ts'

export interface CheckedActivation {
  record: OrganisationRecord
  passwordHash: string
}

/**
 * Whose organisation it is (法定代表人激活企业账号, the guide 五（一）2（1）①): the register must name who asks, with his real-name account, as
 * its legal representative.
 * @throws identity.agreementWrong, identity.usccWrong, identity.codeWrong, identity.organisationFailed, identity.notItsRepresentative
 */
export async function checkActivation(work: Work, input: ActivateOrganisationInput): Promise<CheckedActivation> {
  requireAgreement('organisation', input.agreement)
  const uscc = input.uscc.trim().toUpperCase()
  const parsed = parseUscc(uscc)
  if (!parsed.ok) throw problem.usccWrong({ fault: parsed.fault })
  const account = await work.read((desk) => getAccount(desk, work.by.id))
  await work.read((desk) => peekCode(desk, { phone: input.phone, purpose: 'register', code: input.code }))
  const passwordHash = await hashPassword(input.password)
  const record = await findOrganisation(work, { uscc, purpose: '法定代表人激活法人账号' })
  if (!record?.active) throw problem.organisationFailed()
  if (account.kind !== 'person' || record.legalRepresentativeIdNumber !== account.number) throw problem.notItsRepresentative()
  return { record, passwordHash }
}

/** The account of the organisation, at level 2: its representative was checked. @returns its key */
export async function activateOrganisation(
  act: Act,
  { phone, code, agreement }: ActivateOrganisationInput,
  { record, passwordHash }: CheckedActivation,
): Promise<string> {
  await useCode(act, { phone, purpose: 'register', code })
  const id = newId()
  const { name, uscc, registeredAddress, legalRepresentativeName } = record
  await insertAccount(act, {
    ...{ id, kind: 'organisation', name, number: uscc, phone, passwordHash, level: 2, agreement },
    address: registeredAddress,
    representativeName: legalRepresentativeName,
  })
  await act.publish('account.registered', { accountId: id, kind: 'organisation' })
  return id
}
