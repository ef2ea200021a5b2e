/** How time runs in a case, where it stands, and what may come next. */
import { Type, type Static } from 'typebox'
import { Day } from './words.ts'

/** One limit with its due day; `dueOn` is absent where the holiday calendar does not reach (never guessed). */
export const Deadline = Type.Object({
  value: Type.Integer(),
  unit: Type.Enum(['workday', 'calendarDay']),
  dueOn: Type.Optional(Day),
  elapsed: Type.Optional(Type.Integer()),
  remaining: Type.Optional(Type.Integer()),
})
export type Deadline = Static<typeof Deadline>

export const CaseClock = Type.Object({
  running: Type.Boolean(),
  statutory: Type.Optional(Deadline),
  committed: Type.Optional(Deadline),
  step: Type.Optional(Deadline),
  entries: Type.Array(
    Type.Object({
      kind: Type.Enum(['start', 'pause', 'resume', 'extend', 'stop']),
      day: Day,
      ground: Type.String(),
      days: Type.Optional(Type.Integer()),
    }),
  ),
})
export type CaseClock = Static<typeof CaseClock>

export const Stage = Type.Object({ name: Type.String(), on: Type.Optional(Day), state: Type.Enum(['done', 'current', 'open']) })
export type Stage = Static<typeof Stage>

/** What may be asked for or started in the case: procedures by name, and by how much its limit may be lengthened, once. */
export const Allowed = Type.Object({
  procedures: Type.Array(Type.String()),
  /** Whether a procedure of another name may be started too. */
  otherProcedures: Type.Boolean(),
  /** Absent where there is no limit to lengthen. */
  extension: Type.Optional(Type.Object({ most: Type.Integer(), unit: Type.Enum(['workday', 'calendarDay']) })),
})
export type Allowed = Static<typeof Allowed>

/** What the applicant has to do next (办事过程指引). */
export const NextStep = Type.Enum([
  'waitForAnswer',
  'correct',
  'bringOriginals',
  'waitForDecision',
  'waitWhileStanding',
  'waitForResult',
  'fetchResult',
  'awaitDelivery',
  'applyAgain',
  'nothing',
])
export type NextStep = Static<typeof NextStep>
