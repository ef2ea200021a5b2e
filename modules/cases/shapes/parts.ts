/** What belongs to a case: people, materials, steps, papers, tasks. */
import { Type, type Static } from 'typebox'
import { PaperEffect } from '@yiwang/documents/contract'
import { Moment, Day, Text, MaterialSource } from './words.ts'

export const CaseMaterial = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  source: MaterialSource,
  trustLevel: Type.Enum(['A', 'B', 'C', 'D']),
  fileId: Type.Optional(Type.String()),
  licenceIdentifier: Type.Optional(Type.String()),
  givenAt: Type.Optional(Moment),
  originalCheckedAt: Type.Optional(Moment),
  /** 审查要点: what the item asks of it. */
  standard: Type.Optional(Type.String()),
  /** Set when a correction asked for it again. */
  objection: Type.Optional(Type.String()),
})
export type CaseMaterial = Static<typeof CaseMaterial>

export const Applicant = Type.Object({
  kind: Type.Enum(['person', 'organisation']),
  name: Type.String(),
  /** Masked except at the counter's identity check and on the owner's own page. */
  number: Type.String(),
  phone: Type.Optional(Type.String()),
  /** 法定代表人 of an organisation. */
  legalRepresentative: Type.Optional(Type.String()),
  /** Who acts for the applicant (代理人); without one the contact is the applicant (appendix 3-1). */
  contact: Type.Object({ name: Type.String(), number: Type.String(), phone: Type.Optional(Type.String()), agent: Type.Boolean() }),
})
export type Applicant = Static<typeof Applicant>

export const DeliveryWish = Type.Object({
  method: Type.Enum(['electronic', 'courier', 'counter']),
  recipient: Type.Optional(Type.Object({ name: Text(60), phone: Text(20), address: Text(200) })),
})
export type DeliveryWish = Static<typeof DeliveryWish>

/** One step somebody took (办理环节, appendix 3-4), as the applicant may see it. */
export const CaseStep = Type.Object({
  name: Type.String(),
  act: Type.String(),
  startedAt: Moment,
  endedAt: Type.Optional(Moment),
  actorName: Type.String(),
  actorNumber: Type.Optional(Type.String()),
  opinion: Type.Optional(Type.String()),
  outcome: Type.Optional(Type.String()),
  /** 审查要点 ticked off with the step; for the desk alone. */
  points: Type.Optional(Type.Array(Type.String())),
})
export type CaseStep = Static<typeof CaseStep>

export const SpecialProcedure = Type.Object({
  id: Type.String(),
  /** A extends the limit, B stops the clock. */
  kind: Type.Enum(['A', 'B']),
  name: Type.String(),
  reason: Type.String(),
  startedOn: Day,
  plannedDays: Type.Optional(Type.Integer()),
  endedOn: Type.Optional(Day),
  result: Type.Optional(Type.String()),
})
export type SpecialProcedure = Static<typeof SpecialProcedure>

/** What became of a parcel that did not arrive (递送未成功). */
export const DeliveryFailure = Type.Object({
  waybill: Type.String(),
  why: Type.Enum(['refused', 'returned', 'lost', 'cancelled']),
  failedAt: Moment,
})
export type DeliveryFailure = Static<typeof DeliveryFailure>

export const CorrectionRequest = Type.Object({
  askedAt: Moment,
  dueOn: Day,
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), what: Text(500) }), { minItems: 1 }),
  note: Type.Optional(Type.String()),
  answeredAt: Type.Optional(Moment),
})
export type CorrectionRequest = Static<typeof CorrectionRequest>

export const CasePaper = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  number: Type.String(),
  issuedOn: Day,
  sealed: Type.Boolean(),
  effect: PaperEffect,
  /** 统一审核编码 of its QR code; for the owner. */
  auditCode: Type.Optional(Type.String()),
})
export type CasePaper = Static<typeof CasePaper>

export const FlowTask = Type.Object({
  id: Type.String(),
  elementId: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
  openedAt: Moment,
  dueOn: Type.Optional(Day),
  claimedBy: Type.Optional(Type.String()),
  claimedByName: Type.Optional(Type.String()),
  mine: Type.Boolean(),
  /** Whether the step is for the caller and free or his (待办). */
  forMe: Type.Boolean(),
  /** The ways the step can end, where the flow takes its way from them. */
  outcomes: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
})
export type FlowTask = Static<typeof FlowTask>
