import type { Permissions } from '@yiwang/kernel'
import type { PermissionEntry } from '../contract.ts'

/** What can be put into roles: everything somebody does not have by nature already. */
export function permissionBook(permissions: Permissions): PermissionEntry[] {
  return Object.entries(permissions)
    .filter(([, { heldBy = [] }]) => heldBy.length === 0)
    .map(([code, { name, administrator }]) => ({ code, name, ...(administrator ? { administrator } : {}) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
