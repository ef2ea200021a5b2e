/** What an applicant sends. */
import { Type, type Static } from 'typebox'
import { Answers, ImplementationCode } from '@yiwang/catalogue/contract'
import { DeliveryWish } from './parts.ts'
import { Moment, Text, nullable, MaterialSource } from './words.ts'

export const GivenMaterial = Type.Object({
  code: Text(60),
  source: MaterialSource,
  fileId: Type.Optional(Type.String({ format: 'uuid' })),
  licenceIdentifier: Type.Optional(Text(120)),
})
export type GivenMaterial = Static<typeof GivenMaterial>

export const DraftKey = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const StartDraftInput = Type.Object({ implementationCode: ImplementationCode })
export type StartDraftInput = Static<typeof StartDraftInput>

export const DraftInput = Type.Object({
  answers: Answers,
  form: Type.Record(Type.String(), Type.Unknown()),
  materials: Type.Array(GivenMaterial, { maxItems: 100 }),
  delivery: Type.Optional(DeliveryWish),
})
export type DraftInput = Static<typeof DraftInput>

export const Draft = Type.Object({
  id: Type.String(),
  implementationCode: Type.String(),
  itemName: Type.String(),
  revisionId: Type.String(),
  answers: Answers,
  form: Type.Record(Type.String(), Type.Unknown()),
  materials: Type.Array(GivenMaterial),
  delivery: nullable(DeliveryWish),
  savedAt: Moment,
})
export type Draft = Static<typeof Draft>

export const ResubmitInput = Type.Object({
  form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  materials: Type.Array(GivenMaterial, { maxItems: 100 }),
})
export type ResubmitInput = Static<typeof ResubmitInput>

/** What was left for later (容缺后补), all of it or a part. */
export const SupplyDeferredInput = Type.Object({ materials: Type.Array(GivenMaterial, { minItems: 1, maxItems: 100 }) })
export type SupplyDeferredInput = Static<typeof SupplyDeferredInput>

export const WithdrawInput = Type.Object({ reason: Type.Optional(Text(500)) })
export type WithdrawInput = Static<typeof WithdrawInput>
