import { sameSecret } from '@yiwang/crypto'
import type { Act, Desk } from '@yiwang/kernel'
import { phoneIndex } from '../accounts/account-store.ts'
import type { CodePurpose } from '../contract.ts'
import { problem } from '../problems.ts'
import { digestOfCode, findCode, giveTryBack, noteUsed, takeTry } from './code-store.ts'

interface GivenCode {
  phone: string
  purpose: CodePurpose
  code: string
}

const mostTries = 5

/**
 * Whether the code is right, without using it up. Each guess takes one of the tries before it is looked at, outside of the act
 * that would follow (which never happens after a wrong one and could not count it); a right guess gives it back.
 * @throws identity.codeWrong for wrong, used, old, too often guessed and never sent alike
 */
export async function peekCode(desk: Desk, { phone, purpose, code }: GivenCode): Promise<void> {
  const phoneKey = phoneIndex(desk.settings, phone)
  const sent = await findCode(desk.tx, phoneKey, purpose, desk.now)
  if (!sent || Date.parse(sent.endsAt) <= desk.now.getTime()) throw problem.codeWrong()
  if (!(await takeTry(desk.tx, sent.id, mostTries))) throw problem.codeWrong()
  if (!sameSecret(sent.codeDigest, digestOfCode(desk.settings, phoneKey, code))) throw problem.codeWrong()
  await giveTryBack(desk.tx, sent.id)
}

/** Uses the code up, within the act it is for: of two that come with it at once, one has it. */
export async function useCode(act: Act, { phone, purpose, code }: GivenCode): Promise<void> {
  const phoneKey = phoneIndex(act.settings, phone)
  const sent = await findCode(act.tx, phoneKey, purpose, act.now)
  const right =
    sent &&
    sent.tries < mostTries &&
    Date.parse(sent.endsAt) > act.now.getTime() &&
    sameSecret(sent.codeDigest, digestOfCode(act.settings, phoneKey, code))
  if (!right || !(await noteUsed(act.tx, sent.id, act.now))) throw problem.codeWrong()
}
