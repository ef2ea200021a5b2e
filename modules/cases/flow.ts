import type { Act, Desk } from '@yiwang/kernel'
import { flowOf } from '@yiwang/catalogue'
import { calendarAt } from '@yiwang/organisation'
import { cancelNotices } from '@yiwang/payments'
import { legalDay, type HolidayCalendar, type LegalDay } from '@yiwang/standards'
import { draw, FlowProblem, start, type Definition, type Step, type Task } from '@yiwang/workflow'
import type { CaseRecord } from './case-record.ts'
import type { FlowTask, ServiceCase } from './contract.ts'
import { clearTimers, closeEverything, findFlow, insertFlow, saveFlow, setTimers, type RunningFlow } from './flow-store.ts'
import { atSameTime, workdaysLater } from './flow-time.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { stepDue } from './step-limits.ts'
import { closeTasks, insertTasks, type NewTask } from './task-store.ts'

/** The body's own flow (内部流程) begins with acceptance, in the version the case is pinned to. An item without one is examined in the department's own system (note-examination.ts), or on the spot. */
export async function startFlow(act: Act, accepted: CaseRecord): Promise<void> {
  const { flow: pinned } = await pinnedItem(act, accepted)
  if (!pinned) return
  const { definition } = await flowOf(act.tx, pinned.key, pinned.version)
  const calendar = await calendarAt(act)
  const variables = { form: accepted.form, answers: accepted.answers, applicant: { kind: accepted.applicantKind } }
  const step = stepped(() => start(definition, { ...timeOf(act, calendar), variables: variables as never }))
  const flow = { ...pinned, state: step.state, passed: step.passed, ended: step.ended !== undefined }
  await insertFlow(act, accepted.caseNumber, flow)
  await writeRows(act, accepted, step, calendar)
}

/** Takes one step of the flow of a locked case and writes what it opened and closed. */
export async function takeStep(
  act: Act,
  found: CaseRecord,
  flow: RunningFlow,
  move: (definition: Definition, time: StepTime) => Step,
): Promise<Step> {
  const { definition } = await flowOf(act.tx, flow.key, flow.version)
  const calendar = await calendarAt(act)
  const step = stepped(() => move(definition, timeOf(act, calendar)))
  await saveFlow(act, found.caseNumber, {
    ...flow,
    state: step.state,
    passed: [...flow.passed, ...step.passed],
    ended: step.ended !== undefined,
  })
  await writeRows(act, found, step, calendar)
  return step
}

export interface StepTime {
  now: Date
  addWorkdays: (from: Date, count: number) => Date
}

function timeOf(act: Act, calendar: HolidayCalendar): StepTime {
  const addWorkdays = (from: Date, count: number) => atSameTime(from, workdaysLater(legalDay(from), count, calendar))
  return { now: act.now, addWorkdays }
}

/** What a flow refuses is an answer to the person who moved it. */
function stepped(take: () => Step): Step {
  try {
    return take()
  } catch (error) {
    if (error instanceof FlowProblem) throw problem.flowRefused({ flow: error.code, why: error.message })
    throw error
  }
}

async function writeRows(act: Act, found: CaseRecord, step: Step, calendar: HolidayCalendar): Promise<void> {
  if (step.services.length > 0)
    throw problem.flowRefused({ flow: 'operationUnknown', why: step.services.map(({ operation }) => operation).join('、') })
  await closeTasks(
    act,
    found.caseNumber,
    step.closed.map(({ id, how }) => ({ id: String(id), how })),
  )
  await insertTasks(
    act,
    found.caseNumber,
    step.opened.map((task) => rowOf(task, found, legalDay(act.now), calendar)),
  )
  await clearTimers(act, found.caseNumber, step.timers.cleared)
  await setTimers(act, found.caseNumber, step.timers.set)
}

function rowOf({ id, nodeId, name, candidates, limit }: Task, found: CaseRecord, today: LegalDay, calendar: HolidayCalendar): NewTask {
  const due = limit ? stepDue(limit, today, [], calendar) : undefined
  const { body, division, roles, users = [] } = candidates
  return {
    taskId: String(id),
    elementId: nodeId,
    name,
    roles,
    users,
    notDoneBy: [candidates.notDoneBy ?? []].flat(),
    bodyCode: body === undefined || body === 'implementing' ? found.bodyCode : body,
    division: division === undefined || division === 'implementing' ? found.division : division,
    ...(limit ? { limit } : {}),
    ...(due ? { dueOn: due } : {}),
  }
}

/** The flow ends with the matter: nothing in it stays open, and what is still owed falls away. */
export async function endFlow(act: Act, closed: CaseRecord): Promise<void> {
  await closeEverything(act, closed, legalDay(act.now))
  await cancelNotices(act, { kind: 'case', key: closed.caseNumber })
}

const stageStates = { done: 'done', current: 'current', late: 'current', pending: 'open' } as const

const beforeAcceptance: readonly CaseRecord['state'][] = ['submitted', 'correcting', 'preAccepted']

/**
 * The flow as it is drawn, with what is done, current and to come (办理流程图): from the state that drives the case, not beside it. Before acceptance
 * it is the one that will begin then, all of it to come, so that the picture keeps its shape.
 */
export async function flowPicture({ tx }: Desk, found: CaseRecord, { flow: pinned }: Pick<CaseItem, 'flow'>): Promise<ServiceCase['flow']> {
  const flow = await findFlow(tx, found.caseNumber)
  const drawn = flow ?? (beforeAcceptance.includes(found.state) ? pinned : undefined)
  if (!drawn) return undefined
  const { definition, diagram } = await flowOf(tx, drawn.key, drawn.version)
  const progress = flow ? { passed: flow.passed, ...(flow.ended ? {} : { state: flow.state }) } : { passed: [] }
  const { svg, stages } = draw(definition, { progress, idPrefix: 'flow', ...(diagram ? { diagram } : {}) })
  return { svg, stages: stages.map(({ name, mark }) => ({ name, state: stageStates[mark] })) }
}

/** Each open task with the ways it can end (办理结果), as its flow says, so that they can be chosen from. */
export async function withOutcomes({ tx }: Desk, found: CaseRecord, tasks: readonly FlowTask[]): Promise<FlowTask[]> {
  const flow = tasks.length === 0 ? undefined : await findFlow(tx, found.caseNumber)
  if (!flow) return [...tasks]
  const { definition } = await flowOf(tx, flow.key, flow.version)
  return tasks.map((task) => {
    const node = definition.nodes.find(({ id }) => id === task.elementId)
    const options = node?.type === 'userTask' ? node.decision?.options : undefined
    return options ? { ...task, outcomes: options.map(({ value, label }) => ({ value, label })) } : task
  })
}
