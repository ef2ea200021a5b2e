import type { Implementation } from '@yiwang/catalogue/contract'
import type { Counter } from '@yiwang/organisation/contract'

/** Open counters that handle the item: one-stop ones, and those of its body (可办该事项的窗口). */
export function countersFor(counters: readonly Counter[], item: Pick<Implementation, 'bodyCode'>): Counter[] {
  return counters.filter(
    ({ state, kind, bodyCode }) => state === 'open' && (kind === 'oneStop' || (kind === 'body' && bodyCode === item.bodyCode)),
  )
}
