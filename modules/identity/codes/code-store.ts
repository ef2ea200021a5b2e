import { hmacSm3 } from '@yiwang/crypto'
import type { Settings, Tx } from '@yiwang/kernel'
import type { CodePurpose } from '../contract.ts'

export interface SentCode {
  id: string
  codeDigest: string
  sentAt: string
  endsAt: string
  tries: number
}

export function digestOfCode(settings: Settings, phoneKey: string, code: string): string {
  return hmacSm3(Buffer.from(settings.sessionKey), `${phoneKey}:${code}`).toString('hex')
}

export async function insertCode(
  tx: Tx,
  code: { id: string; phoneKey: string; purpose: CodePurpose; digest: string; sentAt: Date; endsAt: Date },
): Promise<void> {
  await tx
    .insertInto('identity.one_time_code')
    .values({
      id: code.id,
      phone_index: code.phoneKey,
      purpose: code.purpose,
      code_digest: code.digest,
      sent_at: code.sentAt,
      ends_at: code.endsAt,
    })
    .execute()
}

/** Serialises what happens about one phone, so that the limits hold for requests that come at once. */
export async function lockPhone(tx: Tx, phoneKey: string): Promise<void> {
  await tx.selectNoFrom((make) => make.fn('pg_advisory_xact_lock', [make.fn('hashtext', [make.val(phoneKey)])]).as('locked')).execute()
}

/** What was sent while the clock was ahead counts no more: it would keep a phone waiting for as long as the clock was wrong. */
const fromAhead = (now: Date) => new Date(now.getTime() + 60_000).toISOString()

export async function sentSince(tx: Tx, phoneKey: string, since: Date, now: Date): Promise<{ count: number; last?: string }> {
  const row = await tx
    .selectFrom('identity.one_time_code')
    .select((make) => [make.fn.countAll<number>().as('count'), make.fn.max('sent_at').as('last')])
    .where('phone_index', '=', phoneKey)
    .where('sent_at', '>', since.toISOString())
    .where('sent_at', '<=', fromAhead(now))
    .executeTakeFirstOrThrow()
  return { count: row.count, ...(row.last === null ? {} : { last: row.last }) }
}

/** Only the newest code of a purpose counts. */
export async function findCode(tx: Tx, phoneKey: string, purpose: CodePurpose, now: Date): Promise<SentCode | undefined> {
  const row = await tx
    .selectFrom('identity.one_time_code')
    .selectAll()
    .where('phone_index', '=', phoneKey)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('sent_at', '<=', fromAhead(now))
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, codeDigest: row.code_digest, sentAt: row.sent_at, endsAt: row.ends_at, tries: row.tries }
}

/** Takes one of the tries, if one is left: in one statement, so that guesses made at once share them. */
export async function takeTry(tx: Tx, id: string, most: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.one_time_code')
    .set((make) => ({ tries: make('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', most)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function giveTryBack(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('identity.one_time_code')
    .set((make) => ({ tries: make('tries', '-', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function noteUsed(tx: Tx, id: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('identity.one_time_code')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function forgetCodes(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('identity.one_time_code').where('sent_at', '<', before.toISOString()).execute()
}
