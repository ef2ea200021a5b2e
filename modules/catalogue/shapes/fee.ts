import { Type, type Static } from 'typebox'
import { Clause } from './material.ts'
import { Attachment, Key, text } from './words.ts'

const Fen = Type.Integer({ minimum: 0, maximum: 99_999_999_999 })
const Quantity = Type.Object({ name: text(60), unit: text(20), field: Key })

/** How an amount is found: one sum, so much a unit, by steps of a quantity. */
const FixedRate = Type.Object({ kind: Type.Literal('fixed'), amountFen: Fen })
const UnitRate = Type.Object({
  kind: Type.Literal('perUnit'),
  amountFen: Fen,
  quantity: Quantity,
  leastFen: Type.Optional(Fen),
  mostFen: Type.Optional(Fen),
})
/** `upTo` absent is the last step. Each part of the quantity is charged at its own step's rate (分段累进), or all of it at the one it falls in (分档). */
const SteppedRate = Type.Object({
  kind: Type.Literal('stepped'),
  how: Type.Enum(['cumulative', 'whole']),
  quantity: Quantity,
  steps: Type.Array(
    Type.Object({
      upTo: Type.Optional(Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,6})?$' })),
      amountFen: Fen,
      perUnit: Type.Boolean(),
    }),
    { minItems: 1, maxItems: 30 },
  ),
})
export const FeeRate = Type.Union([FixedRate, UnitRate, SteppedRate])
export type FeeRate = Static<typeof FeeRate>

/** 减免: less by so many per cent, or nothing at all, for those whom the clauses describe. */
export const FeeRelief = Type.Object({
  key: Key,
  name: text(200),
  when: Type.Array(Clause, { minItems: 1, maxItems: 10 }),
  percentOff: Type.Integer({ minimum: 1, maximum: 100 }),
  basis: Type.Optional(text(300)),
})
export type FeeRelief = Static<typeof FeeRelief>

/** A fee standard (收费标准, appendix 1, element 21): one line of what is charged. */
export const FeeStandard = Type.Object({
  key: Key,
  name: text(200),
  rate: FeeRate,
  /** Charged only where these answers were given. */
  when: Type.Array(Clause, { maxItems: 10 }),
  reliefs: Type.Array(FeeRelief, { maxItems: 20 }),
})
export type FeeStandard = Static<typeof FeeStandard>

/** Elements 20 to 22. `stage` is the 收费环节: before the decision, or when the result is handed over. */
export const Fees = Type.Object({
  charged: Type.Boolean(),
  stage: Type.Optional(Type.Enum(['beforeDecision', 'atDelivery'])),
  standards: Type.Array(FeeStandard, { maxItems: 50 }),
  /** 收费依据: the official approval (正式批文); `checked: false` is for staff, as with a `LegalBasis`. */
  basis: Type.Array(
    Type.Object({
      title: text(300),
      number: Type.Optional(text(100)),
      file: Type.Optional(Attachment),
      checked: Type.Optional(Type.Boolean()),
    }),
    { maxItems: 10 },
  ),
  standardFile: Type.Optional(Attachment),
  note: Type.Optional(text(500)),
  /** Where and when it is paid at the counter. */
  payAt: Type.Optional(text(300)),
})
export type Fees = Static<typeof Fees>

/** What is due, item by item, with the reliefs that were applied. */
export interface FeeLine {
  key: string
  name: string
  amountFen: number
  reliefs: readonly string[]
}
export interface FeeDue {
  lines: readonly FeeLine[]
  totalFen: number
}
