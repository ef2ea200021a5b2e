import type { Act } from '@yiwang/kernel'
import { roleProblem as problem } from '../problems.ts'
import { getStaffToManage } from '../staff/staff-store.ts'
import { deleteStaffRole } from './role-store.ts'

/** A role is taken back (收回授权). It ends at once. Nobody takes one from himself: the last administrator would lock the door behind him. */
export async function withdrawRole(act: Act, staffId: string, role: string): Promise<void> {
  const staff = await getStaffToManage(act, staffId, 'organisation.grantRole')
  if (act.by.id === staffId) throw problem.notToOneself()
  await deleteStaffRole(act.tx, staffId, role)
  await act.publish('role.withdrawn', { staffId, bodyCode: staff.bodyCode, role })
}
