import type { Value, Variables } from './condition-values.ts'
import type { FlowNode, Loop } from './definition.ts'
import { addScope, addToken, dropScope, replaceLoop, scopeOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { conditionHolds, valueOf } from './expressions.ts'
import { FlowProblem } from './problems.ts'
import { removeAllIn } from './removal.ts'
import type { LoopScope, Scope, Token } from './state.ts'
import { lookupIn, write } from './variables.ts'
import { arm } from './waits.ts'

const mostItems = 1000
type ItemScope = Scope & { kind: 'item' }

/** Multi-instance (会签): the items to begin with, all or only the first; none when the collection is empty. */
export function beginLoop(draft: Draft, token: Token, node: FlowNode, loop: Loop): Token[] {
  const { total, items } = extent(draft, token, node, loop)
  if (total === 0) {
    if (loop.collect !== undefined) write(draft, token.in, { [loop.collect]: [] })
    return []
  }
  const id = draft.state.next++
  const scope = addScope<LoopScope>(draft, {
    id,
    kind: 'loop',
    in: token.in,
    token: token.id,
    total,
    started: loop.sequential ? 1 : total,
    done: 0,
    ...(items && { items }),
    ...(loop.collect !== undefined && { collected: [] }),
  })
  return Array.from({ length: scope.started }, (_, index) => beginItem(draft, scope, node, loop, index))
}

function extent(draft: Draft, token: Token, node: FlowNode, loop: Loop): { total: number; items?: Value[] } {
  const lookup = lookupIn(draft.state, token.in)
  const value = valueOf(loop.collection ?? loop.cardinality ?? 'null', lookup)
  const items = loop.collection !== undefined && Array.isArray(value) ? value : undefined
  const total = items ? items.length : loop.collection === undefined ? value : undefined
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0 || total > mostItems)
    throw new FlowProblem('collectionInvalid', { name: node.name || node.id })
  return items ? { total, items } : { total }
}

function beginItem(draft: Draft, { id, items }: LoopScope, node: FlowNode, { element, result }: Loop, index: number): Token {
  const own: Variables = {
    ...(result !== undefined && { [result]: null }),
    loopCounter: index + 1,
    ...(element !== undefined && items && { [element]: items[index] ?? null }),
  }
  const item = addScope<ItemScope>(draft, { id: draft.state.next++, kind: 'item', in: id, variables: own })
  const token = addToken(draft, node.id, item.id)
  arm(draft, token)
  return token
}

/** What follows on one finished item: the next one begins, or the whole activity is finished. */
export type AfterItem = { begun?: Token; finished?: Token | undefined }

/** The completion condition sees the item just finished and the counts with it; when it holds, the others are withdrawn. */
export function finishItem(draft: Draft, item: ItemScope, node: FlowNode): AfterItem {
  const before = scopeOf(draft.state, item.in)
  const loop = 'loop' in node ? node.loop : undefined
  if (before?.kind !== 'loop' || !loop) return {}
  const after = replaceLoop(draft, count(before, item, loop))
  const lookup = lookupIn(draft.state, item.id)
  const seen = (name: string) => (name === loop.collect ? after.collected : lookup(name))
  const enough = loop.completionCondition !== undefined && conditionHolds(loop.completionCondition, seen)
  dropScope(draft, item.id)
  if (enough || after.done === after.total) return { finished: finishLoop(draft, after, loop) }
  if (!loop.sequential) return {}
  const next = replaceLoop(draft, { ...after, started: after.started + 1 })
  return { begun: beginItem(draft, next, node, loop, after.started) }
}

function count(scope: LoopScope, { variables }: ItemScope, { result = '' }: Loop): LoopScope {
  const counted = { ...scope, done: scope.done + 1 }
  if (!scope.collected) return counted
  return { ...counted, collected: [...scope.collected, Object.hasOwn(variables, result) ? (variables[result] ?? null) : null] }
}

function finishLoop(draft: Draft, scope: LoopScope, { collect }: Loop): Token | undefined {
  const token = draft.state.tokens.find(({ id }) => id === scope.token)
  removeAllIn(draft, scope.id)
  dropScope(draft, scope.id)
  if (token && collect !== undefined && scope.collected) write(draft, token.in, { [collect]: scope.collected })
  return token
}
