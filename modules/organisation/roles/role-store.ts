import { keyOf, present, toPage, within, type Act, type Grant, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { Role, RoleScope } from '../contract.ts'
import { roleProblem as problem } from '../problems.ts'
import { grantsFrom, type HeldRole } from './grants.ts'

const roleColumns = ['code', 'name', 'permissions', 'administers'] as const

export async function findRole(tx: Tx, code: string): Promise<Role | undefined> {
  const row = await tx.selectFrom('organisation.role').select(roleColumns).where('code', '=', code).executeTakeFirst()
  return row && (present(row) as Role)
}

export async function getRole(tx: Tx, code: string): Promise<Role> {
  const role = await findRole(tx, code)
  if (!role) throw problem.notFound({ code })
  return role
}

export async function listRoles(tx: Tx, { after, limit = 20 }: PageInput): Promise<Page<Role>> {
  let query = tx
    .selectFrom('organisation.role')
    .select(roleColumns)
    .orderBy('code')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('code', '>', String(keyOf(after, 1)[0]))
  return toPage(
    await query.execute(),
    limit,
    ({ code }) => [code],
    (row) => present(row) as Role,
  )
}

export async function upsertRole(tx: Tx, { code, name, permissions, administers }: Role): Promise<void> {
  const content = { name, permissions, administers: administers ?? null }
  const insert = tx.insertInto('organisation.role').values({ code, ...content })
  await insert.onConflict((conflict) => conflict.column('code').doUpdateSet(content)).execute()
}

export async function roleNameTaken(tx: Tx, { code, name }: Role): Promise<boolean> {
  const query = tx.selectFrom('organisation.role').select('code').where('name', '=', name).where('code', '<>', code)
  return (await query.executeTakeFirst()) !== undefined
}

/** The separation of administrators spans rows: who changes roles or grants waits for the other to end. Readers do not wait. */
export async function lockRoles(tx: Tx): Promise<void> {
  await sql`lock table organisation.staff_role in share row exclusive mode`.execute(tx)
}

export async function rolesOf(tx: Tx, staffId: string): Promise<HeldRole[]> {
  const rows = await tx
    .selectFrom('organisation.staff_role as h')
    .innerJoin('organisation.role as r', 'r.code', 'h.role_code')
    .select(['r.code', 'r.name', 'r.permissions', 'r.administers', 'h.bodies', 'h.divisions', 'h.items'])
    .where('h.staff_id', '=', staffId)
    .orderBy('r.code')
    .execute()
  return rows.map((row) => present(row) as HeldRole)
}

export async function holdersOf(tx: Tx, role: string): Promise<string[]> {
  const rows = await tx.selectFrom('organisation.staff_role').select('staff_id').where('role_code', '=', role).execute()
  return rows.map((row) => row.staff_id)
}

/** What a member of staff may, and over what. Nothing when he is disabled or his body is retired. */
export async function grantsOf(tx: Tx, staffId: string): Promise<Grant[]> {
  const staff = await tx
    .selectFrom('organisation.staff as s')
    .innerJoin('organisation.body as b', 'b.code', 's.body_code')
    .select('s.body_code')
    .where('s.id', '=', staffId)
    .where('s.enabled', '=', true)
    .where('b.state', '=', 'active')
    .executeTakeFirst()
  return staff ? grantsFrom(await rolesOf(tx, staffId), staff.body_code) : []
}

/** @throws role.alreadyGranted */
export async function insertStaffRole(act: Act, staffId: string, role: string, { bodies, divisions, items }: RoleScope): Promise<void> {
  const result = await act.tx
    .insertInto('organisation.staff_role')
    .values({ staff_id: staffId, role_code: role, bodies, divisions, items, granted_by: act.by.id, granted_at: act.now })
    .onConflict((conflict) => conflict.columns(['staff_id', 'role_code']).doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.alreadyGranted({ role })
}

/** @throws role.notGranted */
export async function deleteStaffRole(tx: Tx, staffId: string, role: string): Promise<void> {
  const remove = tx.deleteFrom('organisation.staff_role').where('staff_id', '=', staffId).where('role_code', '=', role)
  if ((await remove.executeTakeFirst()).numDeletedRows === 0n) throw problem.notGranted({ role })
}

/** Bodies of these over which the actor may grant roles. */
export async function bodiesInReach({ tx, by }: Act, permission: string, codes: readonly string[]): Promise<Set<string>> {
  const query = tx.selectFrom('organisation.body').select('code').where('code', 'in', codes)
  const rows = await query.where(within(by, permission, { body: 'code', division: 'division' })).execute()
  return new Set(rows.map((row) => row.code))
}
