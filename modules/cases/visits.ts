import type { Channel, OnlineMode } from './contract.ts'

/** How often an applicant may be made to come to the hall (五（一）2（4）①原件预审, 原件核验, 全程网办). */
const atMost: Readonly<Record<OnlineMode, number>> = { preview: 2, verify: 1, full: 0 }

/** The count after one more visit, or undefined when the form of handling does not allow it. Who chose the counter came by himself. */
export function afterVisit({
  onlineMode,
  channel,
  visits,
}: {
  onlineMode: OnlineMode
  channel: Channel
  visits: number
}): number | undefined {
  const next = visits + 1
  return channel === 'counter' || next <= atMost[onlineMode] ? next : undefined
}
