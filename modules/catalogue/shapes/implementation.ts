import { Type, type Static } from 'typebox'
import { Fees } from './fee.ts'
import { Material, Question, Situation } from './material.ts'
import {
  Attachment,
  Audience,
  BaseCode,
  BodyCode,
  CaseKind,
  Day,
  DivisionCode,
  ImplementationCode,
  Key,
  LegalBasis,
  Level,
  OnlineMode,
  Phone,
  text,
  TimeLimit,
} from './words.ts'

/** A step of the outer flow (外部流程, element 16), as the applicant sees it. Inner posts stand in the review manual, never here. */
export const FlowStep = Type.Object({
  kind: Type.Enum([
    'application',
    'correction',
    'preReview',
    'acceptance',
    'examination',
    'decision',
    'payment',
    'production',
    'logistics',
    'completion',
    'signature',
  ]),
  name: text(60),
  note: text(500),
  limit: Type.Optional(TimeLimit),
  who: Type.Optional(text(100)),
})
export type FlowStep = Static<typeof FlowStep>

/** 办理地点 (element 32): where to go, and which counters. */
export const Place = Type.Object({
  name: text(100),
  address: text(200),
  hallId: Type.Optional(Type.String({ format: 'uuid' })),
  counters: Type.Array(text(40), { maxItems: 30 }),
  phone: Type.Optional(Phone),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
})
export type Place = Static<typeof Place>

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
/** 办理时间 (element 33): weekdays 1 to 7 and hours, so that appointment slots follow from it. Public holidays are closed unless said. */
export const OfficeHours = Type.Object({
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
  from: Clock,
  to: Clock,
})
export type OfficeHours = Static<typeof OfficeHours>

/** A special procedure the item may need (行政许可法 45, appendix 3-5): A lengthens the limit, B stops the clock. */
export const AllowedProcedure = Type.Object({
  kind: Type.Enum(['A', 'B']),
  name: text(60),
  limit: Type.Optional(TimeLimit),
  basis: Type.Optional(text(300)),
})
export type AllowedProcedure = Static<typeof AllowedProcedure>

export const Result = Type.Object({
  name: text(200),
  kind: Type.Enum(['licence', 'approval', 'other']),
  /** The licence type that is issued (21 characters). */
  licenceType: Type.Optional(Type.String({ minLength: 21, maxLength: 21 })),
  /** 延续、变更、补发: what the result does to the licence of this type the applicant holds; absent, it is a new one. */
  supersedes: Type.Optional(Type.Enum(['renew', 'change', 'reissue'])),
  validity: Type.Optional(text(200)),
  /** Months for which it is valid; absent is without end. */
  validMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
  sample: Type.Optional(Attachment),
  delivery: Type.Array(Type.Enum(['counter', 'courier', 'electronic']), { minItems: 1, uniqueItems: true }),
})
export type Result = Static<typeof Result>

const Definition = Type.Object({ key: Key, version: Type.Integer({ minimum: 1 }) })

