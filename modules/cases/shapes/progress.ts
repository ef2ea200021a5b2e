/** What may be seen without being signed in. */
import { Type, type Static } from 'typebox'
import { Stage } from './clock.ts'
import { Moment, Day, CaseState, Decision } from './words.ts'

/** What anybody may see who knows the number: stage and dates, nothing personal. */
export const PublicProgress = Type.Object({
  caseNumber: Type.String(),
  itemName: Type.String(),
  bodyName: Type.String(),
  state: CaseState,
  decision: Type.Optional(Decision),
  stages: Type.Array(Stage),
  committedDue: Type.Optional(Day),
})
export type PublicProgress = Static<typeof PublicProgress>

/** What the QR code of a notice shows besides: the steps and, once completed, the decision. */
export const CodeProgress = Type.Object({
  ...PublicProgress.properties,
  submittedAt: Moment,
  paper: Type.Object({ title: Type.String(), number: Type.String() }),
  steps: Type.Array(Type.Object({ name: Type.String(), startedAt: Moment, endedAt: Type.Optional(Moment) })),
})
export type CodeProgress = Static<typeof CodeProgress>
