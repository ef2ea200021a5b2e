import { sql } from 'kysely'
import { verifyAudit } from './audit.ts'
import type { AuditChain, AuditEntry, AuditQuery, AuditVerdictShown } from './audit-shapes.ts'
import type { Desk } from './act.ts'
import type { Database } from './database.ts'
import { keyOf, toPage } from './keyset.ts'
import type { Page } from './page.ts'
import { present } from './present.ts'

type Row = Omit<AuditEntry, 'permissionName' | 'channel'> & { channel: string | null }

/** The log backwards: all of it, of one actor, about one thing, or what was denied. */
export async function listAudit(
  desk: Desk,
  { actor, subject, outcome, byPeople, after, limit = 20 }: AuditQuery,
): Promise<Page<AuditEntry>> {
  const about = subject === undefined ? undefined : `$.* == ${JSON.stringify(subject)}`
  const conditions = [
    ...(actor === undefined ? [] : [sql`a.actor_id = ${actor}`]),
    ...(about === undefined ? [] : [sql`a.subject @@ ${about}::jsonpath`]),
    ...(outcome === undefined ? [] : [sql`a.outcome = ${outcome}`]),
    ...(byPeople ? [sql`a.actor_kind <> 'system'`] : []),
    ...(after === undefined ? [] : [sql`a.position < ${keyOf(after, 1)[0]}`]),
  ]
  const { rows } =
    await sql<Row>`select a.position, a.at, a.act, a.actor_kind as "actorKind", a.actor_id as "actorId", a.channel, a.subject,
      a.outcome, a.events, l.link is not null as chained
    from kernel.audit a left join kernel.audit_link l on l.position = a.position
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by a.position desc limit ${limit + 1}`.execute(desk.tx)
  return toPage(
    rows,
    limit,
    ({ position }) => [position],
    (row) => named(desk, row),
  )
}

function named({ permissions }: Desk, row: Row): AuditEntry {
  const permissionName = permissions[row.act.split('#', 1)[0] ?? '']?.name
  return { ...(present(row) as AuditEntry), ...(permissionName === undefined ? {} : { permissionName }) }
}

export async function auditChain({ tx }: Pick<Desk, 'tx'>): Promise<AuditChain> {
  const [heads, verdicts, seals] = await Promise.all([
    sql<{ link: number; hash: string }>`select link, hash from kernel.audit_link order by link desc limit 1`.execute(tx),
    sql<AuditVerdictShown>`select checked_at as "checkedAt", whole, links, head, waiting, first_bad as "firstBad"
      from kernel.audit_verdict order by checked_at desc limit 1`.execute(tx),
    sql<{ day: string; link: number; hash: string }>`select day::text, link, hash from kernel.audit_seal order by day desc limit 7`.execute(
      tx,
    ),
  ])
  const [head] = heads.rows
  const [verdict] = verdicts.rows
  return {
    links: head?.link ?? 0,
    ...(head ? { head: head.hash } : {}),
    ...(verdict ? { verdict: present(verdict) as AuditVerdictShown } : {}),
    seals: seals.rows,
  }
}

/** Walks the chain and keeps what was found; each night, and when an auditor asks. */
export async function checkAudit(db: Database, now: Date): Promise<void> {
  const { whole, links, head, waiting, firstBad } = await verifyAudit(db)
  await sql`insert into kernel.audit_verdict (checked_at, whole, links, head, waiting, first_bad)
    values (${now}, ${whole}, ${links}, ${head}, ${waiting}, ${firstBad ? JSON.stringify(firstBad) : null}::jsonb)
    on conflict (checked_at) do update set whole = excluded.whole, links = excluded.links, head = excluded.head,
      waiting = excluded.waiting, first_bad = excluded.first_bad`.execute(db)
}
