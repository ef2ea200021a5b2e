import type { Act } from '@yiwang/kernel'
import { requireDepartment } from '../bodies/add-department.ts'
import type { Staff, StaffChange } from '../contract.ts'
import { requirePosts } from './enrol-staff.ts'
import { getStaffToManage, updateStaff } from './staff-store.ts'

/** Name, department, posts or qualifications change (工作人员信息维护, guide 七（一）1（1）). Who moves to another body is enrolled there anew. */
export async function changeStaff(act: Act, id: string, input: StaffChange): Promise<Staff> {
  const staff: Staff = { ...(await getStaffToManage(act, id, 'organisation.manageStaff')), ...input }
  await requireDepartment(act, staff.bodyCode, input.departmentId)
  await requirePosts(act, staff.bodyCode, input.posts ?? [])
  await updateStaff(act, staff)
  await act.publish('staff.changed', { staffId: id, bodyCode: staff.bodyCode })
  return staff
}
