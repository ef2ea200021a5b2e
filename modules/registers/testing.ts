import type { OrganisationRecord, PersonRecord } from './contract.ts'
import type { Registers } from './registers.ts'

export interface KnownPerson extends PersonRecord {
  socialSecurityCard?: string
  bankCard?: string
}

/** Registers that know just these, for tests of what stands above them. */
export function registersKnowing(persons: readonly KnownPerson[], organisations: readonly OrganisationRecord[] = []): Registers {
  const person = (idNumber: string, name?: string) =>
    persons.find((one) => one.idNumber === idNumber && one.alive && (name === undefined || one.name === name))
  const organisation = (uscc: string) => organisations.find((one) => one.uscc === uscc)
  return {
    verifyPerson: async ({ name, idNumber }) => person(idNumber, name) !== undefined,
    findPerson: async ({ idNumber }) => person(idNumber),
    verifyOrganisation: async (claim) => {
      const known = organisation(claim.uscc)
      return (
        known?.active === true &&
        known.name === claim.name &&
        known.legalRepresentativeName === claim.legalRepresentativeName &&
        known.legalRepresentativeIdNumber === claim.legalRepresentativeIdNumber
      )
    },
    findOrganisation: async ({ uscc }) => organisation(uscc),
    verifySocialSecurityCard: async ({ name, idNumber, cardNumber }) => person(idNumber, name)?.socialSecurityCard === cardNumber,
    verifyBankCard: async ({ name, idNumber, cardNumber, phone }) => {
      const known = person(idNumber, name)
      return known?.bankCard === cardNumber && known.phone === phone
    },
  }
}
