import type { Work } from '@yiwang/kernel'
import { forgetCodes } from './codes/code-store.ts'
import { forgetFailures } from './sessions/failure-store.ts'
import { forgetSessions } from './sessions/session-store.ts'
import { forgetSignIns } from './sessions/sign-in-store.ts'

const day = 86_400_000

/** Codes, sessions and failed sign-ins that count for nothing any more are personal data without a purpose. */
export async function forget(work: Work): Promise<void> {
  await work.perform('identity.forget', async ({ tx, now }) => {
    await forgetCodes(tx, new Date(now.getTime() - 2 * day))
    await forgetFailures(tx, new Date(now.getTime() - day))
    await forgetSignIns(tx, new Date(now.getTime() - 183 * day))
    await forgetSessions(tx, new Date(now.getTime() - 30 * day))
  })
}
