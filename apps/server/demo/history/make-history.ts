import { setTimeout as sleep } from 'node:timers/promises'
import { anyone, countPerformed, firstPerformed, systemActor, type House } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { addDays, legalDay, startOfLegalDay, type HolidayCalendar } from '@yiwang/standards'
import { crowd } from './applicants.ts'
import { historyItems } from './items.ts'
import { officeHours } from './office-hours.ts'
import { openPast, Refused, type Past } from './past.ts'
import { planCase, type PlannedCase, type Span } from './plan.ts'
import { staffOf, type Staff } from './staff-of.ts'
import { tellCase } from './tell-case.ts'
import type { Telling } from './telling.ts'
import type { Turnstile } from './turns.ts'

const by = systemActor('demo')
/** Each case leaves a note before it begins; how many there are is where to go on after a restart. */
const noteOfCase = 'demo.case'
const noteOfBeginning = 'demo.history'
const longestRest = 2000
/** So many in a row that stay where they are mean that something outside is broken, the seal service say: the rest waits for the next start. */
const mostFaults = 5

export interface HistoryOptions {
  /** The installation of today. */
  house: House
  databaseUrl: string
  total: number
  /** Up to when is told; the moment it is, unless said otherwise. */
  until?(): Date
  turns: Turnstile
  /** How long to rest for every millisecond of work. */
  rest?: number
  onProgress?(done: number, total: number): void
}

export interface History {
  /** Resolves when all is told or the making was stopped. */
  finished: Promise<void>
  /** Lets the case in hand come to its end. */
  stop(): Promise<void>
}

/** Makes the historic cases of the demo, in the background, one after the other, from where it stopped. */
export function makeHistory(options: HistoryOptions): History {
  const stopping = new AbortController()
  const finished = tellAll(options, stopping.signal).catch((error: unknown) => {
    options.house.log.error({ err: error }, 'the historic cases could not all be made')
  })
  return {
    finished,
    stop: () => {
      stopping.abort()
      return finished
    },
  }
}

async function tellAll(options: HistoryOptions, stopped: AbortSignal): Promise<void> {
  const { house, total, turns, onProgress, rest = 1 } = options
  let next = await house.read(by, (desk) => countPerformed(desk, noteOfCase))
  onProgress?.(next, total)
  if (next >= total) return
  const stage = await openStage(options)
  let faults = 0
  try {
    while (next < total && !stopped.aborted) {
      const began = performance.now()
      const { whole } = await turns.pass(() => tellOne(stage, stage.plan(next)))
      faults = whole ? 0 : faults + 1
      if (faults >= mostFaults) throw new Error(`${faults} cases in a row could not be told`)
      next += 1
      onProgress?.(next, total)
      const tired = Math.min((performance.now() - began) * rest, longestRest)
      await sleep(tired, undefined, { signal: stopped }).catch(() => undefined)
    }
  } finally {
    await stage.past.close()
  }
}

/** What the stories are told on. */
export interface Stage {
  past: Past
  staff: Staff
  calendar: HolidayCalendar
  until(): Date
  plan(index: number): PlannedCase
}

export async function openStage({ house, databaseUrl, total, until = () => house.clock.now() }: HistoryOptions): Promise<Stage> {
  const past = await openPast(house.settings, databaseUrl, until())
  await past.settle() // what a sudden end left undone
  const calendar = await past.house.read(by, calendarAt)
  const began =
    (await past.house.read(by, (desk) => firstPerformed(desk, noteOfBeginning))) ??
    (await past.house.perform({ act: noteOfBeginning, by }, async (act) => act.now))
  const [span, items, people] = [spanOf(began, calendar), await historyItems(past.as(anyone)), crowd()]
  return { past, calendar, until, staff: staffOf(past), plan: (index) => planCase(index, total, span, items, people) }
}

/** The year before the demo was first started, as far as the holidays of its days are known. */
function spanOf(began: Date, calendar: HolidayCalendar): Span {
  const known = startOfLegalDay(calendar.to)
  const to = began < known ? began : known
  return { from: startOfLegalDay(addDays(legalDay(to), -365)), to }
}

/** @returns the number of the case, empty where it never came to be one, and whether it was told as planned */
export async function tellOne({ past, staff, calendar, until }: Stage, plan: PlannedCase): Promise<{ number: string; whole: boolean }> {
  const { index, startsAt, item, fate } = plan
  past.clock.set(startsAt)
  await past.house.perform({ act: noteOfCase, by, subject: { index } }, async () => undefined)
  const telling: Telling = { past, staff, plan, calendar, hours: officeHours(calendar, plan.luck), at: startsAt, caseNumber: '' }
  try {
    await tellCase(telling, until)
    return { number: telling.caseNumber, whole: true }
  } catch (error) {
    const why = error instanceof Refused ? error.type : 'unknown'
    past.house.log.warn({ err: error, index, item: item.guide, fate, why }, 'a historic case stays where it is')
    return { number: telling.caseNumber, whole: false }
  }
}
