import type { Act } from '@yiwang/kernel'
import type { Seal } from './contract.ts'
import { can, stateAfter, type SealAct } from './lifecycle.ts'
import { problem } from './problems.ts'
import { changeSealState, getSealForUpdate, type SealRow } from './seal-store.ts'

/** Handing a made seal to its body (发放电子印章): from now on it seals. */
export async function issueSeal(act: Act, id: string): Promise<Seal> {
  const seal = await change(act, id, 'issue', 'seals.make')
  await act.publish('seal.issued', factsOf(seal))
  return seal
}

/** Taking a seal out of use for a while (停用), and back (恢复). */
export async function suspendSeal(act: Act, id: string, reason: string): Promise<Seal> {
  const seal = await change(act, id, 'suspend', 'seals.manage', reason)
  await act.publish('seal.suspended', factsOf(seal))
  return seal
}

export async function resumeSeal(act: Act, id: string): Promise<Seal> {
  const seal = await change(act, id, 'resume', 'seals.manage')
  await act.publish('seal.resumed', factsOf(seal))
  return seal
}

/** Reporting a seal as lost (挂失): its certificate is revoked as compromised; what it sealed before stays good. */
export async function reportSealLoss(act: Act, id: string, reason: string): Promise<Seal> {
  const seal = await change(act, id, 'reportLoss', 'seals.manage', reason)
  if (seal.serial !== undefined) await act.enqueue('seals.revoke', { serial: seal.serial, reason: 'keyCompromise' })
  await act.publish('seal.lost', factsOf(seal))
  return seal
}

/** Destroying a seal (销毁), when its body no longer needs it. */
export async function destroySeal(act: Act, id: string, reason: string): Promise<Seal> {
  const seal = await change(act, id, 'destroy', 'seals.manage', reason)
  if (seal.serial !== undefined) await act.enqueue('seals.revoke', { serial: seal.serial, reason: 'cessationOfOperation' })
  await act.publish('seal.destroyed', factsOf(seal))
  return seal
}

/** @throws seal.notFound, seal.notLawful */
async function change(act: Act, id: string, verb: SealAct, permission: string, reason?: string): Promise<SealRow> {
  const seal = await getSealForUpdate(act, id, permission)
  if (!can(verb, seal)) throw problem.notLawful({ state: seal.state })
  const state = stateAfter(verb)
  await changeSealState(act, id, state, reason)
  return { ...seal, state }
}

function factsOf({ id, bodyCode, kind }: SealRow): { sealId: string; bodyCode: string; kind: string } {
  return { sealId: id, bodyCode, kind }
}
