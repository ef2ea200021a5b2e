import type { Act } from '@yiwang/kernel'
import type { DecideSealInput, Seal } from './contract.ts'
import { can, stateAfter } from './lifecycle.ts'
import { problem } from './problems.ts'
import { getSealForUpdate, noteDecision } from './seal-store.ts'

/** Approving or refusing a seal (审批电子印章): never by who applied, and a refusal says why. */
export async function decideSeal(act: Act, id: string, { approved, note }: DecideSealInput): Promise<Seal> {
  const seal = await getSealForUpdate(act, id, 'seals.approve')
  const verb = approved ? 'approve' : 'refuse'
  if (!can(verb, seal)) throw problem.notLawful({ state: seal.state })
  if (seal.appliedBy === act.by.id) throw problem.ownApplication()
  if (!approved && note === undefined) throw problem.reasonMissing()
  const state = stateAfter(verb)
  await noteDecision(act, id, state, note)
  await act.publish(approved ? 'seal.approved' : 'seal.refused', { sealId: id, bodyCode: seal.bodyCode, kind: seal.kind })
  return { ...seal, state, ...(note === undefined ? {} : { endedReason: note }) }
}
