import type { Work } from '@yiwang/kernel'
import { forgetCodes } from './codes/code-store.ts'
import { forgetSessions } from './sessions/session-store.ts'

const day = 86_400_000

/** Codes and sessions that nobody can use any more are personal data without a purpose. */
export async function forget(work: Work): Promise<void> {
  await work.perform('identity.forget', async ({ tx, now }) => {
    await forgetCodes(tx, new Date(now.getTime() - 2 * day))
    await forgetSessions(tx, new Date(now.getTime() - 30 * day))
  })
}
