import { outsideService, problems, type Clock, type OutsideAnswer } from '@yiwang/kernel'
import type { OrganisationRecord, PersonRecord } from './contract.ts'
import type { Registers } from './registers.ts'

const problem = problems('registers', { refused: 502 })
export const adapterProblems = problem.catalogue

/** The registers of the sandbox over HTTP, signed. */
export function sandboxRegisters({ url, secret, clock }: { url: string; secret: string; clock: Clock }): Registers {
  const sign = { appId: 'yiwang', secret }
  const registers = outsideService({ name: '基础信息库', url, clock, sign })
  const checks = outsideService({ name: '卡信息核验', url, clock, sign })
  return {
    verifyPerson: async (asked) => matches(await registers.call('POST', '/registers/population/verify', asked)),
    findPerson: async (asked) => personOf(await registers.call('POST', '/registers/population/query', asked)),
    verifyOrganisation: async (asked) => matches(await registers.call('POST', '/registers/organisations/verify', asked)),
    findOrganisation: async (asked) => organisationOf(await registers.call('POST', '/registers/organisations/query', asked)),
    verifySocialSecurityCard: async (asked) => matches(await checks.call('POST', '/checks/social-security-card', asked)),
    verifyBankCard: async (asked) => matches(await checks.call('POST', '/checks/bank-card', asked)),
  }
}

/** A question the register finds malformed matches nobody; anything else it refuses is our fault, not the person's. */
function matches({ status, body }: OutsideAnswer): boolean {
  if (status === 400) return false
  if (status !== 200) throw problem.refused({ status })
  return (body as { matches?: unknown }).matches === true
}

interface WirePerson extends Omit<PersonRecord, 'alive'> {
  state: 'alive' | 'dead'
}

function personOf({ status, body }: OutsideAnswer): PersonRecord | undefined {
  if (status === 404 || status === 400) return undefined
  if (status !== 200) throw problem.refused({ status })
  const { name, idNumber, sex, ethnicity, bornOn, address, divisionCode, state, phone } = body as WirePerson
  return { name, idNumber, sex, ethnicity, bornOn, address, divisionCode, alive: state === 'alive', ...(phone ? { phone } : {}) }
}

interface WireOrganisation {
  basic: Omit<OrganisationRecord, 'active' | 'businessScope' | 'registeredCapital' | 'phone'> & { state: string }
  enterprise?: { businessScope: string; registeredCapital: number; phone: string }
}

function organisationOf({ status, body }: OutsideAnswer): OrganisationRecord | undefined {
  if (status === 404 || status === 400) return undefined
  if (status !== 200) throw problem.refused({ status })
  const { basic, enterprise } = body as WireOrganisation
  const { uscc, name, kind, legalRepresentativeName, legalRepresentativeIdNumber, registeredAddress, registeredOn } = basic
  const known = {
    uscc,
    name,
    kind,
    legalRepresentativeName,
    legalRepresentativeIdNumber,
    registeredAddress,
    registeredOn,
    active: basic.state === 'active',
  }
  if (!enterprise) return known
  const { businessScope, registeredCapital, phone } = enterprise
  return { ...known, businessScope, registeredCapital, phone }
}
