/** Small shapes the others are built of. */
import { Type, type Static } from 'typebox'

export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
export const Key = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,59}$' })
export const Day = Type.String({ format: 'date' })
export const Moment = Type.String({ format: 'date-time' })
export const Phone = Type.String({ pattern: '^[0-9+() ,;、－-]{3,60}$' })
export const BodyCode = Type.String({ minLength: 18, maxLength: 18 })
export const DivisionCode = Type.String({ pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' })
export const BaseCode = Type.String({ minLength: 10, maxLength: 10 })
/** Base code and the 24 characters of element 2 together: only the pair names one item of one body. */
export const ImplementationCode = Type.String({ minLength: 34, maxLength: 34, pattern: '^[0-9A-Z]{34}$' })

/** 工作日 or 天 (appendix 1, element 11), with the article it stands in. A limit of 0 is 当场. */
export const TimeLimit = Type.Object({
  value: Type.Integer({ minimum: 0, maximum: 3650 }),
  unit: Type.Enum(['workday', 'calendarDay']),
  basis: Type.Optional(text(500)),
})
export type TimeLimit = Static<typeof TimeLimit>

/** A source in law (依据). `checked: false` is shown to staff as 依据(待核), not to citizens. */
export const LegalBasis = Type.Object({ title: text(300), clause: Type.Optional(text(300)), checked: Type.Boolean() })
export type LegalBasis = Static<typeof LegalBasis>

/** A sample or a blank form: words that are shown and downloaded as they stand. Files have no place to be kept and read from yet. */
export const Attachment = Type.Object({
  name: text(200),
  mediaType: Type.Enum(['text/plain']),
  text: Type.Optional(text(4000)),
})
export type Attachment = Static<typeof Attachment>

export const Level = Type.Enum(['nation', 'province', 'city', 'county', 'township', 'village'])
export type Level = Static<typeof Level>
export const Audience = Type.Enum(['person', 'organisation'])
export type Audience = Static<typeof Audience>
export const OnlineMode = Type.Enum(['preview', 'verify', 'full'])
export type OnlineMode = Static<typeof OnlineMode>
export const CaseKind = Type.Enum(['instant', 'committed'])
export type CaseKind = Static<typeof CaseKind>
