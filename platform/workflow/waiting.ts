import type { Definition } from './definition.ts'
import { openDraft } from './draft.ts'
import type { MessageWait, ServiceCall, State, Task } from './state.ts'
import { serviceOf, taskOf, workOf } from './tasks.ts'
import { waitsOf } from './waits.ts'

/** All that a running flow waits for. The due times of timers are the host's rows, not part of the state. */
export type Waiting = { tasks: Task[]; services: ServiceCall[]; timers: { id: string; nodeId: string }[]; messages: MessageWait[] }

/** Read from the state alone: to compare with stored rows, or to make them anew. Nothing for a flow that has ended. */
export function waiting(definition: Definition, state: State): Waiting {
  const found: Waiting = { tasks: [], services: [], timers: [], messages: [] }
  if (state.status !== 'running') return found
  const draft = openDraft(definition, state, { now: new Date(0) })
  for (const token of draft.state.tokens) {
    const work = workOf(draft, token)
    if (work?.type === 'userTask') found.tasks.push(taskOf(draft, token, work))
    if (work?.type === 'serviceTask') found.services.push(serviceOf(draft, token, work))
    for (const { id, node, trigger } of waitsOf(draft, token)) {
      if (trigger.kind === 'message') found.messages.push({ id, nodeId: node.id, message: trigger.message })
      else found.timers.push({ id, nodeId: node.id })
    }
  }
  return found
}
