import { newId, type Act } from '@yiwang/kernel'
import type { Department, DepartmentInput } from '../contract.ts'
import { bodyProblem as problem } from '../problems.ts'
import { findDepartment, getBodyToManage, insertDepartment } from './body-store.ts'

/** A department within a body (内设机构). */
export async function addDepartment(act: Act, bodyCode: string, input: DepartmentInput): Promise<Department> {
  await getBodyToManage(act, bodyCode)
  await requireDepartment(act, bodyCode, input.parent)
  const department: Department = { id: newId(), bodyCode, ...input }
  await insertDepartment(act.tx, department)
  return department
}

/** @throws body.departmentNotFound when it is not one of this body. */
export async function requireDepartment(act: Act, bodyCode: string, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const found = await findDepartment(act.tx, id)
  if (found?.bodyCode !== bodyCode) throw problem.departmentNotFound({ id })
}
