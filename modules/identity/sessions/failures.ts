import { indexOf, type Work } from '@yiwang/kernel'
import { problem } from '../problems.ts'
import { clearFailures, countFailure, lockedUntil } from './failure-store.ts'

const minute = 60_000
const rule = { window: 15 * minute, most: 5, lock: 15 * minute }

function keyOf(work: Work, login: string): string {
  return indexOf(work.settings, 'sign-in-name', login.trim().toUpperCase())
}

/** @throws identity.signInLocked */
export async function refuseLocked(work: Work, login: string): Promise<void> {
  const until = await work.read(({ tx }) => lockedUntil(tx, keyOf(work, login)))
  if (until !== undefined && Date.parse(until) > work.now().getTime())
    throw problem.signInLocked({ minutes: Math.ceil((Date.parse(until) - work.now().getTime()) / minute) })
}

/** 登录失败处理 (等保 2.0 身份鉴别): counted for every name, known or not. */
export async function noteFailure(work: Work, login: string): Promise<void> {
  await work.perform('identity.noteFailure', ({ tx, now }) => countFailure(tx, keyOf(work, login), now, rule))
}

/** Counts anew after a right sign-in; outside of the act, which may still fail for another reason. */
export async function forgive(work: Work, login: string): Promise<void> {
  await work.read(({ tx }) => clearFailures(tx, keyOf(work, login)))
}
