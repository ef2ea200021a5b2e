import type { Act } from '@yiwang/kernel'
import { problem } from '../problems.ts'
import { upsertLogin } from './staff-login-store.ts'

/** Sets up a login with a known password, for the first administrators of an installation and for the demo. Only the system does it. */
export async function setStaffLogin(
  act: Act,
  login: { staffId: string; loginName: string; passwordHash: string; mustChange?: boolean },
): Promise<void> {
  if (act.by.kind !== 'system') throw problem.notFound()
  await upsertLogin(act, { mustChange: false, ...login })
}
