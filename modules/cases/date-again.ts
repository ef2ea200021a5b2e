import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import { settleClock } from './clock.ts'
import { answerLimit, termEnd } from './time-limits.ts'

/** Counts the days of a case again whose holidays had not been announced; where they still are not, nothing changes. */
export async function dateAgain(act: Act, caseNumber: string): Promise<void> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.accept')
  if (found.state === 'submitted' && found.acceptBy === undefined) {
    const day = termEnd(legalDay(new Date(found.receivedAt)), answerLimit, await calendarAt(act))
    if (day !== undefined) await changeCase(act, found, { accept_by: day })
    return
  }
  if (found.state !== 'accepted') return
  const due = await settleClock(act, found)
  const same = due.committed_due === (found.committedDue ?? null) && due.statutory_due === (found.statutoryDue ?? null)
  if (!same) await changeCase(act, found, due)
}
