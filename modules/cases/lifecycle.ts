import type { CaseState } from './contract.ts'

/**
 * Which act is lawful in which state (办件流转). The one table for the refusal on the server, the disabled button in the
 * console and the diagram in the README; sources: the guide 五（一）2（4）, 五（二）1（2）, 行政许可法 32, 42, 44, 45, 69.
 */
export const lawfulIn = {
  requestCorrection: ['submitted', 'preAccepted'],
  resubmit: ['correcting'],
  lapse: ['correcting'],
  preAccept: ['submitted'],
  accept: ['submitted', 'preAccepted'],
  deemAccept: ['submitted'],
  refuse: ['submitted', 'preAccepted'],
  lookUpLicences: ['submitted', 'correcting', 'preAccepted', 'accepted', 'suspended'],
  claimTask: ['accepted'],
  completeTask: ['accepted'],
  noteExamination: ['accepted'],
  startSpecial: ['accepted'],
  endSpecial: ['suspended'],
  requestExtension: ['accepted'],
  grantExtension: ['accepted'],
  suspend: ['accepted'],
  resume: ['suspended'],
  requestAbort: ['accepted', 'suspended'],
  abort: ['accepted', 'suspended'],
  withdraw: ['submitted', 'correcting', 'preAccepted', 'accepted', 'suspended'],
  supplyDeferred: ['accepted', 'suspended'],
  decide: ['accepted'],
  produce: ['decided'],
  complete: ['decided'],
  chooseDelivery: ['completed'],
  deliver: ['completed'],
  noteMismatch: ['completed'],
  rescind: ['completed'],
  archive: ['delivered', 'refused', 'withdrawn', 'lapsed', 'aborted', 'rescinded'],
} as const satisfies Record<string, readonly CaseState[]>

export type CaseAct = keyof typeof lawfulIn

/** Whether the act is lawful in the state the case is in. */
export function can(act: CaseAct, subject: { state: CaseState }): boolean {
  const states: readonly CaseState[] = lawfulIn[act]
  return states.includes(subject.state)
}

/** Everything that is lawful now, for the refusal that names what is. */
export function lawfulActs(state: CaseState): CaseAct[] {
  return (Object.keys(lawfulIn) as CaseAct[]).filter((act) => can(act, { state }))
}

/** Nothing more happens to the matter itself; only the archive is left. */
export const endStates = [
  'delivered',
  'archived',
  'refused',
  'withdrawn',
  'lapsed',
  'aborted',
  'rescinded',
] as const satisfies readonly CaseState[]
