import type { Act } from '@yiwang/kernel'
import { flowOf } from '@yiwang/catalogue'
import { calendarAt } from '@yiwang/organisation'
import { complete, type DecisionOption, type Definition, type Variables } from '@yiwang/workflow'
import { getCaseOfTaskForUpdate } from './case-reach-store.ts'
import type { CaseRecord } from './case-record.ts'
import { touchCase } from './case-store.ts'
import type { CaseMoved, CompleteTaskInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { findFlow, type RunningFlow } from './flow-store.ts'
import { takeStep } from './flow.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'
import { claimRow, doersOf, findOpenTask, type OpenTask } from './task-store.ts'

/** Taking a task (签收): from now on it is this person's, until done or given back. */
export async function claimTask(act: Act, caseNumber: string, taskId: string): Promise<CaseMoved> {
  const { found, task } = await taskToDo(act, caseNumber, taskId, 'claimTask')
  await claimRow(act, task.id, act.by.id)
  return movedOf(found)
}

/** Giving a task back (退回待办). @throws case.taskTaken when it is somebody else's */
export async function releaseTask(act: Act, caseNumber: string, taskId: string): Promise<CaseMoved> {
  const { found, task } = await taskToDo(act, caseNumber, taskId, 'claimTask')
  await claimRow(act, task.id, null)
  return movedOf(found)
}

/** Doing a step of the body's own flow (环节办理, appendix 3-4): with an opinion, and an outcome where the step decides the way. */
export async function completeTask(act: Act, caseNumber: string, taskId: string, input: CompleteTaskInput): Promise<CaseMoved> {
  const [{ found, task, flow }] = await Promise.all([taskToDo(act, caseNumber, taskId, 'completeTask'), calendarAt(act)])
  const { definition } = await flowOf(act.tx, flow.key, flow.version)
  requireFree(definition, input)
  const chosen = outcomeOf(definition, task, input)
  const variables = { ...input.variables, ...chosen.variables } as Variables
  await takeStep(act, found, flow, (steps, time) => complete(steps, flow.state, task.taskId, { ...time, by: act.by.id, variables }))
  const changed = await touchCase(act, found)
  const outcome = chosen.option?.label
  await noteStep(act, found, {
    name: task.name,
    act: 'completeTask',
    by: await handlerOf(act),
    opinion: input.opinion,
    points: input.points,
    startedAt: task.openedAt,
    ...(outcome ? { outcome } : {}),
  })
  await act.publish('case.stepDone', { ...factsOf(changed), step: task.name, actorId: act.by.id })
  return movedOf(changed)
}

interface TaskToDo {
  found: CaseRecord
  task: OpenTask
  flow: RunningFlow
}

/** @throws case.notLawful, case.taskNotFound, case.taskNotYours, case.taskTaken */
async function taskToDo(act: Act, caseNumber: string, taskId: string, verb: 'claimTask' | 'completeTask'): Promise<TaskToDo> {
  const [found, task, flow] = await Promise.all([
    getCaseOfTaskForUpdate(act, caseNumber, taskId),
    findOpenTask(act, caseNumber, taskId),
    findFlow(act.tx, caseNumber),
  ])
  requireLawful(verb, found)
  if (!task || !flow) throw problem.taskNotFound({ taskId })
  await requireCandidate(act, caseNumber, task)
  if (task.claimedBy !== undefined && task.claimedBy !== act.by.id) throw problem.taskTaken({ name: task.name })
  return { found, task, flow }
}

/**
 * By body and region, by role or post, by name where the flow names people; and never whoever did a step that this one must be kept apart from
 * (审查与决定分离).
 */
async function requireCandidate({ tx, by }: Act, caseNumber: string, task: OpenTask): Promise<void> {
  const { name, roles, users, notDoneBy, reached } = task
  const held = [...(by.roles ?? []), ...(by.posts ?? [])]
  const named = users.length === 0 || users.includes(by.id)
  if (!reached || !named || (roles.length > 0 && !roles.some((role) => held.includes(role)))) throw problem.taskNotYours({ name, roles })
  if (notDoneBy.length === 0) return
  const doers = await doersOf(tx, caseNumber)
  if (doers.some((doer) => doer.by === by.id && notDoneBy.includes(doer.elementId))) throw problem.taskNotYours({ name, roles })
}

/** What the case itself knows, and what another step decides, is not for this one to say. */
function requireFree({ nodes }: Definition, { variables = {} }: CompleteTaskInput): void {
  const taken = new Set(['form', 'answers', 'applicant'])
  for (const node of nodes) {
    if (node.type === 'userTask' && node.decision) taken.add(node.decision.variable)
    if ('loop' in node && node.loop?.collect !== undefined) taken.add(node.loop.collect)
  }
  const names = Object.keys(variables).filter((name) => taken.has(name))
  if (names.length > 0) throw problem.variableNotAllowed({ names })
}

function outcomeOf(
  { nodes }: Definition,
  task: OpenTask,
  { outcome }: CompleteTaskInput,
): { variables: Record<string, string>; option?: DecisionOption } {
  const node = nodes.find(({ id }) => id === task.elementId)
  const decision = node?.type === 'userTask' ? node.decision : undefined
  if (!decision) return { variables: {} }
  const known = decision.options.map(({ value, label }) => `${value}（${label}）`)
  if (outcome === undefined) throw problem.outcomeNeeded({ known })
  const option = decision.options.find(({ value }) => value === outcome)
  if (!option) throw problem.outcomeUnknown({ outcome, known })
  return { variables: { [decision.variable]: outcome }, option }
}
