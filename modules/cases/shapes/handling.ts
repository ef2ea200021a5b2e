/** What a body sends between acceptance and the hand-over of the result. */
import { Type, type Static } from 'typebox'
import { DeliveryWish } from './parts.ts'
import { Text, Decision, PointsChecked } from './words.ts'

export const CompleteTaskInput = Type.Object({
  opinion: Text(2000),
  points: Type.Optional(PointsChecked),
  outcome: Type.Optional(Text(60)),
  variables: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
})
export type CompleteTaskInput = Static<typeof CompleteTaskInput>

/** What the department's own system came to (登记审查意见). */
export const NoteExaminationInput = Type.Object({ opinion: Text(2000), points: Type.Optional(PointsChecked) })
export type NoteExaminationInput = Static<typeof NoteExaminationInput>

export const StartSpecialInput = Type.Object({
  kind: Type.Enum(['A', 'B']),
  name: Text(60),
  reason: Text(1000),
  plannedDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
})
export type StartSpecialInput = Static<typeof StartSpecialInput>

export const EndSpecialInput = Type.Object({ result: Text(1000) })
export type EndSpecialInput = Static<typeof EndSpecialInput>

/** By so many days of the unit in which the limit is counted (`allowed.extension`). */
export const RequestExtensionInput = Type.Object({ workdays: Type.Integer({ minimum: 1, maximum: 60 }), reason: Text(1000) })
export type RequestExtensionInput = Static<typeof RequestExtensionInput>

export const GrantInput = Type.Object({
  requestId: Type.String({ format: 'uuid' }),
  granted: Type.Boolean(),
  note: Type.Optional(Text(1000)),
})
export type GrantInput = Static<typeof GrantInput>

export const ReasonInput = Type.Object({ reason: Text(1000) })
export type ReasonInput = Static<typeof ReasonInput>

export const DecideInput = Type.Object({
  decision: Decision,
  reasons: Text(4000),
  forwardTo: Type.Optional(Text(18)),
  points: Type.Optional(PointsChecked),
})
export type DecideInput = Static<typeof DecideInput>

/** A courier delivers by his own word: `courier` is refused in words that say where the parcel is. */
export const DeliverInput = Type.Object({
  method: Type.Enum(['electronic', 'courier', 'counter']),
  signedBy: Type.Optional(Text(60)),
  originalsSeen: Type.Array(Text(60)),
})
export type DeliverInput = Static<typeof DeliverInput>

/** 原件核验不符: which originals do not agree with what was handed in, and in what. */
export const NoteMismatchInput = Type.Object({
  items: Type.Array(Type.Object({ code: Text(60), what: Text(500) }), { minItems: 1, maxItems: 100 }),
})
export type NoteMismatchInput = Static<typeof NoteMismatchInput>

/** 撤销: why the decision is taken back. */
export const RescindInput = Type.Object({ reasons: Text(2000) })
export type RescindInput = Static<typeof RescindInput>

/** 改选领取方式, after the courier failed. */
export const ChooseDeliveryInput = Type.Object({
  method: Type.Enum(['courier', 'counter']),
  recipient: DeliveryWish.properties.recipient,
})
export type ChooseDeliveryInput = Static<typeof ChooseDeliveryInput>
