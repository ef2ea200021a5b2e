import type { Value, Variables } from './condition-values.ts'
import type { Candidates, Decision, Limit } from './definition.ts'

/** Where the flow stands: at a node, inside a scope (0 is the process itself). `via` marks a token waiting at a join. */
export type Token = { id: number; at: string; in: number; via?: string; fired?: string[] }

/**
 * What runs inside a token that waits on it: a sub-process, a called flow with variables of its own, a multi-instance
 * loop, or one item of it.
 */
export type Scope =
  | { id: number; kind: 'sub'; in: number; token: number }
  | { id: number; kind: 'call'; in: number; token: number; variables: Variables }
  | LoopScope
  | { id: number; kind: 'item'; in: number; variables: Variables }

export type LoopScope = {
  id: number
  kind: 'loop'
  in: number
  token: number
  total: number
  started: number
  done: number
  items?: Value[]
  collected?: Value[]
}

export type Status = 'running' | 'ended' | 'cancelled'

/** Plain JSON; the caller stores it. Belongs to exactly one revision of a definition. */
export type State = {
  key: string
  version: number
  status: Status
  next: number
  variables: Variables
  tokens: Token[]
  scopes: Scope[]
}

/** One of several instances of a task (会签): its number from 1, how many there are, and what it is about. */
export type Instance = { number: number; of: number; element?: Value }

export type Task = {
  id: number
  nodeId: string
  name: string
  candidates: Candidates
  stage?: string
  formKey?: string
  limit?: Limit
  duty?: string
  decision?: Decision
  instance?: Instance
}
export type ClosedTask = { id: number; nodeId: string; how: 'completed' | 'cancelled'; by?: string }
export type ServiceCall = { id: number; nodeId: string; name: string; operation: string; instance?: Instance }
export type Timer = { id: string; nodeId: string; due: Date }
export type MessageWait = { id: string; nodeId: string; message: string }

/** What one step did. The host writes it as rows in the transaction that stores the state. */
export type Step = {
  state: State
  opened: Task[]
  closed: ClosedTask[]
  timers: { set: Timer[]; cleared: string[] }
  messages: { set: MessageWait[]; cleared: string[] }
  services: ServiceCall[]
  /** Service calls whose answer is no longer wanted. */
  servicesCancelled: number[]
  /** Nodes and flows gone through, in order: the history the picture is drawn from. */
  passed: string[]
  ended?: { endEventId: string }
}
