import type { Act } from '@yiwang/kernel'
import type { DisableStaffInput, Staff } from '../contract.ts'
import { staffProblem as problem } from '../problems.ts'
import { getStaffToManage, updateStaff } from './staff-store.ts'

/** Somebody leaves or may no longer work here (工作人员停用, guide 七（一）1（1）). His rights end at once; what he did stays his. */
export async function disableStaff(act: Act, id: string, { reason }: DisableStaffInput): Promise<Staff> {
  const staff = await getStaffToManage(act, id, 'organisation.manageStaff')
  if (act.by.id === id) throw problem.ownAccount()
  if (!staff.enabled) throw problem.alreadyDisabled({ name: staff.name })
  const disabled: Staff = { ...staff, enabled: false, disabledReason: reason }
  await updateStaff(act, disabled)
  await act.publish('staff.disabled', { staffId: id, bodyCode: staff.bodyCode })
  return disabled
}

/** A disabled member of staff works again (工作人员启用). */
export async function enableStaff(act: Act, id: string): Promise<Staff> {
  const { disabledReason, ...staff } = await getStaffToManage(act, id, 'organisation.manageStaff')
  if (act.by.id === id) throw problem.ownAccount()
  if (disabledReason === undefined) throw problem.notDisabled({ name: staff.name })
  const enabled: Staff = { ...staff, enabled: true }
  await updateStaff(act, enabled)
  await act.publish('staff.enabled', { staffId: id, bodyCode: staff.bodyCode })
  return enabled
}
