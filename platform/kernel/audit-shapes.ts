import { Type, type Static } from 'typebox'
import { PageQuery } from './page.ts'

const Key = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,100}$' })
const Moment = Type.String({ format: 'date-time' })

/** One act as the log keeps it: who, when, what, about what. */
export const AuditEntry = Type.Object({
  position: Type.Integer(),
  at: Moment,
  act: Type.String(),
  /** Of the permission the act needed, for people. */
  permissionName: Type.Optional(Type.String()),
  actorKind: Type.String(),
  actorId: Type.String(),
  channel: Type.Optional(Type.String()),
  subject: Type.Record(Type.String(), Type.Unknown()),
  outcome: Type.Enum(['done', 'denied']),
  events: Type.Array(Type.String()),
  /** Whether the hash chain holds it already. */
  chained: Type.Boolean(),
})
export type AuditEntry = Static<typeof AuditEntry>

export const AuditQuery = Type.Object({
  actor: Type.Optional(Key),
  /** A number, code or key that stands in what the act was about. */
  subject: Type.Optional(Key),
  outcome: Type.Optional(AuditEntry.properties.outcome),
  /** Leaves out what the house did by itself: reactions, rounds, jobs. */
  byPeople: Type.Optional(Type.Boolean()),
  ...PageQuery,
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditVerdictShown = Type.Object({
  checkedAt: Moment,
  whole: Type.Boolean(),
  links: Type.Integer(),
  head: Type.String(),
  waiting: Type.Integer(),
  firstBad: Type.Optional(
    Type.Object({
      link: Type.Integer(),
      position: Type.Optional(Type.Integer()),
      reason: Type.Enum(['changed', 'entryMissing', 'linkMissing', 'sealDiffers']),
    }),
  ),
})
export type AuditVerdictShown = Static<typeof AuditVerdictShown>

export const AuditSeal = Type.Object({ day: Type.String({ format: 'date' }), link: Type.Integer(), hash: Type.String() })

/** The chain as it stands, and what the last walk along it found. */
export const AuditChain = Type.Object({
  links: Type.Integer(),
  head: Type.Optional(Type.String()),
  verdict: Type.Optional(AuditVerdictShown),
  seals: Type.Array(AuditSeal),
})
export type AuditChain = Static<typeof AuditChain>
