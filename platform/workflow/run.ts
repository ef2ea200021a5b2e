import { finishActivity } from './activities.ts'
import { settle } from './advance.ts'
import type { Variables } from './condition-values.ts'
import type { Definition } from './definition.ts'
import { closeDraft, openDraft, placeOf } from './draft.ts'
import type { Draft, Moment } from './draft.ts'
import { goOn } from './leave.ts'
import { FlowProblem } from './problems.ts'
import { dropToken, removeAllIn, withdraw } from './removal.ts'
import type { State, Step } from './state.ts'
import { checkDecision, workOf } from './tasks.ts'
import { write } from './variables.ts'
import { waitsOf } from './waits.ts'
import type { Wait } from './waits.ts'

export type Start = Moment & { variables?: Variables }
export type Completion = Moment & { variables?: Variables; by?: string }
export type Correlation = Moment & { message: string; variables?: Variables; wait?: string }

/** Begins a flow and leads it to its first resting places. */
export function start(definition: Definition, { variables = {}, ...moment }: Start): Step {
  const { key, version } = definition
  const state: State = { key, version, status: 'running', next: 1, variables: { ...variables }, tokens: [], scopes: [] }
  const draft = openDraft(definition, state, moment)
  const first = draft.graph.inside.get('')?.find(({ node }) => node.type === 'startEvent')
  if (first) draft.queue.push({ node: first.node.id, scope: 0 })
  return finish(draft)
}

/** A person has done a task, or the host a service call. A task that is not open, or no longer, is refused. */
export function complete(definition: Definition, state: State, taskId: number, { variables = {}, by, ...moment }: Completion): Step {
  const draft = openDraft(definition, state, moment)
  const token = draft.state.tokens.find(({ id }) => id === taskId)
  const work = token && workOf(draft, token)
  if (!token || !work) throw new FlowProblem('taskNotOpen', { taskId })
  if (work.type === 'userTask') {
    checkDecision(work, variables)
    draft.closed.push({ id: token.id, nodeId: work.id, how: 'completed', ...(by !== undefined && { by }) })
  }
  write(draft, token.in, variables)
  finishActivity(draft, token)
  return finish(draft)
}

/** The clock has reached a timer. */
export function fireTimer(definition: Definition, state: State, timerId: string, moment: Moment): Step {
  const draft = openDraft(definition, state, moment)
  const wait = allWaits(draft).find(({ id, trigger }) => id === timerId && trigger.kind !== 'message')
  if (!wait) throw new FlowProblem('timerNotSet', { timerId })
  return take(draft, wait)
}

/** A message has come. When several places wait for it, the host says which (`wait` is the id of the MessageWait). */
export function correlateMessage(definition: Definition, state: State, { message, variables = {}, wait, ...moment }: Correlation): Step {
  const draft = openDraft(definition, state, moment)
  const waiting = allWaits(draft).filter(({ trigger }) => trigger.kind === 'message' && trigger.message === message)
  const meant = wait === undefined ? waiting : waiting.filter(({ id }) => id === wait)
  const [found, ...others] = meant
  if (!found) throw new FlowProblem('messageUnexpected', { message })
  if (others.length > 0) throw new FlowProblem('messageAmbiguous', { message })
  write(draft, found.token.in, variables)
  return take(draft, found)
}

/** Stops the flow where it stands (撤回、中止): everything open is withdrawn, nothing goes on. */
export function cancel(definition: Definition, state: State, moment: Moment): Step {
  const draft = openDraft(definition, state, moment)
  removeAllIn(draft, 0)
  draft.state.status = 'cancelled'
  return closeDraft(draft)
}

/** The event of a wait has happened: at the token's own node, or on the border of its activity. */
function take(draft: Draft, { node, token, trigger }: Wait): Step {
  if (node.type === 'receiveTask') finishActivity(draft, token)
  else if (node.type === 'boundaryEvent') takeBoundary(draft, node.id, node.interrupting, token.id, trigger.kind !== 'message')
  else {
    dropToken(draft, token)
    draft.passed.push(node.id)
    goOn(draft, placeOf(draft, node.id), token.in)
  }
  return finish(draft)
}

/** A timer that does not interrupt fires once; a message may come again. */
function takeBoundary(draft: Draft, id: string, interrupting: boolean, tokenId: number, once: boolean): void {
  const token = draft.state.tokens.find((item) => item.id === tokenId)
  if (!token) return
  if (interrupting) withdraw(draft, token)
  else if (once) {
    const fired = { ...token, fired: [...(token.fired ?? []), id] }
    draft.state.tokens = draft.state.tokens.map((item) => (item.id === token.id ? fired : item))
    draft.timers.cleared.push(`${token.id}:${id}`)
  }
  draft.queue.push({ node: id, scope: token.in })
}

function allWaits(draft: Draft): Wait[] {
  return draft.state.tokens.flatMap((token) => waitsOf(draft, token))
}

function finish(draft: Draft): Step {
  settle(draft)
  return closeDraft(draft)
}
