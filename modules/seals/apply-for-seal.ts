import { newId, type Act } from '@yiwang/kernel'
import { getActiveBody } from '@yiwang/organisation'
import type { ApplyForSealInput, Seal } from './contract.ts'
import { problem } from './problems.ts'
import { findSealForUpdate, insertSeal } from './seal-store.ts'

/** Applying for an e-seal (申请电子印章), by the body itself. @throws seal.bodyOutOfReach for somebody else’s body, seal.alreadyThere */
export async function applyForSeal(act: Act, input: ApplyForSealInput): Promise<Seal> {
  const body = await getActiveBody(act.tx, input.bodyCode)
  const id = newId()
  await insertSeal(act, { ...input, id, division: body.division })
  const seal = await findSealForUpdate(act, id, 'seals.apply')
  if (!seal) throw problem.bodyOutOfReach({ bodyCode: input.bodyCode })
  await act.publish('seal.applied', { sealId: id, bodyCode: input.bodyCode, kind: input.kind })
  return seal
}
