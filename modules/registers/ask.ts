import type { Work } from '@yiwang/kernel'
import { maskPersonId } from '@yiwang/standards'
import type { OrganisationRecord, PersonRecord, Register } from './contract.ts'
import type { OrganisationClaim } from './registers.ts'
import { insertQuestion } from './question-store.ts'

/** For which duty the register is asked; 共享数据只能用于履行职责所需 (国发〔2016〕51号). */
interface Purpose {
  purpose: string
}

/** Name and number of a living person, answered with yes or no (二要素). */
export function verifyPerson(work: Work, asked: Purpose & { name: string; idNumber: string }): Promise<boolean> {
  return verified(
    work,
    'population',
    personKey(asked.idNumber),
    asked.purpose,
    work.outside.registers.verifyPerson({ ...asked, asker: askerOf(work) }),
  )
}

/** Name, number and social-security card belong together (三要素). */
export function verifySocialSecurityCard(
  work: Work,
  asked: Purpose & { name: string; idNumber: string; cardNumber: string },
): Promise<boolean> {
  const answer = work.outside.registers.verifySocialSecurityCard({ ...asked, asker: askerOf(work) })
  return verified(work, 'socialSecurityCards', personKey(asked.idNumber), asked.purpose, answer)
}

/** Name, number and bank card with its reserved phone belong together (三要素). */
export function verifyBankCard(
  work: Work,
  asked: Purpose & { name: string; idNumber: string; cardNumber: string; phone: string },
): Promise<boolean> {
  const answer = work.outside.registers.verifyBankCard({ ...asked, asker: askerOf(work) })
  return verified(work, 'bankCards', personKey(asked.idNumber), asked.purpose, answer)
}

/** Name and credit code of an organisation with its legal representative (法人核验). */
export function verifyOrganisation(work: Work, asked: Purpose & OrganisationClaim): Promise<boolean> {
  const answer = work.outside.registers.verifyOrganisation({ ...asked, asker: askerOf(work) })
  return verified(work, 'organisations', organisationKey(asked.uscc), asked.purpose, answer)
}

/** The record of a person, for prefilling what the state already knows. */
export function findPerson(work: Work, asked: Purpose & { idNumber: string }): Promise<PersonRecord | undefined> {
  return found(
    work,
    'population',
    personKey(asked.idNumber),
    asked.purpose,
    work.outside.registers.findPerson({ ...asked, asker: askerOf(work) }),
  )
}

/** The record of an organisation. */
export function findOrganisation(work: Work, asked: Purpose & { uscc: string }): Promise<OrganisationRecord | undefined> {
  const answer = work.outside.registers.findOrganisation({ ...asked, asker: askerOf(work) })
  return found(work, 'organisations', organisationKey(asked.uscc), asked.purpose, answer)
}

interface SubjectKey {
  key: string
  masked: string
}

function personKey(idNumber: string): SubjectKey {
  return { key: `person:${idNumber}`, masked: maskPersonId(idNumber) }
}

/** A credit code is public. */
function organisationKey(uscc: string): SubjectKey {
  return { key: `organisation:${uscc}`, masked: uscc }
}

/** What the register writes into its own log: the body that asks, or the platform for the person itself. */
function askerOf({ by }: Work): string {
  return by.body ?? (by.kind === 'user' || by.kind === 'anyone' ? '本人' : by.id)
}

async function verified(work: Work, register: Register, subject: SubjectKey, purpose: string, answer: Promise<boolean>): Promise<boolean> {
  const matches = await answer
  await note(work, register, 'verify', subject, purpose, matches ? 'matches' : 'differs')
  return matches
}

async function found<T>(
  work: Work,
  register: Register,
  subject: SubjectKey,
  purpose: string,
  answer: Promise<T | undefined>,
): Promise<T | undefined> {
  const record = await answer
  await note(work, register, 'query', subject, purpose, record ? 'found' : 'notFound')
  return record
}

/** The question is noted before anybody gets to see the answer. */
async function note(
  work: Work,
  register: Register,
  kind: 'verify' | 'query',
  subject: SubjectKey,
  purpose: string,
  outcome: string,
): Promise<void> {
  await work.perform('registers.ask', (act) => insertQuestion(act, { register, kind, subject, purpose, outcome }))
}
