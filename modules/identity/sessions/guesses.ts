import { indexOf, type Work } from '@yiwang/kernel'
import { problem } from '../problems.ts'
import * as store from './failure-store.ts'

const minute = 60_000
const rule: store.GuessRule = { window: 15 * minute, most: 5, lock: 15 * minute }

function keyOf(work: Work, name: string): string {
  return indexOf(work.settings, 'sign-in-name', name.trim().toUpperCase())
}

/**
 * 登录失败处理 (等保 2.0 身份鉴别): five guesses at a name, known or not, then a quarter of an hour of rest. A guess is taken before it is
 * looked at, outside of any act, so that it counts whatever becomes of it and many made at once are not more than five.
 * @throws identity.signInLocked
 */
export async function takeGuess(work: Work, name: string): Promise<void> {
  const [key, now] = [keyOf(work, name), work.now()]
  if (await work.read(({ tx }) => store.takeGuess(tx, key, now, rule))) return
  const until = await work.read(({ tx }) => store.lockedUntil(tx, key))
  const rest = until === undefined ? minute : Date.parse(until) - now.getTime()
  throw problem.signInLocked({ minutes: Math.max(1, Math.ceil(rest / minute)) })
}

/** What was right so far and only lacked something was no guess. */
export async function giveGuessBack(work: Work, name: string): Promise<void> {
  await work.read(({ tx }) => store.giveGuessBack(tx, keyOf(work, name)))
}

/** Counts anew after a right guess; outside of the act, which may still fail for another reason. */
export async function forgive(work: Work, name: string): Promise<void> {
  await work.read(({ tx }) => store.clearFailures(tx, keyOf(work, name)))
}
