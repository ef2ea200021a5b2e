/** Cases and steps as lists show them, and how lists are asked for. */
import { Type, type Static } from 'typebox'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { ImplementationCode } from '@yiwang/catalogue/contract'
import { Moment, Day, Text, CaseState, Decision, OnlineMode, Channel } from './words.ts'

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
  /** The day the next thing is due on: acceptance, decision, delivery; what urgency is measured by. */
  nextDue: Type.Optional(Day),
  /** From the clock: late, due within two workdays, in time, or standing still. */
  urgency: Type.Enum(['late', 'near', 'inTime', 'standing', 'none']),
})
export type CaseLine = Static<typeof CaseLine>

export const CasePage = pageOf(CaseLine)

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

/** Work lists of staff. Without a state: everything in which something is still to be done. */
export const WorkQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(CaseState),
  urgency: Type.Optional(Type.Enum(['late', 'near'])),
  /** Where a task of the flow is in my hands. */
  mine: Type.Optional(Type.Boolean()),
  /** What waits for the head of the body: a decision whose flow has ended (待决定), or an answer to a request (延期, 中止) or to originals that do not agree. */
  waitsFor: Type.Optional(Type.Enum(['decision', 'answer'])),
  item: Type.Optional(ImplementationCode),
  order: Type.Optional(Type.Enum(['urgent', 'newest'])),
})
export type WorkQuery = Static<typeof WorkQuery>

/** What is open, as a picture: by stage, and by the day the next thing is due on. */
export const WorkOverview = Type.Object({
  stages: Type.Array(Type.Object({ state: CaseState, count: Type.Integer(), late: Type.Integer(), near: Type.Integer() })),
  due: Type.Array(Type.Object({ day: Day, count: Type.Integer() })),
  /** More is open than was counted: these are the most urgent. */
  more: Type.Boolean(),
})
export type WorkOverview = Static<typeof WorkOverview>

/** Whose cases: by the document shown at the counter. In the body, so that no number stands in an address. */
export const ApplicantQuery = Type.Object({ ...PageQuery, kind: Type.Enum(['person', 'organisation']), number: Text(30) })
export type ApplicantQuery = Static<typeof ApplicantQuery>
