import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { changeCase } from './case-store.ts'
import { appendClock } from './clock.ts'
import { endFlow } from './flow.ts'
import type { Handler } from './handler.ts'
import { issueCasePaper } from './papers.ts'
import { remediesOf } from './remedies.ts'

/**
 * The matter ends without a decision (终止办理): the clock stops, the flow and all that is open in it ends, the notice says why.
 * @returns the case in its end state.
 */
export async function closeCase(
  act: Act,
  found: CaseRecord,
  kind: 'withdrawn' | 'lapsed' | 'aborted',
  { reason, by }: { reason: string; by: Handler },
): Promise<CaseRecord> {
  const ticking = found.state === 'accepted' || found.state === 'suspended'
  const due = ticking ? await appendClock(act, found, { kind: 'stop', day: legalDay(act.now), ground: reason }) : {}
  const closed = await changeCase(act, found, { state: kind, accept_by: null, correct_by: null, ...due })
  if (ticking) await endFlow(act, closed)
  // What the applicant did not end himself, nor let lapse, he can fight.
  const remedies = kind === 'aborted' ? { remedies: await remediesOf(act, closed) } : {}
  const data = { kind, reason, closedAt: act.now.toISOString(), clerk: by.name, ...remedies }
  await issueCasePaper(act, closed, 'closingNotice', data, kind === 'aborted')
  return closed
}
