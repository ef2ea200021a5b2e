import { Type, type Static, type TSchema } from 'typebox'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { Answers, ImplementationCode } from '@yiwang/catalogue/contract'

const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const Text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength })
const nullable = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()])

/** The stages of design/case-lifecycle.md. A draft is not a case yet and has a table of its own. */
export const CaseState = Type.Enum([
  'submitted',
  'correcting',
  'preAccepted',
  'accepted',
  'suspended',
  'decided',
  'completed',
  'delivered',
  'archived',
  'refused',
  'withdrawn',
  'lapsed',
  'aborted',
])
export type CaseState = Static<typeof CaseState>

/** 准予, 不予, 转报. */
export const Decision = Type.Enum(['approved', 'denied', 'forwarded'])
export type Decision = Static<typeof Decision>

/** 原件预审, 原件核验, 全程网办. */
export const OnlineMode = Type.Enum(['preview', 'verify', 'full'])
export type OnlineMode = Static<typeof OnlineMode>

export const Channel = Type.Enum(['portal', 'phone', 'kiosk', 'counter', 'api', 'hotline'])
export type Channel = Static<typeof Channel>

/** How a material came: from the licence library, uploaded, on paper at the counter, known to a register, or promised for later (容缺). */
export const MaterialSource = Type.Enum(['licence', 'upload', 'paper', 'register', 'deferred'])
export type MaterialSource = Static<typeof MaterialSource>

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

/** What every list shows. */
export const CaseLine = Type.Object({
  caseNumber: Type.String(),
  implementationCode: Type.String(),
  itemName: Type.String(),
  bodyCode: Type.String(),
  bodyName: Type.String(),
  division: Type.String(),
  state: CaseState,
  decision: Type.Optional(Decision),
  handling: Type.Enum(['instant', 'committed']),
  onlineMode: OnlineMode,
  channel: Channel,
  applicantName: Type.String(),
  submittedAt: Moment,
  since: Moment,
  committedDue: Type.Optional(Day),
  /** From the clock: late, due within two workdays, in time, or standing still. */
  urgency: Type.Enum(['late', 'near', 'inTime', 'standing', 'none']),
})
export type CaseLine = Static<typeof CaseLine>
export const CasePage = pageOf(CaseLine)

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
  why: Type.Enum(['returned', 'lost', 'cancelled']),
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

/** One step that waits for the caller (待办). */
export const TaskLine = Type.Object({
  id: Type.String(),
  name: Type.String(),
  caseNumber: Type.String(),
  itemName: Type.String(),
  bodyName: Type.String(),
  applicantName: Type.String(),
  openedAt: Moment,
  dueOn: Type.Optional(Day),
  mine: Type.Boolean(),
})
export type TaskLine = Static<typeof TaskLine>
export const TaskPage = pageOf(TaskLine)

/** What belongs to an ended case under one digest (归档), and whether it is still what was put away. */
export const CaseArchive = Type.Object({
  caseNumber: Type.String(),
  archivedAt: Moment,
  digest: Type.String(),
  intact: Type.Boolean(),
  manifest: Type.Record(Type.String(), Type.Unknown()),
})
export type CaseArchive = Static<typeof CaseArchive>

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

/** What the acts of a desk hang on besides the state, by the rules that would refuse them; for the desk only. */
export const DeskFacts = Type.Object({
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
  handOver: Type.Optional(Type.Array(Type.Enum(['electronic', 'courier', 'counter']))),
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

/** What the identity check at the counter shows whole. */
export const CheckedIdentity = Type.Object({
  caseNumber: Type.String(),
  applicant: Applicant,
  form: Type.Record(Type.String(), Type.Unknown()),
})
export type CheckedIdentity = Static<typeof CheckedIdentity>

/** Work lists of staff. Without a state: everything in which something is still to be done. */
export const WorkQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(CaseState),
  urgency: Type.Optional(Type.Enum(['late', 'near'])),
  /** Where a task of the flow is in my hands. */
  mine: Type.Optional(Type.Boolean()),
  /** What waits for the head of the body: a decision whose flow has ended (待决定), or an answer to a request (延期, 中止). */
  waitsFor: Type.Optional(Type.Enum(['decision', 'answer'])),
  item: Type.Optional(ImplementationCode),
  order: Type.Optional(Type.Enum(['urgent', 'newest'])),
})
export type WorkQuery = Static<typeof WorkQuery>

