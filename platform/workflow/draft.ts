import type { Definition } from './definition.ts'
import { graphOf } from './graph.ts'
import type { Graph, Place } from './graph.ts'
import { FlowProblem } from './problems.ts'
import type { LoopScope, Scope, State, Step, Token } from './state.ts'

export type Moment = {
  now: Date
  /** Adds working days by the host's calendar; needed only by flows with timers in workdays. */
  addWorkdays?: (from: Date, count: number) => Date
}

export type Entry = { node: string; scope: number; via?: string }

/** A step in the making: a copy of the state that may be changed, and what the host is to be told. */
export type Draft = Omit<Step, 'ended'> & { graph: Graph; moment: Moment; queue: Entry[]; entered: number; lastEnd: string }

export function openDraft(definition: Definition, state: State, moment: Moment): Draft {
  const { key, version } = state
  if (key !== definition.key || version !== definition.version) throw new FlowProblem('definitionMismatch', { key, version })
  if (state.status !== 'running') throw new FlowProblem('notRunning')
  return {
    state: { ...state, tokens: [...state.tokens], scopes: [...state.scopes] },
    opened: [],
    closed: [],
    timers: { set: [], cleared: [] },
    messages: { set: [], cleared: [] },
    services: [],
    servicesCancelled: [],
    passed: [],
    graph: graphOf(definition),
    moment,
    queue: [],
    entered: 0,
    lastEnd: '',
  }
}

/** What was both opened and withdrawn within the step is not told to the host at all. */
export function closeDraft(draft: Draft): Step {
  const { state, opened, closed, timers, messages, services, servicesCancelled, passed } = draft
  const step: Step = { state, opened, closed, timers, messages, services, servicesCancelled, passed }
  if (closed.length > 0 && opened.length > 0) {
    step.opened = opened.filter((task) => !closed.some(({ id }) => id === task.id))
    step.closed = closed.filter((task) => !opened.some(({ id }) => id === task.id))
  }
  if (servicesCancelled.length > 0) {
    step.services = services.filter(({ id }) => !servicesCancelled.includes(id))
    step.servicesCancelled = servicesCancelled.filter((id) => !services.some((call) => call.id === id))
  }
  step.timers = withoutPassing(timers)
  step.messages = withoutPassing(messages)
  if (state.status === 'ended') step.ended = { endEventId: draft.lastEnd }
  return step
}

function withoutPassing<T extends { id: string }>(change: { set: T[]; cleared: string[] }): { set: T[]; cleared: string[] } {
  if (change.set.length === 0 || change.cleared.length === 0) return change
  return {
    set: change.set.filter(({ id }) => !change.cleared.includes(id)),
    cleared: change.cleared.filter((id) => !change.set.some((item) => item.id === id)),
  }
}

export function placeOf(draft: Draft, id: string): Place {
  const place = draft.graph.places.get(id)
  if (!place) throw new FlowProblem('definitionMismatch', { key: draft.state.key, version: draft.state.version })
  return place
}

export function scopeOf(state: State, id: number): Scope | undefined {
  return id === 0 ? undefined : state.scopes.find((scope) => scope.id === id)
}

export function isItem(state: State, token: Token): boolean {
  return scopeOf(state, token.in)?.kind === 'item'
}

export function addToken(draft: Draft, at: string, scope: number, via?: string): Token {
  const token: Token = { id: draft.state.next++, at, in: scope, ...(via !== undefined && { via }) }
  draft.state.tokens.push(token)
  return token
}

export function addScope<S extends Scope>(draft: Draft, scope: S): S {
  draft.state.scopes.push(scope)
  return scope
}

export function replaceLoop(draft: Draft, loop: LoopScope): LoopScope {
  draft.state.scopes = draft.state.scopes.map((scope) => (scope.id === loop.id ? loop : scope))
  return loop
}

export function dropScope(draft: Draft, id: number): void {
  draft.state.scopes = draft.state.scopes.filter((scope) => scope.id !== id)
}
