import { sql } from 'kysely'
import type { Tx } from '@yiwang/kernel'

export async function lockedUntil(tx: Tx, nameKey: string): Promise<string | undefined> {
  const row = await tx.selectFrom('identity.sign_in_failure').select('locked_until').where('name_index', '=', nameKey).executeTakeFirst()
  return row?.locked_until ?? undefined
}

/** Counts within the window; one statement, so that guesses made at once all count. */
export async function countFailure(
  tx: Tx,
  nameKey: string,
  now: Date,
  { window, most, lock }: { window: number; most: number; lock: number },
): Promise<void> {
  const since = new Date(now.getTime() - window)
  const until = new Date(now.getTime() + lock)
  await sql`insert into identity.sign_in_failure as f (name_index, failures, last_at) values (${nameKey}, 1, ${now})
    on conflict (name_index) do update set
      failures = case when f.last_at < ${since} then 1 else f.failures + 1 end,
      last_at = ${now},
      locked_until = case when f.last_at >= ${since} and f.failures + 1 >= ${most} then ${until}::timestamptz else f.locked_until end`.execute(
    tx,
  )
}

export async function clearFailures(tx: Tx, nameKey: string): Promise<void> {
  await tx.deleteFrom('identity.sign_in_failure').where('name_index', '=', nameKey).execute()
}

export async function forgetFailures(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('identity.sign_in_failure').where('last_at', '<', before.toISOString()).execute()
}
