import type { PlatformOrder } from './events.ts'

export type Verdict = 'settle' | 'keepOpen' | 'close' | 'contradiction' | 'known' | 'shut'

/**
 * What the platform's word means for an order of ours. What was paid stays paid; an amount that is not the one asked for is
 * never booked; a payment that crossed a closure counts, since the money has moved. What is closed here and open there is shut there too.
 */
export function judge(
  ours: { state: 'asked' | 'open' | 'paid' | 'closed'; amountFen: number },
  theirs: Pick<PlatformOrder, 'state' | 'amountFen'>,
): Verdict {
  if (theirs.amountFen !== ours.amountFen) return 'contradiction'
  if (ours.state === 'paid') return theirs.state === 'paid' ? 'known' : 'contradiction'
  if (theirs.state === 'paid') return 'settle'
  if (theirs.state === 'open') return ours.state === 'closed' ? 'shut' : 'keepOpen'
  return ours.state === 'closed' ? 'known' : 'close'
}
