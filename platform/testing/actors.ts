import type { Actor, Grant } from '@yiwang/kernel'

/** A person with an account; `id` is the account's key. */
export function aUser(id = 'user-1', more: Partial<Actor> = {}): Actor {
  return { kind: 'user', id, grants: [], level: 2, ...more }
}

/** A member of staff of a body, with these permissions over what is that body's. */
export function aClerk(permissions: readonly string[], more: Partial<Actor> & { grants?: readonly Grant[] } = {}): Actor {
  const body = more.body ?? '113301020025002871'
  const division = more.division ?? '330102'
  return {
    kind: 'staff',
    id: 'staff-1',
    body,
    division,
    posts: [],
    roles: [],
    grants: permissions.map((permission) => ({ permission, bodies: [body] })),
    ...more,
  }
}
