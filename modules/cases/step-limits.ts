import type { Act } from '@yiwang/kernel'
import { appendFault, dueDay, type ClockEntry, type HolidayCalendar, type LegalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { listMovements } from './clock-store.ts'
import { changeTaskDue, listLimitedTasks } from './task-store.ts'

/** 环节时限 as the flow has it. */
export interface StepLimit {
  value: number
  unit: 'workday' | 'day' | 'hour'
}

/**
 * The day by which a step is due: counted like the limits of the case (time-limit.ts of the standards), from the day the step began, leaving out the
 * days on which the clock of the case stood still since. None while it stands, or where the holidays are not announced.
 */
export function stepDue(limit: StepLimit, opened: LegalDay, since: readonly ClockEntry[], calendar: HolidayCalendar): LegalDay | undefined {
  // hours are of the day itself: what is to be done within hours is due on the day, or on the day it goes on
  if (limit.unit === 'hour') return dayOfHours(opened, since)
  const entries = sound([{ kind: 'start', day: opened, ground: '环节开始' }, ...since])
  const due = dueDay(entries, { value: limit.value, unit: limit.unit === 'workday' ? 'workday' : 'calendarDay' }, calendar)
  return due.kind === 'due' ? due.day : undefined
}

/** What moved while the clock of the machine was wrong may seem to lie before the step began, or to end what never was: it costs the step nothing. */
function sound(entries: readonly ClockEntry[]): ClockEntry[] {
  return entries.reduce<ClockEntry[]>((before, entry) => (appendFault(before, entry) === undefined ? [...before, entry] : before), [])
}

function dayOfHours(opened: LegalDay, since: readonly ClockEntry[]): LegalDay | undefined {
  const last = since.findLast(({ kind }) => kind === 'pause' || kind === 'resume')
  if (last?.kind === 'pause') return undefined
  return last?.day ?? opened
}

/** The clock of the case moved: the limits of its open steps move with it (监察点时限自动延时, 五（二）1（2）④特别处置). */
export async function moveStepLimits(act: Act, { caseNumber }: CaseRecord, calendar: HolidayCalendar): Promise<void> {
  const tasks = await listLimitedTasks(act.tx, caseNumber)
  if (tasks.length === 0) return
  const movements = await listMovements(act.tx, caseNumber)
  for (const { id, limit, openedAt, openedOn } of tasks) {
    const since = movements.filter(({ at }) => at >= openedAt).map(({ entry }) => entry)
    await changeTaskDue(act, id, stepDue(limit, openedOn, since, calendar))
  }
}
