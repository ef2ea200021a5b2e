import type { Act } from '@yiwang/kernel'
import type { Role, RoleInput } from '../contract.ts'
import { roleProblem as problem } from '../problems.ts'
import { holdersOf, lockRoles, roleNameTaken, rolesOf, upsertRole } from './role-store.ts'
import { mayHoldTogether, reservedForOthers } from './separation.ts'

/** Which permissions a role has (角色权限设定, guide 五（一）2（2）访问控制策略). It holds at once for everybody who has the role. */
export async function defineRole(act: Act, code: string, input: RoleInput): Promise<Role> {
  const role: Role = { code, ...input }
  const unknown = role.permissions.filter((permission) => !(permission in act.permissions))
  if (unknown.length > 0) throw problem.permissionUnknown({ permissions: unknown })
  const reserved = reservedForOthers(role, act.permissions)
  if (reserved.length > 0) throw problem.permissionReserved({ permissions: reserved })

  await lockRoles(act.tx)
  if (await roleNameTaken(act.tx, role)) throw problem.nameTaken({ name: role.name })
  const holders = await holdersOf(act.tx, code)
  if (holders.includes(act.by.id)) throw problem.notToOneself()
  await upsertRole(act.tx, role)
  for (const holder of holders) if (!mayHoldTogether(await rolesOf(act.tx, holder))) throw problem.separatedAdministrators()
  await act.publish('role.defined', { role: code, ...(role.administers ? { administers: role.administers } : {}) })
  return role
}
