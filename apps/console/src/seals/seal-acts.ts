import type { Seal } from '@yiwang/seals/contract'
import { can, type SealAct } from '@yiwang/seals/lifecycle'
import { t, tOf } from '../words/index.ts'

interface Common {
  act: SealAct
  permission: string
  danger?: true
}

/** An answer to an application; a step that needs a reason; a step that needs none. */
export type SealStep = Common &
  (
    | { asks: 'answer'; path: 'decision' }
    | { asks: 'reason'; path: 'suspension' | 'loss' | 'destruction' }
    | { asks: 'nothing'; path: 'making' | 'issue' | 'resumption' }
  )

/** What can be done to a seal, in the order of its life; approval and refusal are one answer. */
export const sealSteps: readonly SealStep[] = [
  { act: 'approve', asks: 'answer', path: 'decision', permission: 'seals.approve' },
  { act: 'make', asks: 'nothing', path: 'making', permission: 'seals.make' },
  { act: 'issue', asks: 'nothing', path: 'issue', permission: 'seals.make' },
  { act: 'suspend', asks: 'reason', path: 'suspension', permission: 'seals.manage' },
  { act: 'resume', asks: 'nothing', path: 'resumption', permission: 'seals.manage' },
  { act: 'reportLoss', asks: 'reason', path: 'loss', permission: 'seals.manage', danger: true },
  { act: 'destroy', asks: 'reason', path: 'destruction', permission: 'seals.manage', danger: true },
]

/** The steps of one's own, each with the reason when it cannot be taken now. */
export function stepsFor(seal: Pick<Seal, 'state'>, may: (permission: string) => boolean): (SealStep & { notNow: string | undefined })[] {
  return sealSteps
    .filter(({ permission }) => may(permission))
    .map((step) => ({ ...step, notNow: can(step.act, seal) ? undefined : t('seals.notNow', { state: tOf('sealState', seal.state) }) }))
}
