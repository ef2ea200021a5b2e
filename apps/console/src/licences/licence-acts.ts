import type { LicenceState } from '@yiwang/licences/contract'
import { can, type LicenceAct } from '@yiwang/licences/lifecycle'
import { t, tOf } from '../words/index.ts'

/** What follows the licence in the address. */
export type LicenceStepPath = 'suspension' | 'resumption' | 'loss' | 'recovery' | 'transfer' | 'cancellation' | 'rescission' | 'revocation'

export interface LicenceStep {
  act: LicenceAct
  path: LicenceStepPath
  danger?: true
}

/** What is done to a licence after it was issued: 暂扣, 挂失, 注销, 撤销, 吊销, 办理转出, and what undoes them. */
export const licenceSteps: readonly LicenceStep[] = [
  { act: 'suspend', path: 'suspension' },
  { act: 'resume', path: 'resumption' },
  { act: 'reportLoss', path: 'loss' },
  { act: 'withdrawLoss', path: 'recovery' },
  { act: 'transfer', path: 'transfer' },
  { act: 'cancel', path: 'cancellation', danger: true },
  { act: 'rescind', path: 'rescission', danger: true },
  { act: 'revoke', path: 'revocation', danger: true },
]

/** Why a step cannot be taken in this state, by the table the server refuses by. */
export function notNow(act: LicenceAct, state: LicenceState): string | undefined {
  return can(act, { state }) ? undefined : t('licences.notNow', { state: tOf('licenceState', state) })
}
