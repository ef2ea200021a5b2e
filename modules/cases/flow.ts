import type { Act } from '@yiwang/kernel'
import type { CaseRecord } from './case-store.ts'

/** The body's own flow begins with acceptance (内部流程). */
export async function startFlow(_act: Act, _accepted: CaseRecord): Promise<void> {}

/** The flow ends with the matter: nothing in it stays open (tasks, timers, special procedures, requests to the head). */
export async function endFlow(_act: Act, _closed: CaseRecord): Promise<void> {}
