import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Actor, Grant } from './actor.ts'

/** A permission as a module declares it: its name for people, and which kinds of actor have it by nature. */
export interface Permission {
  name: string
  /** Held without any grant by every actor of these kinds. */
  heldBy?: readonly Actor['kind'][]
  /** The lowest real-name level of a user that may. */
  level?: number
  /** Which of the three separated administrators alone may be given it (系统、安全、审计管理员三权分立). */
  administrator?: 'system' | 'security' | 'audit'
}

export type Permissions = Record<string, Permission>

/** Which columns of a query carry the dimensions of a data scope. */
export interface ScopeColumns {
  body?: string
  division?: string
  item?: string
}

/** Answers whether the actor has the permission at all; which rows it reaches is `within`. */
export function may(by: Actor, code: string, permission: Permission): boolean {
  if (by.kind === 'system') return true
  const held = permission.heldBy?.includes(by.kind) ?? false
  if (held) return by.kind !== 'user' || (by.level ?? 0) >= (permission.level ?? 0)
  return by.grants.some((grant) => grant.permission === code)
}

/**
 * The data scope of a permission as a predicate: role × body × division × item.
 * Put it behind every list, count, search, export and look-up; without a grant it is false.
 */
export function within(by: Actor, code: string, columns: ScopeColumns): RawBuilder<SqlBool> {
  if (by.kind === 'system') return sql<SqlBool>`true`
  const grants = by.grants.filter((grant) => grant.permission === code)
  if (grants.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.join(
    grants.map((grant) => reach(grant, columns)),
    sql` or `,
  )})`
}

function reach(grant: Grant, columns: ScopeColumns): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = []
  if (grant.bodies)
    parts.push(narrow(columns.body, grant.bodies, (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${[...values]})`))
  if (grant.items) parts.push(narrow(columns.item, grant.items, (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${[...values]})`))
  if (grant.divisions) parts.push(narrow(columns.division, grant.divisions, beginsWithAny))
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

/** A dimension the grant narrows but the rows do not carry reaches nothing: never fall open. */
function narrow(
  column: string | undefined,
  values: readonly string[],
  predicate: (column: string, values: readonly string[]) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  return column === undefined || values.length === 0 ? sql<SqlBool>`false` : predicate(column, values)
}

/** As ranges, so that an index on the division serves. Codes have at most twelve digits, and digits sort alike in every collation. */
function beginsWithAny(column: string, prefixes: readonly string[]): RawBuilder<SqlBool> {
  const ranges = prefixes.map((prefix) => sql<SqlBool>`${sql.ref(column)} between ${prefix} and ${prefix.padEnd(12, '9')}`)
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`
}
