import { sql } from 'kysely'
import type { Hall } from './hall.ts'

/** Comes back when an act waits for a lock another holds: lets a test put two acts in the order it wants, without sleeping. */
export async function somebodyWaits(hall: Hall): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await waiting.execute(hall.house.db)).rows.length === 0);
}
