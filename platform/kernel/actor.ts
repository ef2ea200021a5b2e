/**
 * Who acts. The kernel knows kinds and grants only; what a body or a post is belongs to the modules.
 * `user` is a person or organisation with an account, `staff` works for the administration, `client` is another system.
 */
export interface Actor {
  kind: 'anyone' | 'user' | 'staff' | 'client' | 'system'
  /** Stable key of the account; 'anyone' and the name of the job for the two that have none. */
  id: string
  grants: readonly Grant[]
  /** Real-name level of a user account (0 not checked … 3 checked in person). */
  level?: number
  /** The body a staff member works for, and the division it belongs to. */
  body?: string
  division?: string
  posts?: readonly string[]
  roles?: readonly string[]
  /** Where the act came in: portal, phone, kiosk, counter. */
  channel?: string
  /** Of a staff member, as they stand on papers and in steps (政务服务人员姓名、工号). */
  name?: string
  staffNumber?: string
  /** Key of the sign-in session, for signing out. */
  session?: string
}

/** One permission with the data it reaches. Absent dimensions do not narrow. */
export interface Grant {
  permission: string
  bodies?: readonly string[]
  /** Prefixes: a grant for 3301 reaches 330102. */
  divisions?: readonly string[]
  items?: readonly string[]
}

export const anyone: Actor = { kind: 'anyone', id: 'anyone', grants: [] }

export function systemActor(name: string): Actor {
  return { kind: 'system', id: name, grants: [] }
}
