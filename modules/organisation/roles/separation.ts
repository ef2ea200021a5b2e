import type { Permissions } from '@yiwang/kernel'
import type { Administrator, Role } from '../contract.ts'

/** Which administrators somebody would be who holds these roles. The three must be three people (三权分立, GB/T 22239). */
export function administratorsOf(roles: readonly Pick<Role, 'administers'>[]): Set<Administrator> {
  return new Set(roles.flatMap(({ administers }) => (administers === undefined ? [] : [administers])))
}

export function mayHoldTogether(roles: readonly Pick<Role, 'administers'>[]): boolean {
  return administratorsOf(roles).size <= 1
}

/** Permissions of a role that only another administrator may be given, so that no role goes round the separation. */
export function reservedForOthers(role: Pick<Role, 'permissions' | 'administers'>, permissions: Permissions): string[] {
  return role.permissions.filter((code) => {
    const administrator = permissions[code]?.administrator
    return administrator !== undefined && administrator !== role.administers
  })
}
