import { Type, type Static } from 'typebox'

const Moment = Type.String({ format: 'date-time' })
const Phone = Type.String({ pattern: '^1[3-9]\\d{9}$' })
const Code = Type.String({ pattern: '^\\d{6}$' })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const IdNumber = Type.String({ minLength: 18, maxLength: 18 })
/** Length is what makes a password hard (NIST SP 800-63B); the list of the worst ones is refused besides. */
export const Password = Type.String({ minLength: 10, maxLength: 128 })

export const CodePurpose = Type.Enum(['register', 'signIn', 'resetPassword', 'changePhone', 'changeProfile', 'closeAccount'])
export type CodePurpose = Static<typeof CodePurpose>
export const SendCodeInput = Type.Object({ phone: Phone, purpose: CodePurpose })
export type SendCodeInput = Static<typeof SendCodeInput>

/** Which agreement is in force for whom (附录四): persons and organisations sign different ones. */
export const agreementInForce = { person: 'person-2016-1', organisation: 'organisation-2016-1' } as const

export const RegisterPersonInput = Type.Object({
  name: Name,
  idNumber: IdNumber,
  phone: Phone,
  code: Code,
  password: Password,
  agreement: Type.String({ minLength: 1, maxLength: 40 }),
})
export type RegisterPersonInput = Static<typeof RegisterPersonInput>

export const RegisterOrganisationInput = Type.Object({
  name: Name,
  uscc: Type.String({ minLength: 18, maxLength: 18 }),
  legalRepresentativeName: Name,
  legalRepresentativeIdNumber: IdNumber,
  phone: Phone,
  code: Code,
  password: Password,
  agreement: Type.String({ minLength: 1, maxLength: 40 }),
})
export type RegisterOrganisationInput = Static<typeof RegisterOrganisationInput>

/** By the legal representative, who has an account of his own: the register says that the organisation is his. */
export const ActivateOrganisationInput = Type.Object({
  uscc: Type.String({ minLength: 18, maxLength: 18 }),
  phone: Phone,
  code: Code,
  password: Password,
  agreement: Type.String({ minLength: 1, maxLength: 40 }),
})
export type ActivateOrganisationInput = Static<typeof ActivateOrganisationInput>

/** At the registration counter: the clerk has seen the identity document or the business licence. */
export const RegisterInPersonInput = Type.Object({
  kind: Type.Enum(['person', 'organisation']),
  name: Name,
  number: IdNumber,
  phone: Phone,
  /** Sent to the phone, read out by who stands there. */
  code: Code,
  agreement: Type.String({ minLength: 1, maxLength: 40 }),
})
export type RegisterInPersonInput = Static<typeof RegisterInPersonInput>

/** `login` is the phone or identity number of a person, or the credit code of an organisation. */
export const SignInInput = Type.Union([
  Type.Object(
    { login: Type.String({ minLength: 4, maxLength: 40 }), password: Type.String({ minLength: 1, maxLength: 128 }) },
    { additionalProperties: false },
  ),
  Type.Object({ phone: Phone, code: Code }, { additionalProperties: false }),
])
export type SignInInput = Static<typeof SignInInput>

export const IdentityCheckInput = Type.Union([
  Type.Object(
    { method: Type.Literal('socialSecurityCard'), cardNumber: Type.String({ minLength: 6, maxLength: 30 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    { method: Type.Literal('bankCard'), cardNumber: Type.String({ pattern: '^\\d{16,19}$' }), phone: Phone },
    { additionalProperties: false },
  ),
])
export type IdentityCheckInput = Static<typeof IdentityCheckInput>

/** Who is signed in; personal numbers masked. */
export const Me = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['person', 'organisation', 'staff']),
  name: Type.String(),
  number: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  level: Type.Optional(Type.Integer()),
  /** How old the password is, where it is time to change it. */
  passwordDays: Type.Optional(Type.Integer()),
  staff: Type.Optional(
    Type.Object({
      staffNumber: Type.String(),
      bodyCode: Type.String(),
      bodyName: Type.String(),
      division: Type.String(),
      roles: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      /** 岗位: steps of a flow may be for a post rather than a role. */
      posts: Type.Array(Type.String()),
      permissions: Type.Array(Type.String()),
      mustChangePassword: Type.Boolean(),
      secondFactorSet: Type.Boolean(),
    }),
  ),
})
export type Me = Static<typeof Me>

export const FindAccountInput = Type.Object({ kind: Type.Enum(['person', 'organisation']), number: IdNumber })
export type FindAccountInput = Static<typeof FindAccountInput>
export const DisableInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) })
export type DisableInput = Static<typeof DisableInput>
export const AnswerEnablingInput = Type.Object({
  requestId: Type.String({ format: 'uuid' }),
  granted: Type.Boolean(),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
})
export type AnswerEnablingInput = Static<typeof AnswerEnablingInput>

