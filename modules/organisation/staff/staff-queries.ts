import { beyond, keyOf, present, toPage, within, type Desk, type Page, type PageInput } from '@yiwang/kernel'
import { sql, type SqlBool } from 'kysely'
import type { Staff, StaffWithRoles } from '../contract.ts'
import { staffProblem as problem } from '../problems.ts'
import { scopeOnly } from '../roles/grants.ts'
import { rolesOf } from '../roles/role-store.ts'
import { staffColumns } from './staff-store.ts'

export interface StaffQuery extends PageInput {
  body?: string
  /** Beginning of the name or of the number. */
  q?: string
}

function staffInReach({ tx, by }: Desk) {
  return tx
    .selectFrom('organisation.staff as s')
    .innerJoin('organisation.body as b', 'b.code', 's.body_code')
    .select(staffColumns)
    .where(within(by, 'organisation.lookStaff', { body: 's.body_code', division: 'b.division' }))
}

/** Staff by body and number. */
export async function listStaff(desk: Desk, { body, q, after, limit = 20 }: StaffQuery): Promise<Page<Staff>> {
  let query = staffInReach(desk)
    .orderBy('s.body_code')
    .orderBy('s.staff_number')
    .limit(limit + 1)
  if (body !== undefined) query = query.where('s.body_code', '=', body)
  if (q !== undefined) query = query.where(sql<SqlBool>`(starts_with(s.name, ${q}) or starts_with(s.staff_number, ${q}))`)
  if (after !== undefined) query = query.where(beyond(['s.body_code', 's.staff_number'], keyOf(after, 2), 'asc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.bodyCode, row.staffNumber],
    (row) => present(row),
  )
}

/** @throws staff.notFound also for those out of reach. */
export async function showStaff(desk: Desk, id: string): Promise<StaffWithRoles> {
  const row = await staffInReach(desk).where('s.id', '=', id).executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  const roles = await rolesOf(desk.tx, id)
  return { ...present(row), roles: roles.map((role) => ({ role: role.code, ...scopeOnly(role) })) }
}
