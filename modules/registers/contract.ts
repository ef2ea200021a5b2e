import { Type, type Static } from 'typebox'
import { pageOf } from '@yiwang/kernel/contract'

export const Register = Type.Enum(['population', 'organisations', 'socialSecurityCards', 'bankCards'])
export type Register = Static<typeof Register>

/** 人口信息 (the guide, appendix 2, part 一). */
export const PersonRecord = Type.Object({
  name: Type.String(),
  idNumber: Type.String(),
  sex: Type.Enum(['male', 'female']),
  ethnicity: Type.String(),
  bornOn: Type.String({ format: 'date' }),
  address: Type.String(),
  divisionCode: Type.String(),
  alive: Type.Boolean(),
  phone: Type.Optional(Type.String()),
})
export type PersonRecord = Static<typeof PersonRecord>

/** 法人基本信息 and 企业登记信息 (appendix 2, part 二). */
export const OrganisationRecord = Type.Object({
  uscc: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  legalRepresentativeName: Type.String(),
  legalRepresentativeIdNumber: Type.String(),
  registeredAddress: Type.String(),
  registeredOn: Type.String({ format: 'date' }),
  active: Type.Boolean(),
  businessScope: Type.Optional(Type.String()),
  registeredCapital: Type.Optional(Type.Number()),
  phone: Type.Optional(Type.String()),
})
export type OrganisationRecord = Static<typeof OrganisationRecord>

/** One question, as the person concerned sees it. */
export const RegisterQuestion = Type.Object({
  id: Type.String(),
  register: Register,
  kind: Type.Enum(['verify', 'query']),
  purpose: Type.String(),
  subject: Type.String(),
  asker: Type.String(),
  outcome: Type.String(),
  askedAt: Type.String({ format: 'date-time' }),
})
export type RegisterQuestion = Static<typeof RegisterQuestion>
export const QuestionPage = pageOf(RegisterQuestion)
