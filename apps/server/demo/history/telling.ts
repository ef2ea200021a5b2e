import type { ServiceCase } from '@yiwang/cases/contract'
import type { Actor } from '@yiwang/kernel'
import type { HolidayCalendar } from '@yiwang/standards'
import type { OfficeHours } from './office-hours.ts'
import type { Hand, Past } from './past.ts'
import type { PlannedCase } from './plan.ts'
import type { Post, Staff } from './staff-of.ts'

/**
 * What is told, moment by moment: a story says when the next thing happens (`yield`), and does it once the clock stands there. Who listens stops
 * when that moment is not past yet, and the case is as it is today.
 */
export type Story = AsyncGenerator<Date, void, void>

/** One case while it is told. */
export interface Telling {
  past: Past
  staff: Staff
  plan: PlannedCase
  hours: OfficeHours
  calendar: HolidayCalendar
  /** The moment the story has come to. */
  at: Date
  /** Who applied online. */
  account?: Actor
  caseNumber: string
}

export const staffHand = async ({ past, staff, plan }: Telling, post: Post): Promise<Hand> =>
  past.as(await staff.at(plan.item.bodyCode, post))

export function applicantHand({ past, account }: Telling): Hand {
  if (!account) throw new Error('nobody with an account')
  return past.as(account)
}

/** The case as it lies on the desk. */
export async function look(telling: Telling): Promise<ServiceCase> {
  return (await staffHand(telling, 'counter')).get<ServiceCase>(`/cases/${telling.caseNumber}`)
}

export async function doAs(telling: Telling, post: Post, act: string, body?: unknown): Promise<void> {
  await (await staffHand(telling, post)).post(`/cases/${telling.caseNumber}/${act}`, body)
}

export const ended = ({ state }: Pick<ServiceCase, 'state'>): boolean =>
  ['refused', 'withdrawn', 'lapsed', 'aborted', 'delivered', 'archived'].includes(state)
