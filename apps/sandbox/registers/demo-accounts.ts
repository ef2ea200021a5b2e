import type { Organisation } from './contract.ts'
import type { Resident } from './persons.ts'
import { registers } from './registers.ts'

/** Of everybody who has an account in the demo; a production start has none of them. */
export const demoPassword = 'yiwang-demo-2026'

const adultBefore = '2005-01-01'

/** Who of the demo's people and companies has an account there already, by number; the others are there to register. */
export function numbersWithAccount(): ReadonlySet<string> {
  const { persons, organisations } = registers()
  const people = persons.filter(isGrown).slice(0, 4)
  const companies = organisations.filter(isActive).slice(0, 2)
  return new Set([...people.map(({ idNumber }) => idNumber), ...companies.map(({ basic }) => basic.uscc)])
}

const isGrown = ({ state, bornOn }: Resident): boolean => state === 'alive' && bornOn < adultBefore
const isActive = ({ basic }: Organisation): boolean => basic.state === 'active'
