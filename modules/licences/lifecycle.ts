import type { LicenceState } from './contract.ts'
import type { KeptState } from './licence-states.ts'

/**
 * 暂扣、撤销、吊销、注销、办理转出、挂失 and what undoes them: which act is lawful in which state, and where it leads. An expired licence
 * can still be renewed or cancelled (行政许可法 50, 70); what ended for good stays ended. One that waits for originals to be seen comes into
 * force or is withheld with its case, and knows no other act.
 */
const acts = {
  comeIntoForce: { from: ['pending'], to: 'valid' },
  withhold: { from: ['pending'], to: 'rescinded' },
  change: { from: ['valid'], to: 'valid' },
  renew: { from: ['valid', 'expired'], to: 'valid' },
  reissue: { from: ['valid', 'lost'], to: 'valid' },
  suspend: { from: ['valid'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'valid' },
  reportLoss: { from: ['valid'], to: 'lost' },
  withdrawLoss: { from: ['lost'], to: 'valid' },
  rescind: { from: ['valid', 'expired', 'suspended', 'lost'], to: 'rescinded' },
  revoke: { from: ['valid', 'expired', 'suspended', 'lost'], to: 'revoked' },
  cancel: { from: ['valid', 'expired', 'suspended', 'lost'], to: 'cancelled' },
  transfer: { from: ['valid'], to: 'transferred' },
} as const satisfies Record<string, { from: readonly LicenceState[]; to: KeptState }>

export type LicenceAct = keyof typeof acts

export function can(act: LicenceAct, licence: { state: LicenceState }): boolean {
  const from: readonly LicenceState[] = acts[act].from
  return from.includes(licence.state)
}

export function stateAfter(act: LicenceAct): KeptState {
  return acts[act].to
}

export function isLicenceAct(text: string): text is LicenceAct {
  return Object.hasOwn(acts, text)
}

/** What makes a further version of the content: 变更, 延续, 补发换发; all else moves the state alone. */
export type ContentAct = 'change' | 'renew' | 'reissue'
export type StateMove = Exclude<LicenceAct, ContentAct>
