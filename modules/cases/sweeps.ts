import type { Act, Job, Tx, Work } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { dateAgain } from './date-again.ts'
import { deemAccept } from './deem-accept.ts'
import { forgetDrafts } from './drafts.ts'
import { lapse } from './lapse.ts'
import { unanswered, uncorrected, undated, type Due } from './sweep-queries.ts'

type Find = (tx: Tx, today: string, after?: Due) => Promise<Due[]>

/**
 * Goes through what is due, each case in an act of its own: one that fails is left for the next round and does not hold up the others.
 * @throws AggregateError of what failed, once all had their turn.
 */
async function sweep(work: Work, name: string, find: Find, run: (act: Act, caseNumber: string) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  const today = legalDay(work.now())
  for (let last: Due | undefined; ;) {
    const batch = await work.read(({ tx }) => find(tx, today, last))
    for (const { caseNumber } of batch) {
      await work.perform(name, (act) => run(act, caseNumber)).catch((error: unknown) => failures.push(error))
    }
    last = batch.at(-1)
    if (last === undefined) break
  }
  if (failures.length > 0) throw new AggregateError(failures, `${name} failed for ${failures.length} cases`)
}

/** A few minutes after midnight, when the days have passed; the hourly rounds take up what was left. */
export const applicationJobs = {
  'cases.deemAccept': {
    cron: '7 * * * *',
    run: async (work: Work) => {
      await sweep(work, 'cases.dateAgain', undated, dateAgain)
      await sweep(work, 'cases.deemAccept', unanswered, deemAccept)
    },
  },
  'cases.lapse': { cron: '12 * * * *', run: (work: Work) => sweep(work, 'cases.lapse', uncorrected, lapse) },
  'cases.forgetDrafts': { cron: '40 3 * * *', run: (work: Work) => work.perform('cases.forgetDrafts', forgetDrafts) },
} satisfies Record<string, Job<Record<string, never>>>
