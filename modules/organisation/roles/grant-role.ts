import type { Act } from '@yiwang/kernel'
import type { GrantRoleInput, RoleScope, StaffRole } from '../contract.ts'
import { divisionsInReach, shortCode } from '../divisions/division-store.ts'
import { roleProblem as problem } from '../problems.ts'
import { getStaffToManage } from '../staff/staff-store.ts'
import { scopeOnly } from './grants.ts'
import { bodiesInReach, getRole, insertStaffRole, lockRoles, rolesOf } from './role-store.ts'
import { mayHoldTogether } from './separation.ts'

/**
 * A member of staff is given a role and what it reaches (授权). Nobody gives himself one, nobody gives beyond his own reach, and nobody is
 * two of the three separated administrators.
 */
export async function grantRole(act: Act, staffId: string, input: GrantRoleInput): Promise<StaffRole> {
  const staff = await getStaffToManage(act, staffId, 'organisation.grantRole')
  if (act.by.id === staffId) throw problem.notToOneself()
  const role = await getRole(act.tx, input.role)
  const scope = scopeOnly({ ...input, ...(input.divisions ? { divisions: input.divisions.map(shortCode) } : {}) })
  await requireReach(act, scope)

  await lockRoles(act.tx)
  if (!mayHoldTogether([role, ...(await rolesOf(act.tx, staffId))])) throw problem.separatedAdministrators()
  await insertStaffRole(act, staffId, role.code, scope)
  await act.publish('role.granted', { staffId, bodyCode: staff.bodyCode, role: role.code })
  return { role: role.code, ...scope }
}

async function requireReach(act: Act, { bodies = [], divisions = [] }: RoleScope): Promise<void> {
  const reached = new Set([
    ...(bodies.length > 0 ? await bodiesInReach(act, 'organisation.grantRole', bodies) : []),
    ...(divisions.length > 0 ? await divisionsInReach(act, 'organisation.grantRole', divisions) : []),
  ])
  const beyond = [...bodies, ...divisions].filter((code) => !reached.has(code))
  if (beyond.length > 0) throw problem.scopeOutOfReach({ codes: beyond })
}
