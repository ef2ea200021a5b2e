import type { Draft } from './draft.ts'
import { dropScope, scopeOf } from './draft.ts'
import type { Token } from './state.ts'
import { workOf } from './tasks.ts'
import { disarm } from './waits.ts'

/** Takes a token away whose work is done. */
export function dropToken(draft: Draft, token: Token): void {
  disarm(draft, token)
  draft.state.tokens = draft.state.tokens.filter(({ id }) => id !== token.id)
}

/** Takes a token away with all that runs inside it; open tasks and calls are withdrawn. */
export function withdraw(draft: Draft, token: Token): void {
  for (const scope of draft.state.scopes)
    if ('token' in scope && scope.token === token.id) {
      removeAllIn(draft, scope.id)
      dropScope(draft, scope.id)
    }
  const work = workOf(draft, token)
  if (work?.type === 'userTask') draft.closed.push({ id: token.id, nodeId: work.id, how: 'cancelled' })
  if (work?.type === 'serviceTask') draft.servicesCancelled.push(token.id)
  dropToken(draft, token)
}

/** Empties a scope, the items of a loop included, and forgets the moves still to be made in it. */
export function removeAllIn(draft: Draft, scope: number): void {
  draft.queue = draft.queue.filter((entry) => !isWithin(draft, entry.scope, scope))
  for (const token of draft.state.tokens) if (token.in === scope) withdraw(draft, token)
  for (const item of draft.state.scopes)
    if (item.kind === 'item' && item.in === scope) {
      removeAllIn(draft, item.id)
      dropScope(draft, item.id)
    }
}

function isWithin(draft: Draft, inner: number, outer: number): boolean {
  if (inner === outer) return true
  const scope = scopeOf(draft.state, inner)
  return scope !== undefined && isWithin(draft, scope.in, outer)
}
