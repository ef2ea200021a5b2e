import type { Act, Job, Tx, Work } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { dateAgain } from './date-again.ts'
import { deemAccept } from './deem-accept.ts'
import { forgetDrafts } from './drafts.ts'
import { inTurn } from './in-turn.ts'
import { lapse } from './lapse.ts'
import { unanswered, uncorrected, undated, type Due } from './sweep-queries.ts'

type Find = (tx: Tx, today: string, after?: Due) => Promise<Due[]>

function sweep(work: Work, name: string, find: Find, run: (act: Act, caseNumber: string) => Promise<void>): Promise<void> {
  const today = legalDay(work.now())
  return inTurn<Due>(
    work,
    name,
    (tx, after) => find(tx, today, after),
    (act, { caseNumber }) => run(act, caseNumber),
  )
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
