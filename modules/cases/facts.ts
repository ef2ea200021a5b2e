import type { CaseRecord } from './case-record.ts'
import type { CaseMoved } from './contract.ts'
import type { CaseFacts } from './events.ts'

/** What every event of a case tells. */
export function factsOf(found: CaseRecord): CaseFacts {
  const { caseNumber, implementationCode, revisionId, itemName, bodyCode, division, channel } = found
  return { caseNumber, implementationCode, revisionId, itemName, bodyCode, division, accountId: found.accountId ?? null, channel }
}

/** What whoever did something to a case is told: where it stands now. */
export function movedOf(found: CaseRecord): CaseMoved {
  const { caseNumber, state, version, since, committedDue, decision } = found
  return { caseNumber, state, version, since, ...(committedDue ? { committedDue } : {}), ...(decision ? { decision } : {}) }
}
