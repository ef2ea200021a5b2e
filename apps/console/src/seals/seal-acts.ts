import type { Seal } from '@yiwang/seals/contract'
import { can, type SealAct } from '@yiwang/seals/lifecycle'
import { t, tOf } from '../words/index.ts'

export interface SealStep {
  act: SealAct
  path: string
  permission: string
  /** Whether a reason belongs to it. */
  reason?: true
  danger?: true
}

/** What can be done to a seal, in the order of its life; approval and refusal are one answer. */
export const sealSteps: readonly SealStep[] = [
  { act: 'approve', path: 'decision', permission: 'seals.approve' },
  { act: 'make', path: 'making', permission: 'seals.make' },
  { act: 'issue', path: 'issue', permission: 'seals.make' },
  { act: 'suspend', path: 'suspension', permission: 'seals.manage', reason: true },
  { act: 'resume', path: 'resumption', permission: 'seals.manage' },
  { act: 'reportLoss', path: 'loss', permission: 'seals.manage', reason: true, danger: true },
  { act: 'destroy', path: 'destruction', permission: 'seals.manage', reason: true, danger: true },
]

/** The steps of one's own, each with the reason when it cannot be taken now. */
export function stepsFor(seal: Pick<Seal, 'state'>, may: (permission: string) => boolean): (SealStep & { notNow: string | undefined })[] {
  return sealSteps
    .filter(({ permission }) => may(permission))
    .map((step) => ({ ...step, notNow: can(step.act, seal) ? undefined : t('seals.notNow', { state: tOf('sealState', seal.state) }) }))
}
