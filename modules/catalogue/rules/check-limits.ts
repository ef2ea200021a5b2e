import type { TimeLimit } from '../contract.ts'
import type { Draft, Note } from './check-elements.ts'

/** A workday is at least a day, and five of them a week at most: compared where that decides. */
export function longerThan(one: TimeLimit, other: TimeLimit): boolean {
  if (one.unit === other.unit) return one.value > other.value
  // workdays are the longer unit: so many workdays take at least so many days
  return one.unit === 'workday' ? one.value > other.value : one.value > other.value * 2 + 10
}

/** Elements 11, 16, 24, 25: the promise is not longer than the law, the steps not longer than the promise. */
export function checkLimits(draft: Draft, error: Note, warning: Note): void {
  const { statutoryLimit, committedLimit, extension, caseKind, steps = [] } = draft
  if (statutoryLimit && committedLimit && longerThan(committedLimit, statutoryLimit))
    error('committedLimit', 'longerThanStatutory', '承诺办结时限不得长于法定办结时限')
  if (caseKind === 'committed' && (committedLimit === undefined || committedLimit.value === 0))
    error('committedLimit', 'missing', '承诺件须填写承诺办结时限')
  if (caseKind === 'instant' && committedLimit && committedLimit.value > 1) error('caseKind', 'notInstant', '即办件须当场办结')
  const lengthened = committedLimit ?? statutoryLimit
  if (extension && lengthened && extension.unit !== lengthened.unit)
    error('extension', 'otherUnit', '延长时限须与所延长的办结时限用同一单位（工作日或天）')
  const days = steps.reduce((sum, { limit }) => sum + (limit?.value ?? 0), 0)
  if (committedLimit && days > committedLimit.value) warning('steps', 'longerThanCommitted', '各环节时限合计超过承诺办结时限')
}
