import type { Act, Desk } from '@yiwang/kernel'
import { phoneIndex } from '../accounts/account-store.ts'
import type { CodePurpose } from '../contract.ts'
import { problem } from '../problems.ts'
import { digestOfCode, findCode, isSameDigest, noteTry, noteUsed } from './code-store.ts'

interface GivenCode {
  phone: string
  purpose: CodePurpose
  code: string
}

const mostTries = 5

/**
 * Whether the code is right, without using it up. A wrong guess is counted at once, in a statement of its own: the act that
 * would have followed never happens and could not count it.
 * @throws identity.codeWrong for wrong, used, old, too often guessed and never sent alike
 */
export async function peekCode(desk: Desk, { phone, purpose, code }: GivenCode): Promise<void> {
  const phoneKey = phoneIndex(desk.settings, phone)
  const sent = await findCode(desk.tx, phoneKey, purpose)
  if (!sent || sent.tries >= mostTries || Date.parse(sent.endsAt) <= desk.now.getTime()) throw problem.codeWrong()
  if (isSameDigest(sent.codeDigest, digestOfCode(desk.settings, phoneKey, code))) return
  await noteTry(desk.tx, sent.id)
  throw problem.codeWrong()
}

/** Uses the code up, within the act it is for: of two that come with it at once, one has it. */
export async function useCode(act: Act, { phone, purpose, code }: GivenCode): Promise<void> {
  const phoneKey = phoneIndex(act.settings, phone)
  const sent = await findCode(act.tx, phoneKey, purpose)
  const right =
    sent &&
    sent.tries < mostTries &&
    Date.parse(sent.endsAt) > act.now.getTime() &&
    isSameDigest(sent.codeDigest, digestOfCode(act.settings, phoneKey, code))
  if (!right || !(await noteUsed(act.tx, sent.id, act.now))) throw problem.codeWrong()
}
