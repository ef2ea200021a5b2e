import type { CaseRecord } from './case-record.ts'
import { can, lawfulActs, type CaseAct } from './lifecycle.ts'
import { problem } from './problems.ts'

/** @throws case.notLawful naming the state the case is in and what is lawful from it. */
export function requireLawful(act: CaseAct, found: CaseRecord): void {
  if (!can(act, found)) throw problem.notLawful({ act, state: found.state, lawful: lawfulActs(found.state) })
}
