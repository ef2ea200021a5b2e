import type { CaseState, Decision } from '@yiwang/cases/contract'
import { tOf } from '../words/index.ts'

const tones: Partial<Record<CaseState, string>> = {
  submitted: 'blue',
  preAccepted: 'blue',
  accepted: 'blue',
  correcting: 'amber',
  suspended: 'amber',
  decided: 'green',
  completed: 'green',
  delivered: 'green',
}

/** Where a case stands, in a word; of a decided one also how. */
export function StateTag({ state, decision }: { state: CaseState; decision?: Decision | undefined }) {
  return (
    <span className="state-tag">
      <span className={`tag ${tones[state] ?? ''}`}>{tOf('state', state)}</span>
      {decision && <span className={`tag ${decision === 'denied' ? 'red' : ''}`}>{tOf('decision', decision)}</span>}
    </span>
  )
}
