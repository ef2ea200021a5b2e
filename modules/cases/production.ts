import type { CaseRecord } from './case-store.ts'
import type { Act } from '@yiwang/kernel'

/** Whether the result is there to be handed over; a decision on paper is there from the moment it is issued. */
export async function requireProduced(_act: Act, _found: CaseRecord): Promise<void> {}
