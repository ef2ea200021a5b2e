import { Type, type Static } from 'typebox'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const closed = { additionalProperties: false }
export const IdNumber = Type.String({ pattern: '^[0-9]{17}[0-9X]$' })
export const Uscc = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })
export const Phone = Type.String({ pattern: '^1[0-9]{10}$' })

/** Why it is asked and by whom: every question to a base register carries both (guide 六). */
const Question = { purpose: Type.String({ minLength: 2, maxLength: 200 }), asker: text(100) }

export const PersonCheck = Type.Object({ ...Question, name: text(60), idNumber: IdNumber, phone: Type.Optional(Phone) }, closed)
export type PersonCheck = Static<typeof PersonCheck>
export const PersonQuery = Type.Object({ ...Question, idNumber: IdNumber }, closed)
export const OrganisationCheck = Type.Object(
  { ...Question, name: text(120), uscc: Uscc, legalRepresentativeName: text(60), legalRepresentativeIdNumber: IdNumber },
  closed,
)
export type OrganisationCheck = Static<typeof OrganisationCheck>
export const OrganisationQuery = Type.Object({ ...Question, uscc: Uscc }, closed)
export const SocialCardCheck = Type.Object(
  { ...Question, name: text(60), idNumber: IdNumber, cardNumber: Type.String({ pattern: '^[A-Z][0-9]{8}$' }) },
  closed,
)
export const BankCardCheck = Type.Object(
  { ...Question, name: text(60), idNumber: IdNumber, cardNumber: Type.String({ pattern: '^[0-9]{16,19}$' }), phone: Phone },
  closed,
)
export const Verdict = Type.Object({ matches: Type.Boolean() })

/** Natural person (自然人基本信息, guide appendix 2 part 一), with household and phone beside the eight fields. */
export const Person = Type.Object({
  name: Type.String(),
  idNumber: IdNumber,
  sex: Type.Enum(['male', 'female']),
  ethnicity: Type.String(),
  bornOn: Type.String({ format: 'date' }),
  address: Type.String(),
  divisionCode: Type.String(),
  photo: Type.Null(),
  state: Type.Enum(['alive', 'dead']),
  household: Type.Object({ householdNumber: Type.String(), relation: Type.Enum(['head', 'spouse', 'child', 'parent']) }),
  phone: Phone,
})
export type Person = Static<typeof Person>

/** Legal person: the five tables of the guide, appendix 2 part 二. */
export const Organisation = Type.Object({
  basic: Type.Object({
    uscc: Uscc,
    organisationCode: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    legalRepresentativeName: Type.String(),
    legalRepresentativeIdNumber: IdNumber,
    registeredAddress: Type.String(),
    registeredOn: Type.String({ format: 'date' }),
    state: Type.Enum(['active', 'revoked', 'cancelled']),
  }),
  enterprise: Type.Object({
    uscc: Uscc,
    premises: Type.String(),
    businessScope: Type.String(),
    licensedItems: Type.String(),
    registeredCapital: Type.Number(),
    paidInCapital: Type.Number(),
    enterpriseTypeCode: Type.String(),
    industry: Type.String(),
    industryClass: Type.String(),
    establishedOn: Type.String({ format: 'date' }),
    operatingFrom: Type.String({ format: 'date' }),
    operatingTo: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
    approvedOn: Type.String({ format: 'date' }),
    registrar: Type.String(),
    phone: Phone,
  }),
  legalRepresentative: Type.Object({
    uscc: Uscc,
    name: Type.String(),
    idKind: Type.Literal('居民身份证'),
    idNumber: IdNumber,
  }),
  changes: Type.Array(
    Type.Object({
      uscc: Uscc,
      organisationCode: Type.String(),
      item: Type.String(),
      before: Type.String(),
      after: Type.String(),
      changedOn: Type.String({ format: 'date' }),
      registrar: Type.String(),
    }),
  ),
  cancellation: Type.Union([
    Type.Null(),
    Type.Object({
      uscc: Uscc,
      organisationCode: Type.String(),
      reason: Type.String(),
      cancelledOn: Type.String({ format: 'date' }),
      registrar: Type.String(),
    }),
  ]),
})
export type Organisation = Static<typeof Organisation>

/** One line of the register's own ledger; the number asked for is masked, as it is nobody's business afterwards. */
export const LogEntry = Type.Object({
  sequence: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
  caller: Type.String(),
  register: Type.Enum(['population', 'organisations', 'socialCards', 'bankCards']),
  act: Type.Enum(['verify', 'query']),
  subject: Type.String(),
  purpose: Type.String(),
  asker: Type.String(),
  outcome: Type.Enum(['matches', 'differs', 'found', 'notFound']),
})
export type LogEntry = Static<typeof LogEntry>
