import type { Act, Desk } from '@yiwang/kernel'
import type { CaseRecord } from './case-store.ts'
import type { ServiceCase } from './contract.ts'

/** The body's own flow begins with acceptance (内部流程). */
export async function startFlow(_act: Act, _accepted: CaseRecord): Promise<void> {}

/** The flow ends with the matter: nothing in it stays open (tasks, timers, special procedures, requests to the head). */
export async function endFlow(_act: Act, _closed: CaseRecord): Promise<void> {}

/** The flow as it is drawn, with what is done, current and to come (办理流程图). */
export async function flowPicture(_desk: Desk, _found: CaseRecord): Promise<ServiceCase['flow']> {
  return undefined
}
