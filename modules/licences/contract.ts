import { PaperFacts } from '@yiwang/documents/contract'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { SealVerdict } from '@yiwang/seals/contract'
import { Type, type Static } from 'typebox'

const Line = Type.String({ minLength: 1, maxLength: 200 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

export const TypeCode = Type.String({ pattern: '^[0-9A-Z]{18}[0-9]{3}$' })
export const HolderKind = Type.Enum(['person', 'organisation'])
export type HolderKind = Static<typeof HolderKind>
/** 证件, 执照 (许可证), 批文: the three the guide 五（一）3（2） knows. */
export const LicenceCategory = Type.Enum(['certificate', 'permit', 'approval'])
export type LicenceCategory = Static<typeof LicenceCategory>

/** One field of the face (照面信息), in the order in which it is printed. */
export const FaceField = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }),
  label: Type.String({ minLength: 1, maxLength: 20 }),
  /** Money in fen, as everywhere; printed in yuan. */
  kind: Type.Enum(['text', 'longText', 'date', 'number', 'money', 'choice']),
  required: Type.Boolean(),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
  /** What a form calls each choice, and what is printed. */
  choices: Type.Optional(Type.Array(Type.Object({ value: Line, label: Line }), { minItems: 1, maxItems: 100 })),
  /** Takes the whole row on the sheet. */
  wide: Type.Optional(Type.Boolean()),
})
export type FaceField = Static<typeof FaceField>

/** How the sheet looks (证照样式); the same for all issuers of the type. */
export const LicenceStyle = Type.Object({
  layout: Type.Enum(['portrait', 'landscape']),
  colour: Type.Enum(['red', 'blue', 'green', 'gold']),
  statement: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
})

/** 有效期: lasting, or limited, for so many years where the one who issues says nothing else. */
export const Validity = Type.Object({
  kind: Type.Enum(['lasting', 'limited']),
  years: Type.Optional(Type.Integer({ minimum: 1, maximum: 70 })),
})

export const LicenceTypeInput = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 40 }),
  category: LicenceCategory,
  holderKinds: Type.Array(HolderKind, { minItems: 1, uniqueItems: true }),
  /** What holder and number are called on the sheet: 姓名 and 公民身份号码, 名称 and 统一社会信用代码. */
  holderLabel: Type.String({ minLength: 1, maxLength: 20 }),
  holderNumberLabel: Type.String({ minLength: 1, maxLength: 20 }),
  fields: Type.Array(FaceField, { minItems: 1, maxItems: 20 }),
  style: LicenceStyle,
  validity: Validity,
  /** Letters before the number: JY for 食品经营. */
  numberPrefix: Type.String({ pattern: '^[A-Z]{0,8}$' }),
  /** Bodies that may issue it; none named: every one. */
  issuers: Type.Array(Type.String({ minLength: 18, maxLength: 18 }), { maxItems: 500, uniqueItems: true }),
})
export type LicenceTypeInput = Static<typeof LicenceTypeInput>
export const NewLicenceType = Type.Object({ code: TypeCode, ...LicenceTypeInput.properties })

/** 证照目录: what licences there are, who issues them, to whom, and what stands on them. */
export const LicenceType = Type.Object({
  code: TypeCode,
  version: Type.Integer(),
  state: Type.Enum(['draft', 'published', 'replaced', 'retired']),
  ...LicenceTypeInput.properties,
})
export type LicenceType = Static<typeof LicenceType>
export const LicenceTypePage = pageOf(LicenceType)
export const LicenceTypeKey = Type.Object({ code: TypeCode })
export const LicenceTypeQuery = Type.Object({
  ...PageQuery,
  category: Type.Optional(LicenceCategory),
  holderKind: Type.Optional(HolderKind),
  issuer: Type.Optional(Type.String({ maxLength: 18 })),
})
export type LicenceTypeQuery = Static<typeof LicenceTypeQuery>

/**
 * `pending` is made but not in force: originals are still to be seen (原件核验). `expired` is read from the dates; all else is what was done.
 */
export const LicenceState = Type.Enum([
  'pending',
  'valid',
  'expired',
  'suspended',
  'rescinded',
  'cancelled',
  'revoked',
  'transferred',
  'lost',
])
export type LicenceState = Static<typeof LicenceState>

export const Face = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export type Face = Static<typeof Face>

/** The identifier of a licence, or the number printed on a permit. */
export const CheckKey = Type.Object({ identifier: Type.String({ minLength: 4, maxLength: 120 }) })
export const IdentifierKey = Type.Object({ identifier: Type.String({ minLength: 20, maxLength: 120 }) })

/** A licence as its holder sees it in lists; pushed by who issued it, so always of level A and not to be changed. */
export const Licence = Type.Object({
  identifier: Type.String(),
  number: Type.String(),
  typeCode: Type.String(),
  typeName: Type.String(),
  category: LicenceCategory,
  issuerCode: Type.String(),
  issuerName: Type.String(),
  issuedOn: Day,
  validFrom: Day,
  validUntil: Type.Optional(Day),
  state: LicenceState,
  /** 证照状态 of the national directory: 01 有效 … */
  stateCode: Type.String(),
  holderKind: HolderKind,
  holderName: Type.String(),
  holderNumber: Type.String(),
  trustLevel: Type.Enum(['A']),
  origin: Type.Enum(['pushed']),
  /** Whether the sealed file is there. */
  made: Type.Boolean(),
})
export type Licence = Static<typeof Licence>
export const LicencePage = pageOf(Licence)