/** The 36 elements of appendix 1 (by number in the comments), and what else the platform needs to know of an item. */
export const elementShapes = {
  /** 1 */ baseCode: BaseCode,
  /** 2 */ implementingCode: Type.String({ minLength: 24, maxLength: 24 }),
  /** 3 */ name: text(200),
  /** 4 */ itemType: Type.String({ minLength: 2, maxLength: 2 }),
  /** 5 */ legalBasis: Type.Array(LegalBasis, { maxItems: 50 }),
  /** 6 */ exerciseLevels: Type.Array(Level, { uniqueItems: true, maxItems: 6 }),
  /** 7 */ authorityDivision: Type.Optional(text(2000)),
  /** 8 */ exerciseContent: Type.Optional(text(2000)),
  /** 9 */ bodyCode: BodyCode,
  /** 10 */ bodyNature: Type.Enum(['statutory', 'authorised', 'entrusted']),
  /** 11 */ statutoryLimit: Type.Optional(TimeLimit),
  /** 12 */ conditions: Type.Array(text(1000), { maxItems: 100 }),
  /** 13 */ materials: Type.Array(Material, { maxItems: 100 }),
  /** 14 */ jointBodies: Type.Array(Type.Object({ code: Type.Optional(BodyCode), name: text(100), part: Type.Optional(text(300)) }), {
    maxItems: 30,
  }),
  /** 15 */ intermediaries: Type.Array(Type.Object({ name: text(200), basis: text(300), phone: Type.Optional(Phone) }), { maxItems: 30 }),
  /** 16 */ steps: Type.Array(FlowStep, { maxItems: 40 }),
  /** 17 */ quantityLimit: Type.Optional(
    Type.Object({ quantity: Type.Integer({ minimum: 1 }), period: Type.Enum(['year', 'total']), basis: text(300) }),
  ),
  /** 18 and 19 */ result: Result,
  /** 20 to 22 */ fees: Fees,
  /** 23 */ audiences: Type.Array(Audience, { uniqueItems: true, maxItems: 2 }),
  /** 24 */ caseKind: CaseKind,
  /** 25 */ committedLimit: Type.Optional(TimeLimit),
  /** 26; absent is 定点办理 */ crossRegionRange: Type.Optional(Type.Enum(['nation', 'crossProvince', 'crossCity', 'crossCounty'])),
  /** 27 */ handlingForms: Type.Array(Type.Enum(['counter', 'online']), { uniqueItems: true, maxItems: 2 }),
  onlineMode: Type.Optional(OnlineMode),
  /** 28 */ appointment: Type.Boolean(),
  /** 29 */ onlinePayment: Type.Boolean(),
  /** 30 */ logistics: Type.Object({ materials: Type.Boolean(), results: Type.Boolean() }),
  /** 31 */ runningSystem: Type.Object({ level: Type.Enum(['nation', 'province', 'city']), name: Type.Optional(text(100)) }),
  /** 32 */ places: Type.Array(Place, { maxItems: 50 }),
  /** 33 */ officeHours: Type.Array(OfficeHours, { maxItems: 20 }),
  /** 34 */ consultationPhone: Phone,
  /** 35 */ questionsAndAnswers: Type.Array(Type.Object({ question: text(300), answer: text(2000) }), { maxItems: 100 }),
  /** 36 */ complaintPhone: Phone,

  /** 审查标准 of the guide, which appendix 1 does not count. */
  reviewStandard: text(2000),
  summary: text(300),
  themes: Type.Array(Type.String({ pattern: '^[PC][0-9]{2}$' }), { uniqueItems: true, maxItems: 10 }),
  applicationType: Type.Enum(['new', 'change', 'renewal', 'cancellation', 'other']),
  keywords: Type.Array(text(40), { maxItems: 30 }),
  /** 到现场次数 the applicant has at most. */
  visits: Type.Integer({ minimum: 0, maximum: 10 }),
  /** Real-name level an online applicant needs. */
  realNameLevel: Type.Integer({ minimum: 1, maximum: 3 }),
  questions: Type.Array(Question, { maxItems: 30 }),
  situations: Type.Array(Situation, { maxItems: 50 }),
  procedures: Type.Array(AllowedProcedure, { maxItems: 30 }),
  /** 延长 of the limit: at most so long, once (行政许可法 42). */
  extension: Type.Optional(TimeLimit),
  refusalGrounds: Type.Array(Type.Object({ code: Key, text: text(300) }), { maxItems: 50 }),
  /** 自办, 初审, 联办, 转报. */
  handlingModel: Type.Enum(['own', 'firstReview', 'joint', 'forward']),
  forwardTo: Type.Optional(text(100)),
  form: Type.Optional(Definition),
  flow: Type.Optional(Definition),
  /** Where the body examines; absent is here, along `flow`. */
  examinedIn: Type.Optional(Type.Enum(['platform', 'ownSystem'])),
} as const

/** Everything that is said about an item in one immutable revision. */
export const Elements = Type.Object(elementShapes)
export type Elements = Static<typeof Elements>

export const ItemState = Type.Enum(['preparing', 'inForce', 'suspended', 'withdrawn'])
export type ItemState = Static<typeof ItemState>

/** An implementation (实施清单事项) in the revision that is in force. Only `state` may change under the same `revisionId`. */
export const Implementation = Type.Object({
  implementationCode: ImplementationCode,
  revisionId: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1 }),
  state: ItemState,
  effectiveOn: Day,
  bodyName: Type.String(),
  division: DivisionCode,
  divisionName: Type.String(),
  ...elementShapes,
})
export type Implementation = Static<typeof Implementation>
