import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { HolderKind } from './contract.ts'
import { can, stateAfter, type StateMove } from './lifecycle.ts'
import { stateOn, type KeptState } from './licence-states.ts'
import { factsOf, getLicenceForUpdate, getOwnLicenceForUpdate, insertVersion, pointTo, type LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'

/** Those done to a licence by hand, each with its reason. */
export type StateAct = Exclude<StateMove, 'comeIntoForce' | 'withhold'>

/**
 * 暂扣, 撤销, 吊销, 注销, 办理转出 and 挂失 (行政许可法 69, 70; the guide 五（二）1（4）③), each with its reason: a further row of the record;
 * identifier and file stay, and whoever checks them is told.
 */
export async function changeLicenceState(act: Act, identifier: string, verb: StateAct, reason: string): Promise<LicenceRecord> {
  return moveState(act, await getLicenceForUpdate(act, identifier, 'licences.manage'), verb, reason)
}

/** 挂失 by the holder. */
export async function reportOwnLoss(
  act: Act,
  identifier: string,
  holder: { kind: HolderKind; number: string },
  reason: string,
): Promise<LicenceRecord> {
  return moveState(act, await getOwnLicenceForUpdate(act, identifier, holder), 'reportLoss', reason)
}

export async function moveState(act: Act, licence: LicenceRecord, verb: StateMove, reason?: string): Promise<LicenceRecord> {
  const state = stateOn(licence.state, licence.validTo, legalDay(act.now))
  if (!can(verb, { state })) throw problem.notLawful({ state })
  const after = stateAfter(verb)
  const next: LicenceRecord = {
    ...licence,
    sequence: licence.sequence + 1,
    state: after,
    subject: null,
    awaitsFile: licence.awaitsFile && !isEnd(after),
  }
  await insertVersion(act, next, verb, reason)
  await pointTo(act, next)
  if (verb === 'comeIntoForce') await act.publish('licence.inForce', factsOf(next))
  else if (isEnd(after)) await act.publish('licence.ended', { ...factsOf(next), state: after, reason: reason ?? '' })
  else await act.publish(told[after], factsOf(next))
  return next
}

type LastState = Exclude<KeptState, keyof typeof told>
const told = { valid: 'licence.resumed', suspended: 'licence.suspended', lost: 'licence.lost' } as const

function isEnd(state: KeptState): state is LastState {
  return !Object.hasOwn(told, state)
}
