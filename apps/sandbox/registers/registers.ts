import { makeOrganisations } from './organisations.ts'
import { makePersons, type Resident } from './persons.ts'
import type { Organisation } from './contract.ts'

export type Registers = {
  persons: readonly Resident[]
  organisations: readonly Organisation[]
  findPerson(idNumber: string): Resident | undefined
  findOrganisation(uscc: string): Organisation | undefined
}

let made: Registers | undefined

/** Made once a process: it is the same for all. */
export function registers(): Registers {
  return (made ??= make())
}

function make(): Registers {
  const persons = makePersons()
  const organisations = makeOrganisations(persons)
  const byNumber = new Map(persons.map((one) => [one.idNumber, one]))
  const byCode = new Map(organisations.map((one) => [one.basic.uscc, one]))
  return { persons, organisations, findPerson: (number) => byNumber.get(number), findOrganisation: (code) => byCode.get(code) }
}
