import { canonicalBytes, chainStart, nextLink } from '@yiwang/crypto'
import { sql } from 'kysely'
import { addDays, legalDay } from '@yiwang/standards'
import type { Database, Tx } from './database.ts'

interface AuditRow {
  position: number
  act_id: string
  at: string
  act: string
  actor_kind: string
  actor_id: string
  channel: string | null
  subject: unknown
  input_digest: string | null
  outcome: string
  events: string[]
}

const columns = sql.raw(
  'a.position, a.act_id, a.at, a.act, a.actor_kind, a.actor_id, a.channel, a.subject, a.input_digest, a.outcome, a.events',
)
const linkLock = 7_394_202

/**
 * Lays the next links of the hash chain over audit entries that are committed, in one transaction under a lock.
 * @returns how many were linked; call again while it equals `most`.
 */
export async function linkAudit(db: Database, most = 5000): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${linkLock})`.execute(tx)
    const rows = await unlinked(tx, most)
    if (rows.length > 0) await addLinks(tx, rows)
    await moveHorizon(tx)
    return rows.length
  })
}

async function unlinked(tx: Tx, most: number): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`select ${columns} from kernel.audit a
    left join kernel.audit_link l on l.position = a.position
    where a.position > (select position from kernel.audit_horizon) and l.position is null
    order by a.position limit ${most}`.execute(tx)
  return rows
}

async function addLinks(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  const head = await headOf(tx)
  let hash = head.hash
  const links = rows.map((row, index) => {
    hash = nextLink(hash, canonicalBytes(row))
    return { link: head.link + index + 1, position: row.position, hash: Buffer.from(hash).toString('hex') }
  })
  await sql`insert into kernel.audit_link (link, position, hash)
    select link, position, hash from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (link bigint, position bigint, hash text)`.execute(
    tx,
  )
}

async function headOf(tx: Tx): Promise<{ link: number; hash: Uint8Array }> {
  const { rows } = await sql<{ link: number; hash: string }>`select link, hash from kernel.audit_link order by link desc limit 1`.execute(
    tx,
  )
  return rows[0] ? { link: rows[0].link, hash: Buffer.from(rows[0].hash, 'hex') } : { link: 0, hash: chainStart }
}

/** An entry is written in the last moment of its act, so that one older than two minutes has no unseen neighbour before it. */
async function moveHorizon(tx: Tx): Promise<void> {
  await sql`update kernel.audit_horizon set position = greatest(position, coalesce((
    select max(a.position) from kernel.audit a join kernel.audit_link l using (position)
    where a.position > (select position from kernel.audit_horizon) and a.written_at < clock_timestamp() - interval '2 minutes'), 0))`.execute(
    tx,
  )
}

/** Keeps the head of the chain as of the end of the legal day before: it is asked for a little after midnight. */
export async function sealAuditDay(db: Database, now: Date): Promise<void> {
  const head = await headOf(db)
  if (head.link === 0) return
  await sql`insert into kernel.audit_seal (day, link, hash, sealed_at)
    values (${addDays(legalDay(now), -1)}, ${head.link}, ${Buffer.from(head.hash).toString('hex')}, ${now})
    on conflict (day) do update set link = excluded.link, hash = excluded.hash, sealed_at = excluded.sealed_at`.execute(db)
}

export interface AuditVerdict {
  whole: boolean
  links: number
  head: string
  /** Entries not yet in the chain; more than the last minutes' worth is a finding. */
  waiting: number
  /** The first place where the log is not what was written. */
  firstBad?: { link: number; position?: number; reason: 'changed' | 'entryMissing' | 'linkMissing' | 'sealDiffers' }
}

/** Walks the chain from its start and names the first bad row. */
export async function verifyAudit(db: Database): Promise<AuditVerdict> {
  let link = 0
  let hash: Uint8Array = chainStart
  const seals = await readSeals(db)
  for (;;) {
    const batch = await linksAfter(db, link)
    for (const row of batch) {
      const bad = checkLink(row, link, hash, seals)
      if (bad) return { whole: false, links: link, head: hex(hash), waiting: 0, firstBad: bad }
      link = row.link
      hash = Buffer.from(row.hash, 'hex')
    }
    if (batch.length === 0) break
  }
  const lost = [...seals.keys()].find((sealed) => sealed > link)
  if (lost !== undefined) return { whole: false, links: link, head: hex(hash), waiting: 0, firstBad: { link: lost, reason: 'linkMissing' } }
  return { whole: true, links: link, head: hex(hash), waiting: await countWaiting(db) }
}

type LinkRow = { link: number; hash: string; linked_position: number } & { [K in keyof AuditRow]: AuditRow[K] | null }

async function linksAfter(db: Database, link: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`select l.link, l.hash, l.position as linked_position, ${columns} from kernel.audit_link l
    left join kernel.audit a on a.position = l.position where l.link > ${link} order by l.link limit 5000`.execute(db)
  return rows
}

function checkLink(row: LinkRow, before: number, previous: Uint8Array, seals: ReadonlyMap<number, string>): AuditVerdict['firstBad'] {
  const { link, hash, linked_position: position, ...entry } = row
  if (link !== before + 1) return { link: before + 1, reason: 'linkMissing' }
  if (entry.act_id === null) return { link, position, reason: 'entryMissing' }
  if (hex(nextLink(previous, canonicalBytes(entry))) !== hash) return { link, position, reason: 'changed' }
  const sealed = seals.get(link)
  return sealed !== undefined && sealed !== hash ? { link, position, reason: 'sealDiffers' } : undefined
}

async function readSeals(db: Database): Promise<Map<number, string>> {
  const { rows } = await sql<{ link: number; hash: string }>`select link, hash from kernel.audit_seal order by link`.execute(db)
  return new Map(rows.map((row) => [row.link, row.hash]))
}

async function countWaiting(db: Database): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from kernel.audit a
    where not exists (select from kernel.audit_link l where l.position = a.position)`.execute(db)
  return rows[0]?.waiting ?? 0
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex')
}

/** Notes that somebody tried what he may not. */
export async function noteDenied(
  db: Database,
  denied: { actId: string; now: Date; act: string; kind: string; actor: string; channel?: string; subject: unknown },
): Promise<void> {
  await sql`insert into kernel.audit (act_id, at, act, actor_kind, actor_id, channel, subject, outcome)
    values (${denied.actId}, ${denied.now}, ${denied.act}, ${denied.kind}, ${denied.actor}, ${denied.channel ?? null},
      ${JSON.stringify(denied.subject)}::jsonb, 'denied')`.execute(db)
}

/** How often an act of this name was done. */
export async function countPerformed({ tx }: { tx: Tx }, act: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from kernel.audit where act = ${act} and outcome = 'done'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** When an act of this name was first done. */
export async function firstPerformed({ tx }: { tx: Tx }, act: string): Promise<Date | undefined> {
  const { rows } = await sql<{
    at: Date
  }>`select at from kernel.audit where act = ${act} and outcome = 'done' order by position limit 1`.execute(tx)
  return rows[0] && new Date(rows[0].at)
}

/** Whether an act of this name was ever done. */
export async function wasPerformed({ tx }: { tx: Tx }, act: string): Promise<boolean> {
  const { rows } = await sql`select 1 as one from kernel.audit where act = ${act} and outcome = 'done' limit 1`.execute(tx)
  return rows.length > 0
}
