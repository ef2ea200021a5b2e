import type { FlowNode, Trigger } from './definition.ts'
import { isActivity } from './definition.ts'
import { isItem, placeOf } from './draft.ts'
import type { Draft, Moment } from './draft.ts'
import { addDuration, readDate, readDuration } from './duration.ts'
import { resolved } from './expressions.ts'
import { FlowProblem } from './problems.ts'
import type { State, Token } from './state.ts'
import { lookupIn } from './variables.ts'

/** An event a token listens for: its own, or one on the border of its activity. */
export type Wait = { id: string; token: Token; node: FlowNode; trigger: Trigger }

/** Border events belong to the activity as a whole, not to the single items of a loop. */
export function waitsOf(draft: Draft, token: Token): Wait[] {
  const { node, boundaries } = placeOf(draft, token.at)
  if (token.via !== undefined) return []
  if (node.type === 'catchEvent') return node.trigger ? [waitFor(token, node, node.trigger)] : []
  if (!isActivity(node)) return []
  const waits: Wait[] = []
  const item = isItem(draft.state, token)
  if (node.type === 'receiveTask' && node.message !== undefined && (item || !node.loop))
    waits.push(waitFor(token, node, { kind: 'message', message: node.message }))
  if (item) return waits
  for (const boundary of boundaries)
    if (boundary.trigger && !token.fired?.includes(boundary.id)) waits.push(waitFor(token, boundary, boundary.trigger))
  return waits
}

function waitFor(token: Token, node: FlowNode, trigger: Trigger): Wait {
  return { id: `${token.id}:${node.id}`, token, node, trigger }
}

export function arm(draft: Draft, token: Token): void {
  for (const { id, node, trigger } of waitsOf(draft, token)) {
    if (trigger.kind === 'message') draft.messages.set.push({ id, nodeId: node.id, message: trigger.message })
    else draft.timers.set.push({ id, nodeId: node.id, due: dueOf(draft, token, node, trigger) })
  }
}

export function disarm(draft: Draft, token: Token): void {
  for (const { id, trigger } of waitsOf(draft, token)) (trigger.kind === 'message' ? draft.messages : draft.timers).cleared.push(id)
}

function dueOf(draft: Draft, token: Token, { name, id }: FlowNode, trigger: Trigger): Date {
  const due = compute(trigger, draft.moment, draft.state, token.in)
  if (due instanceof Date) return due
  throw new FlowProblem('timerInvalid', { name: name || id, reason: due })
}

function compute(trigger: Trigger, { now, addWorkdays }: Moment, state: State, scope: number): Date | string {
  switch (trigger.kind) {
    case 'workdays':
      return addWorkdays ? addWorkdays(now, trigger.count) : '没有工作日历'
    case 'duration': {
      const duration = readDuration(trigger.duration)
      return duration ? addDuration(now, duration) : trigger.duration
    }
    case 'date': {
      const value = resolved(trigger.date, lookupIn(state, scope))
      return (typeof value === 'string' ? readDate(value) : undefined) ?? `“${trigger.date}”没有日期值`
    }
    case 'message':
      return '消息没有时间'
  }
}
