import type { CaseState, WorkQuery } from '@yiwang/cases/contract'

export interface WorkListKind {
  key: string
  query: Pick<WorkQuery, 'state' | 'waitsFor' | 'order'>
  /** Whose work it is; without one everybody who may look. */
  anyOf?: readonly string[]
}

/** The work of a day in the order a case goes through it. */
export const workLists: readonly WorkListKind[] = [
  { key: 'open', query: {} },
  // A list of its own: steps rather than cases, of other bodies too.
  { key: 'tasks', query: {}, anyOf: ['cases.examine'] },
  { key: 'toDecide', query: { waitsFor: 'decision' }, anyOf: ['cases.decide'] },
  { key: 'toAnswer', query: { waitsFor: 'answer' }, anyOf: ['cases.grantExtension', 'cases.abort', 'cases.rescind'] },
  { key: 'incoming', query: { state: 'submitted' } },
  { key: 'originals', query: { state: 'preAccepted' } },
  { key: 'correcting', query: { state: 'correcting' } },
  { key: 'examining', query: { state: 'accepted' } },
  { key: 'standing', query: { state: 'suspended' } },
  { key: 'producing', query: { state: 'decided' } },
  { key: 'delivering', query: { state: 'completed' } },
  { key: 'closed', query: { state: 'delivered', order: 'newest' } },
]

/** The ends a case may have come to, for the list of what is done. */
export const closedStates = [
  'delivered',
  'archived',
  'refused',
  'withdrawn',
  'lapsed',
  'aborted',
  'rescinded',
] as const satisfies readonly CaseState[]

export interface WorkFilters {
  list?: string | undefined
  urgency?: string | undefined
  end?: string | undefined
  item?: string | undefined
}

/** What the address says, as the question to the server; what it does not know it leaves out. */
export function workQuery({ list, urgency, end, item }: WorkFilters): Pick<WorkQuery, 'state' | 'waitsFor' | 'order' | 'urgency' | 'item'> {
  const chosen = workListOf(list)
  const closed = chosen.key === 'closed' ? closedStates.find((state) => state === end) : undefined
  return {
    ...chosen.query,
    ...(closed ? { state: closed } : {}),
    ...(chosen.key !== 'closed' && (urgency === 'late' || urgency === 'near') ? { urgency } : {}),
    ...(item && /^[0-9A-Z]{34}$/.test(item) ? { item } : {}),
  }
}

export function workListOf(key: string | undefined): WorkListKind {
  const found = workLists.find((list) => list.key === key) ?? workLists[0]
  if (!found) throw new RangeError('there are no work lists')
  return found
}
