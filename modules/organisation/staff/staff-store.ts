import { present, within, type Act, type Tx } from '@yiwang/kernel'
import type { Staff } from '../contract.ts'
import { bodyProblem, staffProblem as problem } from '../problems.ts'

export const staffColumns = [
  's.id',
  's.staff_number as staffNumber',
  's.name',
  's.body_code as bodyCode',
  'b.division',
  's.department_id as departmentId',
  's.posts',
  's.qualifications',
  's.enabled',
  's.disabled_reason as disabledReason',
] as const

function staffWithBody(tx: Tx) {
  return tx.selectFrom('organisation.staff as s').innerJoin('organisation.body as b', 'b.code', 's.body_code').select(staffColumns)
}

export async function findStaff(tx: Tx, id: string): Promise<Staff | undefined> {
  const row = await staffWithBody(tx).where('s.id', '=', id).executeTakeFirst()
  return row && present(row)
}

export async function findStaffByNumber(tx: Tx, staffNumber: string): Promise<Staff | undefined> {
  const row = await staffWithBody(tx).where('s.staff_number', '=', staffNumber).executeTakeFirst()
  return row && present(row)
}

export async function getStaff(tx: Tx, id: string): Promise<Staff> {
  const staff = await findStaff(tx, id)
  if (!staff) throw problem.notFound({ id })
  return staff
}

/** Locked, and within what the actor may administer. @throws body.outOfReach beyond it (R7-005 跨级操作). */
export async function getStaffToManage({ tx, by }: Pick<Act, 'tx' | 'by'>, id: string, permission: string): Promise<Staff> {
  const row = await staffWithBody(tx)
    .select(within(by, permission, { body: 's.body_code', division: 'b.division' }).as('reached'))
    .where('s.id', '=', id)
    .forUpdate('s')
    .executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  const { reached, ...staff } = row
  if (!reached) throw bodyProblem.outOfReach({ name: staff.name })
  return present(staff)
}

/** @throws staff.numberTaken */
export async function insertStaff(act: Act, staff: Staff): Promise<void> {
  const { id, staffNumber, name, bodyCode, departmentId, posts, qualifications } = staff
  const values = { id, name, posts, qualifications, staff_number: staffNumber, body_code: bodyCode, department_id: departmentId }
  const result = await act.tx
    .insertInto('organisation.staff')
    .values({ ...values, enrolled_at: act.now })
    .onConflict((conflict) => conflict.column('staff_number').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.numberTaken({ staffNumber })
}

export async function updateStaff(act: Act, staff: Staff): Promise<void> {
  const { id, name, departmentId, posts, qualifications, enabled, disabledReason } = staff
  await act.tx
    .updateTable('organisation.staff')
    .set({ name, posts, qualifications, enabled, department_id: departmentId ?? null })
    .set({ disabled_reason: disabledReason ?? null, disabled_at: enabled ? null : act.now })
    .where('id', '=', id)
    .execute()
}
