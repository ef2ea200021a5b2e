import { newId, type Act } from '@yiwang/kernel'
import { requireDepartment } from '../bodies/add-department.ts'
import { getBodyToManage, knownPosts } from '../bodies/body-store.ts'
import type { Staff, StaffInput } from '../contract.ts'
import { staffProblem as problem } from '../problems.ts'
import { insertStaff } from './staff-store.ts'

/** A member of staff is taken up by the administration of his own level (政府工作人员用户新增, guide 七（一）1（1）). He may nothing yet. */
export async function enrolStaff(act: Act, input: StaffInput): Promise<Staff> {
  const body = await getBodyToManage(act, input.bodyCode, 'organisation.manageStaff')
  await requireDepartment(act, body.code, input.departmentId)
  await requirePosts(act, body.code, input.posts ?? [])
  const staff: Staff = { id: newId(), posts: [], qualifications: [], ...input, bodyCode: body.code, division: body.division, enabled: true }
  await insertStaff(act, staff)
  await act.publish('staff.enrolled', { staffId: staff.id, bodyCode: body.code })
  return staff
}

/** @throws staff.postUnknown when the body has no such post. */
export async function requirePosts(act: Act, bodyCode: string, posts: readonly string[]): Promise<void> {
  if (posts.length === 0) return
  const known = await knownPosts(act.tx, bodyCode, posts)
  const unknown = posts.filter((post) => !known.has(post))
  if (unknown.length > 0) throw problem.postUnknown({ posts: unknown })
}
