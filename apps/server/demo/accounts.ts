import { checkInPerson, hashPassword, registerInPerson } from '@yiwang/identity'
import { agreementInForce } from '@yiwang/identity/contract'
import { systemActor, type House } from '@yiwang/kernel'
import { demoPassword, numbersWithAccount, registers } from '@yiwang/sandbox'

export interface SandboxPerson {
  name: string
  idNumber: string
  phone?: string
  state: string
  bornOn: string
  sex: string
  ethnicity: string
  address: string
  household: { relation: 'head' | 'spouse' | 'child' | 'parent' }
}

export interface SandboxOrganisation {
  name: string
  uscc: string
  state: string
  legalRepresentativeName: string
  registeredAddress: string
  registeredOn: string
}

interface SandboxPeople {
  persons: SandboxPerson[]
  organisations: { basic: SandboxOrganisation }[]
}

/** Whom the sandbox offers to try things with. */
export async function sandboxPeople(sandboxUrl: string): Promise<SandboxPeople> {
  return (await (await fetch(`${sandboxUrl}/demo/persons.json`)).json()) as SandboxPeople
}

export interface RegisteredPerson {
  kind: 'person' | 'organisation'
  name: string
  number: string
  phone: string
}

/** People and companies of the sandbox's registers who have an account in the demo; the others are there to register. */
export function registeredPeople(): RegisteredPerson[] {
  const known = numbersWithAccount()
  const { persons, organisations } = registers()
  const people = persons
    .filter(({ idNumber }) => known.has(idNumber))
    .map(({ name, idNumber, phone }) => ({ kind: 'person' as const, name, number: idNumber, phone }))
  const companies = organisations
    .filter(({ basic }) => known.has(basic.uscc))
    .map(({ basic }, index) => ({ kind: 'organisation' as const, name: basic.name, number: basic.uscc, phone: `1390000000${index + 1}` }))
  return [...people, ...companies]
}

/** Seen in person at the registration counter, as everybody could be. */
export async function seedAccounts(house: House): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  for (const one of registeredPeople()) {
    const seen = await checkInPerson(house.work(systemActor('demo')), { ...one, agreement: agreementInForce[one.kind] })
    await house.perform({ act: 'demo.account', by: systemActor('demo') }, (act) => registerInPerson(act, seen, passwordHash))
  }
}
