import type { LegalDay } from '@yiwang/standards'
import type { CaseLine, CaseState } from './contract.ts'
import { endStates } from './lifecycle.ts'

const ended: readonly CaseState[] = endStates

/** How pressing a case is by its clock: `near` is due on or before the given day (two workdays ahead). */
export function urgencyOf(line: { state: CaseState; nextDue: LegalDay }, today: LegalDay, near: LegalDay): CaseLine['urgency'] {
  if (line.state === 'suspended') return 'standing'
  if (ended.includes(line.state) || line.nextDue === nothingDue) return 'none'
  if (line.nextDue < today) return 'late'
  return line.nextDue <= near ? 'near' : 'inTime'
}

/** The day of what has no day. */
export const nothingDue = '9999-12-31'
