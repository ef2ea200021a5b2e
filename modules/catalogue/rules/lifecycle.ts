/** Which act is lawful on a revision and on an item in which state: the table for server and console. */
import type { ItemState, RevisionState } from '../contract.ts'

const revisionActs = {
  change: ['draft'],
  submit: ['draft'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
  publish: ['approved'],
  discard: ['draft'],
} satisfies Record<string, RevisionState[]>
export type RevisionAct = keyof typeof revisionActs

const itemActs = {
  revise: ['preparing', 'inForce', 'suspended'],
  apply: ['inForce'],
  suspend: ['inForce'],
  resume: ['suspended'],
  withdraw: ['inForce', 'suspended'],
} satisfies Record<string, ItemState[]>
export type ItemAct = keyof typeof itemActs

export function canOnRevision(act: RevisionAct, state: RevisionState): boolean {
  const states: RevisionState[] = revisionActs[act]
  return states.includes(state)
}

export function canOnItem(act: ItemAct, state: ItemState): boolean {
  const states: ItemState[] = itemActs[act]
  return states.includes(state)
}
