import type { Ask } from './invariants.ts'

/** What changes by itself: the job desk's own book-keeping. */
const aside = new Set([
  'pgboss.queue',
  'pgboss.version',
  'pgboss.warning',
  'pgboss.instance',
  'pgboss.job_common',
  'pgboss.bam',
  'pgboss.schedule',
])

/** A question whose answer is every table with its rows and a digest of all they hold. */
async function questionOf(ask: Ask): Promise<string> {
  const tables = await ask(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
  const names = tables.map(({ name }) => String(name)).filter((name) => !aside.has(name))
  const one = (name: string) =>
    `select '${name}' as name, count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)::text as digest from ${name} t`
  return names.map(one).join(' union all ')
}

export type Snapshot = ReadonlyMap<string, string>

/** Everything the database holds, table by table, to be compared. */
export async function openSnapshots(ask: Ask): Promise<() => Promise<Snapshot>> {
  const question = await questionOf(ask)
  return async () => new Map((await ask(question)).map(({ name, digest }) => [String(name), String(digest)]))
}

/** Tables in which something is there that was not, or gone. */
export function changed(before: Snapshot, after: Snapshot): string[] {
  return [...after]
    .filter(([name, digest]) => before.get(name) !== digest)
    .map(([name, digest]) => `${name}: ${before.get(name)} → ${digest}`)
}
