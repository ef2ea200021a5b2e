import type { LicenceState } from './contract.ts'

/** What was done to a licence; `expired` is not done by anybody but read from the dates. */
export type KeptState = Exclude<LicenceState, 'expired'>

/** 证照状态 of the national directory. What is not in force yet and a reported loss have no code of their own there. */
const codes = {
  pending: '99',
  valid: '01',
  suspended: '02',
  rescinded: '03',
  cancelled: '04',
  expired: '05',
  transferred: '06',
  revoked: '07',
  lost: '99',
} as const satisfies Record<LicenceState, string>

export function stateCode(state: LicenceState): string {
  return codes[state]
}

/** What a licence is on a legal day: past its last day nobody need do anything for it to be no longer valid. */
export function stateOn(kept: KeptState, validTo: string | undefined, today: string): LicenceState {
  return kept === 'valid' && validTo !== undefined && validTo < today ? 'expired' : kept
}
