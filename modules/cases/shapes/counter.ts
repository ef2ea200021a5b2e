/** What a counter sends, until a case is accepted or refused. */
import { Type, type Static } from 'typebox'
import { ImplementationCode } from '@yiwang/catalogue/contract'
import { GivenMaterial, DraftInput } from './application.ts'
import { PointsChecked, Text } from './words.ts'

export const Phone = Type.String({ pattern: '^[0-9+() -]{5,20}$' })

/** Who acts for the applicant (代理人): with a certificate number of his own. */
export const Agent = Type.Object({ name: Text(60), number: Text(30), phone: Phone })
export type Agent = Static<typeof Agent>

/** A walk-in at the counter: the clerk has checked the identity document. */
export const WalkInInput = Type.Object({
  ...DraftInput.properties,
  implementationCode: ImplementationCode,
  applicant: Type.Object({
    kind: Type.Enum(['person', 'organisation']),
    name: Text(100),
    number: Text(30),
    phone: Phone,
    legalRepresentative: Type.Optional(Text(60)),
  }),
  agent: Type.Optional(Agent),
})
export type WalkInInput = Static<typeof WalkInInput>

/** Whose licences are to be looked through for which item; in the body, so that no number stands in an address. */
export const KnownMaterialsInput = Type.Object({
  implementationCode: ImplementationCode,
  kind: Type.Enum(['person', 'organisation']),
  number: Text(30),
})
export type KnownMaterialsInput = Static<typeof KnownMaterialsInput>

export const KnownMaterials = Type.Object({ materials: Type.Array(GivenMaterial) })

/** Why the licences of the applicant are looked up (调取证照); he reads it. */
export const LookUpInput = Type.Object({ purpose: Text(200, 4) })
export type LookUpInput = Static<typeof LookUpInput>

export const RequestCorrectionInput = Type.Object({
  items: Type.Array(Type.Object({ code: Text(60), what: Text(500) }), { minItems: 1, maxItems: 100 }),
  note: Type.Optional(Text(1000)),
})
export type RequestCorrectionInput = Static<typeof RequestCorrectionInput>

/** `originalsSeen` names the materials whose originals lie on the counter (mode preview). */
export const AcceptInput = Type.Object({
  originalsSeen: Type.Array(Text(60)),
  deferred: Type.Array(Text(60)),
  opinion: Type.Optional(Text(1000)),
  points: Type.Optional(PointsChecked),
})
export type AcceptInput = Static<typeof AcceptInput>

export const OpinionInput = Type.Object({ opinion: Type.Optional(Text(1000)) })
export type OpinionInput = Static<typeof OpinionInput>

/** An instant case (即办件): acceptance and decision in one. */
export const HandleAtOnceInput = Type.Object({
  ...AcceptInput.properties,
  decision: Type.Enum(['approved', 'denied']),
  reasons: Text(4000),
})
export type HandleAtOnceInput = Static<typeof HandleAtOnceInput>

export const RefuseInput = Type.Object({ reason: Text(1000), groundCode: Type.Optional(Text(60)) })
export type RefuseInput = Static<typeof RefuseInput>
