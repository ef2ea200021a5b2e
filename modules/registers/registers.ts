import type { OrganisationRecord, PersonRecord } from './contract.ts'

/** The base registers as an adapter answers them; `undefined` where there is no record. Every question names its purpose and asker. */
export interface Registers {
  verifyPerson(asked: Asked & { name: string; idNumber: string; phone?: string }): Promise<boolean>
  findPerson(asked: Asked & { idNumber: string }): Promise<PersonRecord | undefined>
  verifyOrganisation(asked: Asked & OrganisationClaim): Promise<boolean>
  findOrganisation(asked: Asked & { uscc: string }): Promise<OrganisationRecord | undefined>
  verifySocialSecurityCard(asked: Asked & { name: string; idNumber: string; cardNumber: string }): Promise<boolean>
  verifyBankCard(asked: Asked & { name: string; idNumber: string; cardNumber: string; phone: string }): Promise<boolean>
}

export interface OrganisationClaim {
  name: string
  uscc: string
  legalRepresentativeName: string
  legalRepresentativeIdNumber: string
}

interface Asked {
  purpose: string
  asker: string
}

declare module '@yiwang/kernel' {
  interface Outside {
    registers: Registers
  }
}
