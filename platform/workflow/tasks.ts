import type { Candidates, FlowNode, ServiceTask, UserTask } from './definition.ts'
import { placeOf, scopeOf } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Variables } from './condition-values.ts'
import { resolved } from './expressions.ts'
import { FlowProblem } from './problems.ts'
import type { Instance, ServiceCall, State, Task, Token } from './state.ts'
import { lookupIn } from './variables.ts'

/** The work of a token itself, as against the token that waits for all items of a loop. */
export function workOf(draft: Draft, token: Token): UserTask | ServiceTask | undefined {
  if (token.via !== undefined) return undefined
  const { node } = placeOf(draft, token.at)
  if (node.type !== 'userTask' && node.type !== 'serviceTask') return undefined
  return node.loop && scopeOf(draft.state, token.in)?.kind !== 'item' ? undefined : node
}

export function taskOf(draft: Draft, token: Token, node: UserTask): Task {
  const { stage, formKey, limit, duty, decision } = node
  return {
    id: token.id,
    nodeId: node.id,
    name: node.name,
    candidates: resolveCandidates(draft, token, node),
    ...(stage !== undefined && { stage }),
    ...(formKey !== undefined && { formKey }),
    ...(limit && { limit }),
    ...(duty !== undefined && { duty }),
    ...(decision && { decision }),
    ...instanceOf(draft.state, token, node),
  }
}

export function serviceOf(draft: Draft, token: Token, node: ServiceTask): ServiceCall {
  return { id: token.id, nodeId: node.id, name: node.name, operation: node.operation ?? '', ...instanceOf(draft.state, token, node) }
}

function instanceOf(state: State, token: Token, node: UserTask | ServiceTask): { instance?: Instance } {
  const item = scopeOf(state, token.in)
  const loop = item && scopeOf(state, item.in)
  if (item?.kind !== 'item' || loop?.kind !== 'loop') return {}
  const number = Number(item.variables['loopCounter'])
  const element = node.loop?.element === undefined ? undefined : item.variables[node.loop.element]
  return { instance: { number, of: loop.total, ...(element !== undefined && { element }) } }
}

function resolveCandidates(draft: Draft, token: Token, node: UserTask): Candidates {
  const { roles, users, body, division, expertise, notDoneBy } = node.candidates
  const one = (text: string) => words(draft, token, node, text)[0] ?? ''
  const all = (texts: string[]) => texts.flatMap((text) => words(draft, token, node, text))
  return {
    roles: all(roles),
    ...(users && { users: all(users) }),
    ...(body !== undefined && { body: one(body) }),
    ...(division !== undefined && { division: one(division) }),
    ...(expertise !== undefined && { expertise: one(expertise) }),
    ...(notDoneBy && { notDoneBy }),
  }
}

/** A variable may hold one name or a list of names. An empty one would leave the task to nobody, so it is refused. */
function words(draft: Draft, token: Token, { name, id }: FlowNode, text: string): string[] {
  if (!text.startsWith('=')) return [text]
  const value = resolved(text, lookupIn(draft.state, token.in))
  const found = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string' && item !== '')
  if (found.length === 0) throw new FlowProblem('candidateUnknown', { name: name || id, variable: text.slice(1) })
  return found as string[]
}

export function checkDecision(node: UserTask, given: Variables): void {
  const { decision, name, id } = node
  if (!decision) return
  const value = Object.hasOwn(given, decision.variable) ? given[decision.variable] : undefined
  if (decision.options.some((option) => option.value === value)) return
  throw new FlowProblem('decisionInvalid', { name: name || id, options: decision.options.map(({ label }) => label).join('、') })
}
