import type { Act } from '@yiwang/kernel'
import { flowOf } from '@yiwang/catalogue'
import { complete, type DecisionOption, type Variables } from '@yiwang/workflow'
import { changeCase, getCaseForUpdate, type CaseRecord } from './case-store.ts'
import type { CaseMoved, CompleteTaskInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { claimRow, doersOf, findFlow, findOpenTask, type OpenTask, type RunningFlow } from './flow-store.ts'
import { takeStep } from './flow.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Taking a task (签收): from now on it is this person's, until done or given back. */
export async function claimTask(act: Act, caseNumber: string, taskId: string): Promise<CaseMoved> {
  const { found, task } = await taskToDo(act, caseNumber, taskId)
  await claimRow(act, task.id, act.by.id)
  return movedOf(found)
}

/** Giving a task back (退回待办). @throws case.taskTaken when it is somebody else's */
export async function releaseTask(act: Act, caseNumber: string, taskId: string): Promise<CaseMoved> {
  const { found, task } = await taskToDo(act, caseNumber, taskId)
  await claimRow(act, task.id, null)
  return movedOf(found)
}

/** Doing a step of the body's own flow (环节办理, appendix 3-4): with an opinion, and an outcome where the step decides the way. */
export async function completeTask(act: Act, caseNumber: string, taskId: string, input: CompleteTaskInput): Promise<CaseMoved> {
  const { found, task, flow } = await taskToDo(act, caseNumber, taskId)
  const chosen = await outcomeOf(act, flow, task, input)
  const variables = { ...input.variables, ...chosen.variables } as Variables
  await takeStep(act, found, flow, (definition, time) =>
    complete(definition, flow.state, task.taskId, { ...time, by: act.by.id, variables }),
  )
  const changed = await changeCase(act, found, {})
  const outcome = chosen.option?.label
  await noteStep(act, found, {
    name: task.name,
    act: 'completeTask',
    by: await handlerOf(act),
    opinion: input.opinion,
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
async function taskToDo(act: Act, caseNumber: string, taskId: string): Promise<TaskToDo> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.examine')
  requireLawful('completeTask', found)
  const [task, flow] = [await findOpenTask(act.tx, caseNumber, taskId), await findFlow(act.tx, caseNumber)]
  if (!task || !flow) throw problem.taskNotFound({ taskId })
  await requireCandidate(act, caseNumber, task)
  if (task.claimedBy !== undefined && task.claimedBy !== act.by.id) throw problem.taskTaken({ name: task.name })
  return { found, task, flow }
}

/** By role or post; and never whoever did a step that this one must be kept apart from (审查与决定分离). */
async function requireCandidate({ tx, by }: Act, caseNumber: string, task: OpenTask): Promise<void> {
  const held = [...(by.roles ?? []), ...(by.posts ?? [])]
  if (task.roles.length > 0 && !task.roles.some((role) => held.includes(role)))
    throw problem.taskNotYours({ name: task.name, roles: task.roles })
  if (task.notDoneBy.length === 0) return
  const doers = await doersOf(tx, caseNumber)
  if (doers.some((doer) => doer.by === by.id && task.notDoneBy.includes(doer.elementId)))
    throw problem.taskNotYours({ name: task.name, roles: task.roles })
}

async function outcomeOf(
  act: Act,
  flow: RunningFlow,
  task: OpenTask,
  { outcome }: CompleteTaskInput,
): Promise<{ variables: Record<string, string>; option?: DecisionOption }> {
  const { definition } = await flowOf(act.tx, flow.key, flow.version)
  const node = definition.nodes.find(({ id }) => id === task.elementId)
  const decision = node?.type === 'userTask' ? node.decision : undefined
  if (!decision) return { variables: {} }
  const known = decision.options.map(({ value, label }) => `${value}（${label}）`)
  if (outcome === undefined) throw problem.outcomeNeeded({ known })
  const option = decision.options.find(({ value }) => value === outcome)
  if (!option) throw problem.outcomeUnknown({ outcome, known })
  return { variables: { [decision.variable]: outcome }, option }
}
