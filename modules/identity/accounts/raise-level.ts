import { Problem, type Act, type Work } from '@yiwang/kernel'
import { verifyBankCard, verifySocialSecurityCard } from '@yiwang/registers'
import type { IdentityCheckInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { insertChange } from './account-change-store.ts'
import { getAccount, getAccountForUpdate, raiseLevel } from './account-store.ts'

/**
 * The three-factor check (三要素核验, the guide 七（一）1（1）): name, number and a card that only the person has.
 * @throws identity.onlyPersons, identity.levelReached, identity.cardFailed naming the check, identity.cardSourceSilent
 */
export async function checkThreeFactors(work: Work, input: IdentityCheckInput): Promise<void> {
  const account = await work.read((desk) => getAccount(desk, work.by.id))
  if (account.kind !== 'person') throw problem.onlyPersons()
  if (account.level >= 2) throw problem.levelReached({ level: account.level })
  const asked = { name: account.name, idNumber: account.number, purpose: '实名等级提升' }
  const { method } = input
  const answer =
    method === 'socialSecurityCard'
      ? verifySocialSecurityCard(work, { ...asked, cardNumber: input.cardNumber })
      : verifyBankCard(work, { ...asked, cardNumber: input.cardNumber, phone: input.phone })
  const matches = await answer.catch((error: unknown) => {
    throw isSilence(error) ? problem.cardSourceSilent({ method }) : error
  })
  if (!matches) throw problem.cardFailed({ method })
}

/** One source may be away while the other answers. */
function isSilence(error: unknown): boolean {
  return error instanceof Problem && error.code === 'outside.noAnswer'
}

/** Raising the real-name level (实名等级) to 2, after the check. */
export async function raiseToThreeFactors(act: Act): Promise<void> {
  const { level } = await getAccountForUpdate(act, act.by.id)
  if (level >= 2) throw problem.levelReached({ level })
  await raiseLevel(act.tx, act.by.id, 2)
  const [before, after] = [{ level: String(level) }, { level: '2' }]
  await insertChange(act, { accountId: act.by.id, kind: 'level', before, after, outcome: 'done' })
  await act.publish('account.levelRaised', { accountId: act.by.id, level: 2 })
}
