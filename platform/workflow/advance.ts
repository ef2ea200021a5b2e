import { beginActivity, finishActivity } from './activities.ts'
import { addToken, placeOf } from './draft.ts'
import type { Draft, Entry } from './draft.ts'
import { refuseStuck, releaseInclusive, tryParallel } from './joins.ts'
import { goOn } from './leave.ts'
import { FlowProblem } from './problems.ts'
import { removeAllIn } from './removal.ts'
import { arm } from './waits.ts'

const mostEntries = 10_000

/** Moves every token on until all of them rest: at a person, another system, the clock, or a join. */
export function settle(draft: Draft): void {
  do {
    for (let entry = draft.queue.shift(); entry; entry = draft.queue.shift()) enter(draft, entry)
  } while (releaseInclusive(draft) || closeEmptyScope(draft))
  if (draft.state.status === 'running' && draft.state.tokens.length === 0) draft.state.status = 'ended'
  refuseStuck(draft)
}

function enter(draft: Draft, { node: id, scope, via }: Entry): void {
  if (++draft.entered > mostEntries) throw new FlowProblem('endlessLoop')
  const place = placeOf(draft, id)
  const { node, incoming } = place
  switch (node.type) {
    case 'parallelGateway':
    case 'inclusiveGateway':
      if (incoming.length > 1 && via !== undefined) {
        addToken(draft, id, scope, via)
        if (node.type === 'parallelGateway') tryParallel(draft, place, scope)
        return
      }
      draft.passed.push(id)
      return goOn(draft, place, scope)
    case 'startEvent':
    case 'exclusiveGateway':
    case 'boundaryEvent':
      draft.passed.push(id)
      return goOn(draft, place, scope)
    case 'endEvent':
      draft.passed.push(id)
      if (scope === 0) draft.lastEnd = id
      return node.terminate ? removeAllIn(draft, scope) : undefined
    case 'catchEvent':
      return arm(draft, addToken(draft, id, scope))
    case 'userTask':
    case 'serviceTask':
    case 'receiveTask':
    case 'subProcess':
    case 'callActivity':
      return beginActivity(draft, place, scope)
  }
}

/** A sub-process or called flow without tokens has come to its end, and its activity with it. */
function closeEmptyScope(draft: Draft): boolean {
  const { scopes, tokens } = draft.state
  if (scopes.length === 0) return false
  const scope = scopes.find(({ id, kind }) => (kind === 'sub' || kind === 'call') && !tokens.some((token) => token.in === id))
  const waiting = scope && 'token' in scope && tokens.find(({ id }) => id === scope.token)
  if (!waiting) return false
  finishActivity(draft, waiting, scope)
  return true
}
