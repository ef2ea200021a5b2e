import { sql } from 'kysely'
import type { Tx } from '@yiwang/kernel'

export interface GuessRule {
  window: number
  most: number
  lock: number
}

/**
 * Takes one of the guesses at a name, if one is left: in one statement, so that guesses made at once share them. The last one locks the
 * name as it is taken; whether it was right shows later. A lock longer than any was set while the clock was ahead, and holds no more.
 */
export async function takeGuess(tx: Tx, nameKey: string, now: Date, { window, most, lock }: GuessRule): Promise<boolean> {
  const since = new Date(now.getTime() - window)
  const until = new Date(now.getTime() + lock)
  const failures = sql`case when f.last_at < ${since} or f.locked_until is not null then 1 else f.failures + 1 end`
  const taken = await sql`insert into identity.sign_in_failure as f (name_index, failures, last_at) values (${nameKey}, 1, ${now})
    on conflict (name_index) do update set
      failures = ${failures},
      last_at = ${now},
      locked_until = case when ${failures} >= ${most} then ${until}::timestamptz end
    where f.locked_until is null or f.locked_until <= ${now} or f.locked_until > ${until}
    returning 1 as one`.execute(tx)
  return taken.rows.length > 0
}

export async function lockedUntil(tx: Tx, nameKey: string): Promise<string | undefined> {
  const row = await tx.selectFrom('identity.sign_in_failure').select('locked_until').where('name_index', '=', nameKey).executeTakeFirst()
  return row?.locked_until ?? undefined
}

export async function giveGuessBack(tx: Tx, nameKey: string): Promise<void> {
  await tx
    .updateTable('identity.sign_in_failure')
    .set((make) => ({ failures: make('failures', '-', 1), locked_until: null }))
    .where('name_index', '=', nameKey)
    .execute()
}

export async function clearFailures(tx: Tx, nameKey: string): Promise<void> {
  await tx.deleteFrom('identity.sign_in_failure').where('name_index', '=', nameKey).execute()
}

export async function forgetFailures(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('identity.sign_in_failure').where('last_at', '<', before.toISOString()).execute()
}
