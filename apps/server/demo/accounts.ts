import { checkInPerson, hashPassword, registerInPerson } from '@yiwang/identity'
import { systemActor, type House } from '@yiwang/kernel'
import { demoPassword } from './staff.ts'

/** People and companies of the sandbox's registers who have an account in the demo; the others are there to register. */
export interface DemoAccount {
  kind: 'person' | 'organisation'
  name: string
  login: string
}

interface SandboxPeople {
  persons: { name: string; idNumber: string; phone?: string; state: string; bornOn: string }[]
  organisations: { basic: { name: string; uscc: string; state: string } }[]
}

const agreement = '2026-01'
const adultBefore = '2005-01-01'

/** Seen in person at the registration counter, as everybody could be. Whoever is registered already stays as he is. */
export async function seedAccounts(house: House): Promise<DemoAccount[]> {
  const answer = await fetch(`${house.settings.sandboxUrl}/demo/persons.json`)
  const { persons, organisations } = (await answer.json()) as SandboxPeople
  const passwordHash = await hashPassword(demoPassword)
  const people = persons
    .filter(({ state, bornOn, phone }) => state === 'alive' && bornOn < adultBefore && phone !== undefined)
    .slice(0, 4)
    .map(({ name, idNumber, phone = '' }) => ({ kind: 'person' as const, name, number: idNumber, phone }))
  const companies = organisations
    .filter(({ basic }) => basic.state === 'active')
    .slice(0, 2)
    .map(({ basic }, index) => ({ kind: 'organisation' as const, name: basic.name, number: basic.uscc, phone: `1390000000${index + 1}` }))
  const accounts: DemoAccount[] = []
  for (const one of [...people, ...companies]) {
    const seen = await checkInPerson(house.work(systemActor('demo')), { ...one, agreement })
    await house.perform({ act: 'demo.account', by: systemActor('demo') }, (act) => registerInPerson(act, seen, passwordHash))
    accounts.push({ kind: one.kind, name: one.name, login: one.kind === 'person' ? one.phone : one.number })
  }
  return accounts
}
