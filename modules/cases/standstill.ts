import { flowOf } from '@yiwang/catalogue'
import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay, type LegalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { appendClock, type DueDays } from './clock.ts'
import { listClockEntries } from './clock-store.ts'
import { findFlow, listTimers, moveTimer } from './flow-store.ts'
import { shifted, triggerOf } from './flow-time.ts'

/** The clock stands still from today (暂停计时). */
export function stopClock(act: Act, found: CaseRecord, ground: string): Promise<DueDays> {
  return appendClock(act, found, { kind: 'pause', day: legalDay(act.now), ground })
}

/** The clock goes on from today (恢复计时), and with it what the flow waits for. */
export async function restartClock(act: Act, found: CaseRecord, ground: string): Promise<DueDays> {
  const day = legalDay(act.now)
  const due = await appendClock(act, found, { kind: 'resume', day, ground })
  await shiftTimers(act, found, day)
  return due
}

async function shiftTimers(act: Act, { caseNumber }: CaseRecord, to: LegalDay): Promise<void> {
  const timers = await listTimers(act.tx, caseNumber)
  const flow = timers.length === 0 ? undefined : await findFlow(act.tx, caseNumber)
  if (!flow) return
  const from = (await listClockEntries(act.tx, caseNumber)).findLast(({ kind }) => kind === 'pause')?.day ?? to
  const { definition } = await flowOf(act.tx, flow.key, flow.version)
  const calendar = await calendarAt(act)
  for (const { timerId, fires } of timers) {
    await moveTimer(act, caseNumber, timerId, shifted(fires, triggerOf(definition, timerId), { from, to }, calendar))
  }
}
