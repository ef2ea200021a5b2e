import { sql } from 'kysely'
import { linkAudit, sealAuditDay } from './audit.ts'
import { checkAudit } from './audit-queries.ts'
import type { Database } from './database.ts'
import type { Job } from './module.ts'

declare module './act.ts' {
  interface Jobs {
    'kernel.linkAudit': Record<string, never>
    'kernel.sealAudit': Record<string, never>
    'kernel.checkAudit': Record<string, never>
    'kernel.forgetKeys': Record<string, never>
  }
}

/** What the kernel does by itself. It works on the tables below all acts, so that it takes the database and performs none. */
const upkeep: Record<string, { cron: string; run(db: Database, now: Date): Promise<unknown> }> = {
  'kernel.linkAudit': {
    cron: '* * * * *',
    run: async (db) => {
      while ((await linkAudit(db, 5000)) === 5000);
    },
  },
  'kernel.sealAudit': { cron: '5 0 * * *', run: sealAuditDay },
  'kernel.checkAudit': { cron: '23 1 * * *', run: checkAudit },
  'kernel.forgetKeys': {
    cron: '17 3 * * *',
    run: (db, now) => sql`delete from kernel.idempotency where at < ${new Date(now.getTime() - 7 * 86_400_000)}`.execute(db),
  },
}

export const kernelQueues = Object.keys(upkeep)

export function kernelJobs(db: Database): Record<string, Job<unknown>> {
  const entries = Object.entries(upkeep).map(([name, { cron, run }]): [string, Job<unknown>] => [
    name,
    {
      cron,
      run: async (work) => {
        await run(db, work.now())
      },
    },
  ])
  return Object.fromEntries(entries)
}
