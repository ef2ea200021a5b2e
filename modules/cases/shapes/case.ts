/** The whole case, and what is told of it to whoever did something. */
import { Waybill } from '@yiwang/logistics/contract'
import { Type, type Static } from 'typebox'
import { Answers } from '@yiwang/catalogue/contract'
import { CaseClock, Stage, Allowed, NextStep } from './clock.ts'
import { CaseLine } from './lists.ts'
import {
  CaseMaterial,
  Applicant,
  DeliveryWish,
  DeliveryFailure,
  CaseStep,
  SpecialProcedure,
  CorrectionRequest,
  CasePaper,
  FlowTask,
} from './parts.ts'
import { Moment, Day, CaseState, Decision } from './words.ts'

/** What belongs to an ended case under one digest (归档), and whether it is still what was put away. */
export const CaseArchive = Type.Object({
  caseNumber: Type.String(),
  archivedAt: Moment,
  digest: Type.String(),
  intact: Type.Boolean(),
  manifest: Type.Record(Type.String(), Type.Unknown()),
})
export type CaseArchive = Static<typeof CaseArchive>

/** What the acts of a desk hang on besides the state, by the rules that would refuse them; for the desk only. */
export const DeskFacts = Type.Object({
  /** The day by which the applicant is answered (五日内告知, 行政许可法 32); absent once he is. */
  answerBy: Type.Optional(Day),
  flowEnded: Type.Optional(Type.Boolean()),
  /** What the flow came to; a decision may not say otherwise. */
  flowSaid: Type.Optional(Type.Enum(['approve', 'deny'])),
  /** Whether anybody examined it: nothing is decided that nobody examined. */
  examined: Type.Optional(Type.Boolean()),
  /** The caller did every step himself and may not decide (审查与决定分离). */
  examinedAlone: Type.Optional(Type.Boolean()),
  /** Payment notices still due. */
  owed: Type.Optional(Type.Array(Type.String())),
  /** Codes of the materials whose originals are seen at the hand-over. */
  originals: Type.Optional(Type.Array(Type.String())),
  /** The ways a clerk may hand the result over now; none while a courier has it, or failed and no other way was chosen yet. */
  handOver: Type.Optional(Type.Array(Type.Enum(['electronic', 'counter']))),
})
export type DeskFacts = Static<typeof DeskFacts>

/** The whole case, for its owner and for the desk; the desk gets `applicant.number` whole only by the identity check. */
export const ServiceCase = Type.Object({
  ...CaseLine.properties,
  revisionId: Type.String(),
  version: Type.Integer(),
  applicant: Applicant,
  answers: Answers,
  form: Type.Record(Type.String(), Type.Unknown()),
  delivery: DeliveryWish,
  materials: Type.Array(CaseMaterial),
  clock: CaseClock,
  steps: Type.Array(CaseStep),
  specialProcedures: Type.Array(SpecialProcedure),
  corrections: Type.Array(CorrectionRequest),
  papers: Type.Array(CasePaper),
  tasks: Type.Array(FlowTask),
  /** The drawn flow: SVG text and its stages in words. */
  flow: Type.Optional(
    Type.Object({
      svg: Type.String(),
      stages: Type.Array(Type.Object({ name: Type.String(), state: Type.Enum(['done', 'current', 'open']) })),
    }),
  ),
  /** The courier brought it back, lost it or gave up: it waits at the counter. */
  deliveryFailure: Type.Optional(DeliveryFailure),
  /** The parcels of this case with their way so far, once there can be any. */
  waybills: Type.Optional(Type.Array(Waybill)),
  decisionReasons: Type.Optional(Type.String()),
  licenceIdentifier: Type.Optional(Type.String()),
  /** The way of the case in stages, and what the applicant has to do next. */
  stages: Type.Array(Stage),
  next: NextStep,
  visits: Type.Integer(),
  /** Acts lawful now; what the caller may do of them is a matter of its permissions. */
  lawful: Type.Array(Type.String()),
  desk: Type.Optional(DeskFacts),
  allowed: Allowed,
  requests: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Enum(['extension', 'abort']),
      reason: Type.String(),
      workdays: Type.Optional(Type.Integer()),
      askedByName: Type.String(),
      askedAt: Moment,
    }),
  ),
})
export type ServiceCase = Static<typeof ServiceCase>

/** Where a case stands after something was done to it. */
export const CaseMoved = Type.Object({
  caseNumber: Type.String(),
  state: CaseState,
  version: Type.Integer(),
  since: Moment,
  committedDue: Type.Optional(Day),
  decision: Type.Optional(Decision),
})
export type CaseMoved = Static<typeof CaseMoved>

/** What the identity check at the counter shows whole. */
export const CheckedIdentity = Type.Object({
  caseNumber: Type.String(),
  applicant: Applicant,
  form: Type.Record(Type.String(), Type.Unknown()),
})
export type CheckedIdentity = Static<typeof CheckedIdentity>