export const LicenceVersion = Type.Object({
  identifier: Type.String(),
  sequence: Type.Integer(),
  version: Type.Integer(),
  change: Type.String(),
  reason: Type.Optional(Type.String()),
  state: LicenceState,
  validFrom: Day,
  validUntil: Type.Optional(Day),
  changedAt: Moment,
})
export const AnnualCheck = Type.Object({
  year: Type.Integer(),
  result: Type.Enum(['passed', 'failed']),
  note: Type.Optional(Type.String()),
})
export type AnnualCheck = Static<typeof AnnualCheck>

/** With its face in the order of the sheet, and how it came to be what it is. */
export const WholeLicence = Type.Object({
  ...Licence.properties,
  face: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Type.String() })),
  subject: Type.Optional(Type.Object({ kind: Type.String(), key: Type.String() })),
  history: Type.Array(LicenceVersion),
  annualChecks: Type.Array(AnnualCheck),
})
export type WholeLicence = Static<typeof WholeLicence>

/** 按颁发单位、证照类型、颁发时间 (the guide 五（一）3（2）). */
export const MyLicenceQuery = Type.Object({
  ...PageQuery,
  typeCode: Type.Optional(TypeCode),
  issuerCode: Type.Optional(Type.String({ maxLength: 18 })),
  issuedFrom: Type.Optional(Day),
  issuedTo: Type.Optional(Day),
})
export type MyLicenceQuery = Static<typeof MyLicenceQuery>
export const LicenceQuery = Type.Object({
  ...MyLicenceQuery.properties,
  number: Type.Optional(Type.String({ maxLength: 60 })),
  holderKind: Type.Optional(HolderKind),
  state: Type.Optional(LicenceState),
})
export type LicenceQuery = Static<typeof LicenceQuery>

/** 证照录入: a licence that was on paper before. */
export const EnterLicenceInput = Type.Object({
  typeCode: TypeCode,
  issuerCode: Type.String({ minLength: 18, maxLength: 18 }),
  holder: Type.Object({
    kind: HolderKind,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    number: Type.String({ minLength: 15, maxLength: 18 }),
  }),
  number: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z\\u4e00-\\u9fff〔〕（）()-]{1,60}$' })),
  face: Face,
  validFrom: Day,
  validUntil: Type.Optional(Day),
})
export type EnterLicenceInput = Static<typeof EnterLicenceInput>

export const ChangeLicenceInput = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  holderName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  face: Type.Optional(Face),
  validFrom: Type.Optional(Day),
  validUntil: Type.Optional(Day),
})
export type ChangeLicenceInput = Static<typeof ChangeLicenceInput>
export const LicenceReason = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) })
export const AnnualCheckInput = Type.Object({
  year: Type.Integer({ minimum: 1949, maximum: 2199 }),
  result: AnnualCheck.properties.result,
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})
export type AnnualCheckInput = Static<typeof AnnualCheckInput>

/** What the administration looked up, as the one it was about sees it. */
export const LookUp = Type.Object({
  purpose: Type.String(),
  bodyCode: Type.Optional(Type.String()),
  caseNumber: Type.Optional(Type.String()),
  found: Type.Integer(),
  lookedUpAt: Moment,
})
export type LookUp = Static<typeof LookUp>
export const LookUpPage = pageOf(LookUp)

/** What anybody may know who holds the number or the QR code: nothing of the holder. */
export const PublicLicence = Type.Object({
  identifier: Type.String(),
  typeName: Type.String(),
  issuerName: Type.String(),
  issuedOn: Day,
  validFrom: Day,
  validUntil: Type.Optional(Day),
  state: Type.Enum([...LicenceState.enum, 'replaced']),
  stateCode: Type.String(),
})
export type PublicLicence = Static<typeof PublicLicence>
export const NumberVerdict = Type.Object({ ...PublicLicence.properties, checkedAt: Moment })
export type NumberVerdict = Static<typeof NumberVerdict>

/** 加注件: what for and until when. */
export const CopyInput = Type.Object({ purpose: Type.String({ minLength: 2, maxLength: 200 }), validUntil: Day })
export type CopyInput = Static<typeof CopyInput>

/** What was found about a file that somebody holds: by its signature, then by the library. */
export const FileVerdict = Type.Object({
  verdict: Type.Enum([
    ...PublicLicence.properties.state.enum,
    'altered',
    'unsigned',
    'untrusted',
    'sealRevoked',
    'sealExpired',
    'unreadable',
    /** Sealed rightly, but neither a licence of this library nor an official paper issued here. */
    'unknown',
  ]),
  signatures: SealVerdict.properties.signatures,
  licence: Type.Optional(PublicLicence),
  /** The file is no licence but an official paper (文书) issued here: a decision, a notice. */
  paper: Type.Optional(PaperFacts),
  /** The file is a copy for use as material, good until this day. */
  copyValidUntil: Type.Optional(Day),
  checkedAt: Moment,
})
export type FileVerdict = Static<typeof FileVerdict>

/** Valid licences as those who handle a case see them. */
export const HeldLicenceList = Type.Object({
  items: Type.Array(
    Type.Object({
      identifier: Type.String(),
      type: Type.String(),
      name: Type.String(),
      number: Type.String(),
      issuerName: Type.String(),
      validUntil: Type.Optional(Day),
    }),
  ),
})
export const IssuedLicence = Type.Object({ identifier: Type.String(), number: Type.String() })
