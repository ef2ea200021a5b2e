import type { Variables } from './condition-values.ts'
import type { CallActivity, FlowNode, VariableCopy } from './definition.ts'
import { addScope, addToken, dropScope, placeOf, scopeOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { valueOf } from './expressions.ts'
import type { Place } from './graph.ts'
import { goOn } from './leave.ts'
import { beginLoop, finishItem } from './loops.ts'
import { dropToken } from './removal.ts'
import type { Scope, Token } from './state.ts'
import { serviceOf, taskOf } from './tasks.ts'
import { lookupIn, write } from './variables.ts'
import { arm } from './waits.ts'

export function beginActivity(draft: Draft, { node }: Place, scope: number): void {
  const token = addToken(draft, node.id, scope)
  arm(draft, token)
  if (!('loop' in node) || !node.loop) return beginWork(draft, token)
  const items = beginLoop(draft, token, node, node.loop)
  if (items.length === 0) finishActivity(draft, token)
  for (const item of items) beginWork(draft, item)
}

/** Starts what an activity does once: for the activity itself, or for one item of its loop. */
function beginWork(draft: Draft, token: Token): void {
  const { node } = placeOf(draft, token.at)
  if (node.type === 'userTask') draft.opened.push(taskOf(draft, token, node))
  else if (node.type === 'serviceTask') draft.services.push(serviceOf(draft, token, node))
  else if (node.type === 'subProcess') {
    const scope = addScope(draft, { id: draft.state.next++, kind: 'sub', in: token.in, token: token.id })
    enterStart(draft, node, scope.id)
  } else if (node.type === 'callActivity') {
    const variables = handed(draft, token, node)
    const scope = addScope(draft, { id: draft.state.next++, kind: 'call', in: token.in, token: token.id, variables })
    enterStart(draft, node, scope.id)
  }
}

function enterStart(draft: Draft, { id }: FlowNode, scope: number): void {
  const start = draft.graph.inside.get(id)?.find(({ node }) => node.type === 'startEvent')
  if (start) draft.queue.push({ node: start.node.id, scope })
}

/** Without `in`, a called flow is given all variables; what it gives back is always named by `out`. */
function handed(draft: Draft, token: Token, { in: copies }: CallActivity): Variables {
  if (!copies) return allVariables(draft, token.in)
  const lookup = lookupIn(draft.state, token.in)
  return Object.fromEntries(copies.map(({ from, to }) => [to, valueOf(from, lookup)]))
}

function allVariables(draft: Draft, scopeId: number): Variables {
  const scope = scopeOf(draft.state, scopeId)
  if (!scope) return draft.state.variables
  if (scope.kind === 'call') return scope.variables
  const outer = allVariables(draft, scope.in)
  return scope.kind === 'item' ? { ...outer, ...scope.variables } : outer
}

/** The work of the token is done, and with it the scope in which it ran, if any. */
export function finishActivity(draft: Draft, token: Token, ran?: Scope): void {
  const place = placeOf(draft, token.at)
  if (ran?.kind === 'call' && place.node.type === 'callActivity') handBack(draft, token, place.node.out ?? [], ran.id)
  if (ran) dropScope(draft, ran.id)
  dropToken(draft, token)
  const scope = scopeOf(draft.state, token.in)
  if (scope?.kind === 'item') {
    const { begun, finished } = finishItem(draft, scope, place.node)
    if (begun) beginWork(draft, begun)
    if (finished) finishActivity(draft, finished)
    return
  }
  draft.passed.push(place.node.id)
  goOn(draft, place, token.in)
}

function handBack(draft: Draft, token: Token, copies: VariableCopy[], from: number): void {
  const lookup = lookupIn(draft.state, from)
  write(draft, token.in, Object.fromEntries(copies.map((copy) => [copy.to, valueOf(copy.from, lookup)])))
}
