import type { Lookup, Value, Variables } from './condition-values.ts'
import type { Draft } from './draft.ts'
import { scopeOf } from './draft.ts'
import type { LoopScope, Scope, State } from './state.ts'

/** Names are looked for from the inside out; a called flow sees only what it was given. */
export function lookupIn(state: State, scopeId: number): Lookup {
  return (name) => {
    for (let scope = scopeOf(state, scopeId); scope; scope = scopeOf(state, scope.in)) {
      const found = own(variablesOf(scope), name)
      if (found !== undefined) return found
      if (scope.kind === 'call') return undefined
    }
    return own(state.variables, name)
  }
}

function variablesOf(scope: Scope): Variables {
  switch (scope.kind) {
    case 'sub':
      return {}
    case 'loop':
      return counters(scope)
    case 'call':
    case 'item':
      return scope.variables
  }
}

function counters({ total, started, done }: LoopScope): Variables {
  return { numberOfInstances: total, numberOfCompletedInstances: done, numberOfActiveInstances: started - done }
}

function own(variables: Variables, name: string): Value | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined
}

/** What belongs to one item of a loop stays there; all else goes to the called flow around the place, or to the case. */
export function write(draft: Draft, scopeId: number, given: Variables): void {
  let rest = given
  for (let scope = scopeOf(draft.state, scopeId); scope; scope = scopeOf(draft.state, scope.in)) {
    if (scope.kind === 'sub' || scope.kind === 'loop') continue
    if (scope.kind === 'call') return merge(draft, scope, rest)
    const known = scope.variables
    const entries = Object.entries(rest)
    const mine = entries.filter(([name]) => Object.hasOwn(known, name))
    if (mine.length === 0) continue
    merge(draft, scope, Object.fromEntries(mine))
    rest = Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(known, name)))
  }
  draft.state.variables = { ...draft.state.variables, ...rest }
}

function merge(draft: Draft, scope: Scope & { variables: Variables }, given: Variables): void {
  const merged = { ...scope, variables: { ...scope.variables, ...given } }
  draft.state.scopes = draft.state.scopes.map((other) => (other.id === scope.id ? merged : other))
}
