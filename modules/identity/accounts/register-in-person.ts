import { newId, type Act, type Work } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { findOrganisation, findPerson, verifyPerson } from '@yiwang/registers'
import { legalDay, parsePersonId, parseUscc } from '@yiwang/standards'
import { requireAgreement } from '../agreement.ts'
import type { RegisterInPersonInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { insertAccount, type NewAccount } from './account-store.ts'

/** What the clerk has in hand; the code to the phone is checked beside it. */
type Shown = Omit<RegisterInPersonInput, 'code'>
type Seen = Pick<NewAccount, 'kind' | 'name' | 'number' | 'phone' | 'agreement' | 'address' | 'representativeName'>

/**
 * Checks who stands at the registration counter (现场实名注册, the guide 五（一）2（1）): the clerk has the identity document or the
 * business licence in hand, the register confirms it.
 * @throws identity.agreementWrong, identity.idNumberWrong, identity.usccWrong, identity.realNameFailed, identity.organisationFailed
 */
export async function checkInPerson(work: Work, input: Shown): Promise<Seen> {
  requireAgreement(input.kind, input.agreement)
  return input.kind === 'person' ? personSeen(work, input) : organisationSeen(work, input)
}

async function personSeen(work: Work, { name, number, phone, agreement }: Shown): Promise<Seen> {
  const parsed = parsePersonId(number, { on: legalDay(work.now()) })
  if (!parsed.ok) throw problem.idNumberWrong({ fault: parsed.fault })
  const purpose = '现场实名注册'
  const idNumber = parsed.value.number
  if (!(await verifyPerson(work, { name, idNumber, purpose }))) throw problem.realNameFailed()
  const record = await findPerson(work, { idNumber, purpose })
  return { kind: 'person', name, number: idNumber, phone, agreement, ...(record ? { address: record.address } : {}) }
}

async function organisationSeen(work: Work, { name, number, phone, agreement }: Shown): Promise<Seen> {
  const uscc = number.trim().toUpperCase()
  const parsed = parseUscc(uscc)
  if (!parsed.ok) throw problem.usccWrong({ fault: parsed.fault })
  const record = await findOrganisation(work, { uscc, purpose: '现场实名注册' })
  if (!record?.active || record.name !== name) throw problem.organisationFailed()
  return {
    kind: 'organisation',
    name,
    number: uscc,
    phone,
    agreement,
    address: record.registeredAddress,
    representativeName: record.legalRepresentativeName,
  }
}

/** Registration at the counter, at level 3: seen in person. @returns the new account's key */
export async function registerInPerson(act: Act, seen: Seen, passwordHash: string): Promise<string> {
  const id = newId()
  await insertAccount(act, { ...seen, id, passwordHash, level: 3 })
  await act.publish('account.registered', { accountId: id, kind: seen.kind })
  return id
}

/**
 * The password of chance is told once, to the telephone whose code was just confirmed and to nobody else: not even the clerk knows it
 * (及时告知申请人的账号和密码, 五（一）2（1）).
 */
export function tellFirstPassword(act: Act, { phone }: Seen, password: string): Promise<void> {
  return send(act, { template: 'initialPassword', values: { password }, to: { phone } })
}
