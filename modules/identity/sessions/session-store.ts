import { createHash } from 'node:crypto'
import type { Act, Tx } from '@yiwang/kernel'

export interface Session {
  key: string
  kind: 'user' | 'staff'
  holderId: string
  channel: string
  device: string
  startedAt: string
  seenAt: string
}

/** Only the digest of a token is kept. */
export function keyOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export async function insertSession(
  act: Act,
  session: { key: string; kind: 'user' | 'staff'; holderId: string; channel: string; device: string },
): Promise<void> {
  await act.tx
    .insertInto('identity.session')
    .values({
      token_digest: session.key,
      kind: session.kind,
      holder_id: session.holderId,
      channel: session.channel,
      device: session.device,
      started_at: act.now,
      seen_at: act.now,
    })
    .execute()
}

export async function findSession(tx: Tx, key: string): Promise<Session | undefined> {
  const row = await tx
    .selectFrom('identity.session')
    .selectAll()
    .where('token_digest', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && toSession(row)
}

export async function listSessions(tx: Tx, holderId: string): Promise<Session[]> {
  const rows = await tx
    .selectFrom('identity.session')
    .selectAll()
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(toSession)
}

export async function noteSeen(tx: Tx, key: string, now: Date): Promise<void> {
  await tx.updateTable('identity.session').set({ seen_at: now }).where('token_digest', '=', key).execute()
}

export async function endSession(act: Act, key: string, holderId: string): Promise<boolean> {
  const done = await act.tx
    .updateTable('identity.session')
    .set({ ended_at: act.now })
    .where('token_digest', '=', key)
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Signs out everywhere but here. */
export async function endOtherSessions(act: Act, holderId: string, here: string | undefined): Promise<void> {
  let query = act.tx
    .updateTable('identity.session')
    .set({ ended_at: act.now })
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
  if (here !== undefined) query = query.where('token_digest', '<>', here)
  await query.execute()
}

export async function forgetSessions(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('identity.session').where('seen_at', '<', before.toISOString()).execute()
}

interface SessionRow {
  token_digest: string
  kind: string
  holder_id: string
  channel: string
  device: string
  started_at: string
  seen_at: string
}
function toSession(row: SessionRow): Session {
  return {
    key: row.token_digest,
    kind: row.kind as Session['kind'],
    holderId: row.holder_id,
    channel: row.channel,
    device: row.device,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  }
}