/** What was done with an account; of 解禁 `outcome` is absent while the head has not answered. */
export const AccountChange = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['open', 'disable', 'enable', 'close', 'password', 'phone', 'level', 'profile']),
  reason: Type.Optional(Type.String()),
  /** 前后值, masked; of a password only that it changed. */
  before: Type.Record(Type.String(), Type.String()),
  after: Type.Record(Type.String(), Type.String()),
  askedBy: Type.String(),
  askedAt: Moment,
  outcome: Type.Optional(Type.Enum(['done', 'granted', 'refused'])),
  decidedBy: Type.Optional(Type.String()),
  decidedAt: Type.Optional(Moment),
  note: Type.Optional(Type.String()),
})
export type AccountChange = Static<typeof AccountChange>

/** An account as those who watch over accounts see it. */
export const AccountAtDesk = Type.Object({
  ...Type.Omit(Me, ['staff']).properties,
  state: Type.Enum(['active', 'disabled', 'closed']),
  registeredAt: Moment,
  changes: Type.Array(AccountChange),
})
export type AccountAtDesk = Static<typeof AccountAtDesk>

/** What forms are filled from: the account holder's own data, whole, for nobody else. */
export const Profile = Type.Object({
  kind: Type.Enum(['person', 'organisation']),
  name: Type.String(),
  number: Type.String(),
  phone: Type.String(),
  email: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  legalRepresentativeName: Type.Optional(Type.String()),
  level: Type.Integer(),
  /** What was signed at registration, and when. */
  agreement: Type.Object({ version: Type.String(), signedAt: Moment }),
})
export type Profile = Static<typeof Profile>

/** With the code sent to the bound phone. */
export const ChangeProfileInput = Type.Object({
  code: Code,
  email: Type.Optional(Type.String({ format: 'email', maxLength: 100 })),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})
export type ChangeProfileInput = Static<typeof ChangeProfileInput>

export const ChangePasswordInput = Type.Object({ current: Type.String({ minLength: 1, maxLength: 128 }), password: Password })
export type ChangePasswordInput = Static<typeof ChangePasswordInput>

/** Both phones answer: the bound one gives it up, the new one takes it. */
export const ChangePhoneInput = Type.Object({ code: Code, phone: Phone, newCode: Code })
export type ChangePhoneInput = Static<typeof ChangePhoneInput>

/** With the code sent to the bound phone. */
export const CloseAccountInput = Type.Object({ code: Code })
export type CloseAccountInput = Static<typeof CloseAccountInput>

/** At the registration counter, the identity card in hand; another phone where the bound one is gone, with the code sent to it. */
export const RestoreInPersonInput = Type.Object({
  name: Name,
  number: IdNumber,
  phone: Type.Optional(Phone),
  code: Type.Optional(Code),
})
export type RestoreInPersonInput = Static<typeof RestoreInPersonInput>

export const ResetPasswordInput = Type.Object({ phone: Phone, code: Code, password: Password })
export type ResetPasswordInput = Static<typeof ResetPasswordInput>

export const SessionLine = Type.Object({
  key: Type.String(),
  channel: Type.String(),
  device: Type.String(),
  startedAt: Moment,
  seenAt: Moment,
  current: Type.Boolean(),
})
export type SessionLine = Static<typeof SessionLine>

/** 登录记录. */
export const SignInLine = Type.Object({
  id: Type.String(),
  outcome: Type.Enum(['signedIn', 'failed']),
  channel: Type.String(),
  device: Type.String(),
  at: Moment,
})
export type SignInLine = Static<typeof SignInLine>

export const StaffSignInInput = Type.Object({
  loginName: Type.String({ minLength: 1, maxLength: 40 }),
  password: Type.String({ minLength: 1, maxLength: 128 }),
  secondFactor: Type.Optional(Code),
})
export type StaffSignInInput = Static<typeof StaffSignInInput>

export const StaffLoginInput = Type.Object({ loginName: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' }) })
export type StaffLoginInput = Static<typeof StaffLoginInput>
/** Opened at the counter: under which name, and to which telephone the first password went. */
export const OpenedInPerson = Type.Object({ loginName: Type.String(), toldAt: Type.String() })
export type OpenedInPerson = Static<typeof OpenedInPerson>
/** Told once, to who opens the login. */
export const FirstPassword = Type.Object({ loginName: Type.String(), firstPassword: Type.String() })
export const StaffLoginState = Type.Object({
  /** Absent where no login was ever opened. */
  loginName: Type.Optional(Type.String()),
  enabled: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  secondFactorSet: Type.Boolean(),
})
export type StaffLoginState = Static<typeof StaffLoginState>
/** `code` is one of the authenticator that is bound now; whoever has none leaves it out. */
export const BindSecondFactorInput = Type.Object({ code: Type.Optional(Code) })
export type BindSecondFactorInput = Static<typeof BindSecondFactorInput>
export const ResetSecondFactorInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) })
export type ResetSecondFactorInput = Static<typeof ResetSecondFactorInput>
export const SecondFactor = Type.Object({ secret: Type.String(), address: Type.String() })