/** Whose cases: by the document shown at the counter. In the body, so that no number stands in an address. */
export const ApplicantQuery = Type.Object({ ...PageQuery, kind: Type.Enum(['person', 'organisation']), number: Text(30) })
export type ApplicantQuery = Static<typeof ApplicantQuery>

// ── what people send ────────────────────────────────────────────────────────────────────────────────────────────────
export const GivenMaterial = Type.Object({
  code: Text(60),
  source: MaterialSource,
  fileId: Type.Optional(Type.String({ format: 'uuid' })),
  licenceIdentifier: Type.Optional(Text(120)),
})
export type GivenMaterial = Static<typeof GivenMaterial>

export const CaseKey = Type.Object({ caseNumber: Text(40) })
export const CaseFileKey = Type.Object({ caseNumber: Text(40), id: Type.String({ format: 'uuid' }) })
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

const Phone = Type.String({ pattern: '^[0-9+() -]{5,20}$' })

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

export const ResubmitInput = Type.Object({
  form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  materials: Type.Array(GivenMaterial, { maxItems: 100 }),
})
export type ResubmitInput = Static<typeof ResubmitInput>

/** What was left for later (容缺后补), all of it or a part. */
export const SupplyDeferredInput = Type.Object({ materials: Type.Array(GivenMaterial, { minItems: 1, maxItems: 100 }) })
export type SupplyDeferredInput = Static<typeof SupplyDeferredInput>

/** `originalsSeen` names the materials whose originals lie on the counter (mode preview). */
export const AcceptInput = Type.Object({
  originalsSeen: Type.Array(Text(60)),
  deferred: Type.Array(Text(60)),
  opinion: Type.Optional(Text(1000)),
})
export type AcceptInput = Static<typeof AcceptInput>

export const OpinionInput = Type.Object({ opinion: Type.Optional(Text(1000)) })
export type OpinionInput = Static<typeof OpinionInput>

export const WithdrawInput = Type.Object({ reason: Type.Optional(Text(500)) })
export type WithdrawInput = Static<typeof WithdrawInput>

/** An instant case (即办件): acceptance and decision in one. */
export const HandleAtOnceInput = Type.Object({
  ...AcceptInput.properties,
  decision: Type.Enum(['approved', 'denied']),
  reasons: Text(4000),
})
export type HandleAtOnceInput = Static<typeof HandleAtOnceInput>

export const RefuseInput = Type.Object({ reason: Text(1000), groundCode: Type.Optional(Text(60)) })
export type RefuseInput = Static<typeof RefuseInput>

export const CompleteTaskInput = Type.Object({
  opinion: Text(2000),
  outcome: Type.Optional(Text(60)),
  variables: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
})
export type CompleteTaskInput = Static<typeof CompleteTaskInput>

/** What the department's own system came to (登记审查意见). */
export const NoteExaminationInput = Type.Object({ opinion: Text(2000) })
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

export const DecideInput = Type.Object({ decision: Decision, reasons: Text(4000), forwardTo: Type.Optional(Text(18)) })
export type DecideInput = Static<typeof DecideInput>

export const DeliverInput = Type.Object({
  method: Type.Enum(['electronic', 'courier', 'counter']),
  signedBy: Type.Optional(Text(60)),
  originalsSeen: Type.Array(Text(60)),
})
export type DeliverInput = Static<typeof DeliverInput>
