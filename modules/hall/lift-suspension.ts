import type { Act } from '@yiwang/kernel'
import type { ReasonInput, Suspension } from './contract.ts'
import { getSuspensionForUpdate, noteLifted, toSuspension } from './suspension-store.ts'

/** 解除网上预约暂停 before its end, with a reason (readings: administrators can lift it). */
export async function liftSuspension(act: Act, id: string, { reason }: ReasonInput): Promise<Suspension> {
  const found = await getSuspensionForUpdate(act, id)
  const lifted = await noteLifted(act, id, reason.trim())
  await act.publish('appointment.suspensionLifted', { suspensionId: id, division: found.division })
  return toSuspension(act, lifted)
}
