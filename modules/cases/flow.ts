import type { Act } from '@yiwang/kernel'
import type { CaseRecord } from './case-store.ts'

/** The body's own flow begins with acceptance (内部流程). */
export async function startFlow(_act: Act, _accepted: CaseRecord): Promise<void> {}
