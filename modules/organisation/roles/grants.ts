import type { Grant } from '@yiwang/kernel'
import { divisionPrefix } from '@yiwang/standards'
import type { Role, RoleScope } from '../contract.ts'

export type HeldRole = Pick<Role, 'code' | 'name' | 'permissions' | 'administers'> & RoleScope

/** What roles come to: one grant a permission, over what each role reaches; without bodies and divisions that is one's own body. */
export function grantsFrom(roles: readonly Omit<HeldRole, 'name'>[], ownBody: string): Grant[] {
  return roles.flatMap((role) => {
    const scope = scopeOf(role, ownBody)
    return role.permissions.map((permission) => ({ permission, ...scope }))
  })
}

/** What narrows, without what is not said. */
export function scopeOnly({ bodies, divisions, items }: RoleScope): RoleScope {
  return { ...(bodies ? { bodies } : {}), ...(divisions ? { divisions } : {}), ...(items ? { items } : {}) }
}

function scopeOf({ bodies, divisions, items }: RoleScope, ownBody: string): Omit<Grant, 'permission'> {
  const narrowed = bodies ?? (divisions ? undefined : [ownBody])
  const prefixes = divisions?.map(divisionPrefix)
  return { ...(narrowed ? { bodies: narrowed } : {}), ...(prefixes ? { divisions: prefixes } : {}), ...(items ? { items } : {}) }
}
