import { agreementInForce } from '@yiwang/identity/contract'
import { findHolder } from '@yiwang/identity'
import { anyone, type Actor } from '@yiwang/kernel'
import { registers } from '@yiwang/sandbox'
import type { Registers } from '@yiwang/sandbox'
import { demoLicenceTypes } from '@yiwang/catalogue/demo'
import type { Past } from './past.ts'
import type { Staff } from './staff-of.ts'

type Resident = Registers['persons'][number]
type Organisation = Registers['organisations'][number]

/** Somebody of the invented registers who applies for something. */
export interface Applicant {
  kind: 'person' | 'organisation'
  name: string
  number: string
  phone: string
  address: string
  bankCard: string
  sex?: 'male' | 'female'
  ethnicity?: string
  representative?: string
  representativeNumber?: string
}

/** The first ones are shown to who tries the demo; those without an account are left to register. */
const shown = { persons: 16, organisations: 6 }
const withAccount = 130
const someCard = '6200009000000000004'

const personOf = ({ name, idNumber, phone, address, sex, ethnicity, bankCardNumber }: Resident): Applicant => ({
  kind: 'person',
  name,
  number: idNumber,
  phone,
  address,
  bankCard: bankCardNumber,
  sex,
  ethnicity,
})
const organisationOf = ({ basic }: Organisation, place: number): Applicant => ({
  kind: 'organisation',
  name: basic.name,
  number: basic.uscc,
  phone: `139000${String(place + 1).padStart(5, '0')}`,
  address: basic.registeredAddress,
  bankCard: someCard,
  representative: basic.legalRepresentativeName,
  representativeNumber: basic.legalRepresentativeIdNumber,
})

export interface Crowd {
  /** Who can sign in to the demo. */
  demo: readonly Applicant[]
  persons: readonly Applicant[]
  organisations: readonly Applicant[]
  /** Who comes to the counter and has no account. */
  walkIns: readonly Applicant[]
}

export function crowd(): Crowd {
  const { persons, organisations } = registers()
  const grown = (people: readonly Resident[]) => people.filter(({ state, bornOn }) => state === 'alive' && bornOn < '2005').map(personOf)
  const active = organisations.map(organisationOf).filter((_, place) => organisations[place]?.basic.state === 'active')
  const others = grown(persons.slice(shown.persons))
  return {
    demo: [...grown(persons.slice(0, shown.persons)).slice(0, 4), ...active.slice(0, 2)],
    persons: others.slice(0, withAccount),
    organisations: active.slice(shown.organisations, shown.organisations + 50),
    walkIns: [...others.slice(withAccount), ...active.slice(shown.organisations + 50)],
  }
}

const typeNamed = (name: string) => demoLicenceTypes.find((type) => type.name === name)?.code ?? ''

/** The account of somebody who applies online: registered at the counter the first time, with what he holds on paper entered into the library. */
export async function accountOf(past: Past, staff: Staff, applicant: Applicant): Promise<Actor> {
  const known = await findAccount(past, applicant)
  const id = known ?? (await register(past, staff, applicant))
  const account: Actor = { kind: 'user', id, grants: [], level: 3, channel: 'portal' }
  const { items } = await past.as(account).get<{ items: { type: string }[] }>('/my/licences?limit=1')
  if (items.length === 0) await enterPaper(past, staff, applicant)
  return account
}

async function findAccount({ house }: Past, { kind, number }: Applicant): Promise<string | undefined> {
  return (await findHolder({ tx: house.db, settings: house.settings }, { kind, number }))?.id
}

async function register(past: Past, staff: Staff, applicant: Applicant): Promise<string> {
  const { kind, name, number, phone } = applicant
  const clerk = past.as(await staff.of('onestop'))
  await past.as(anyone).post('/one-time-codes', { phone, purpose: 'register' })
  const code = await past.codeSentTo(phone)
  await clerk.post('/accounts/in-person', { kind, name, number, phone, code, agreement: agreementInForce[kind] })
  const id = await findAccount(past, applicant)
  if (id === undefined) throw new Error('registered, and not there')
  return id
}

/** 证照录入: the identity card of a person, the business licence of an organisation, as their issuers have them on paper. */
async function enterPaper(
  past: Past,
  staff: Staff,
  { kind, name, number, sex, ethnicity, address, representative }: Applicant,
): Promise<void> {
  const person = kind === 'person'
  const maker = await staff.of(person ? 'publicsecurity.maker' : 'market.maker')
  await past.as(maker).post('/licences', {
    typeCode: typeNamed(person ? '居民身份证' : '营业执照'),
    issuerCode: maker.body,
    holder: { kind, name, number },
    face: person ? { sex, nation: ethnicity, address } : { legalRepresentative: representative },
    validFrom: `${past.clock.now().getUTCFullYear() - 3}-05-06`,
  })
}
