import { findCase, type CaseRecord } from '@yiwang/cases'
import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import type { Rating, RatingInput } from './contract.ts'
import { answerDueOn } from './follow-up-rules.ts'
import { problem } from './problems.ts'
import { isBad, strangeTags } from './rating-tags.ts'
import { findOwnRating, insertFollowUp, insertRating } from './rating-store.ts'

/**
 * 服务评价 (the guide 五（一）2（7）; 一事一评, GB/T 39735): once a case, by whose it is, from its completion on. The two lowest levels say what
 * was wrong and open a follow-up with a last day for the answer.
 * @throws rating.caseNotFound, tooEarly, commentMissing, tagsDoNotFit, alreadyRated
 */
export async function rate(act: Act, caseNumber: string, { score, tags = [], comment }: RatingInput): Promise<Rating> {
  const found = await ownCompletedCase(act, caseNumber)
  const strange = strangeTags(score, tags)
  if (strange.length > 0) throw problem.tagsDoNotFit({ tags: strange })
  if (isBad(score) && comment === undefined) throw problem.commentMissing()
  const { implementationCode, itemName, bodyCode, division } = found
  const words = comment === undefined ? {} : { comment: comment.trim() }
  const rating = { caseNumber, implementationCode, itemName, bodyCode, division, score, tags, ...words }
  await insertRating(act, rating)
  if (isBad(score)) await insertFollowUp(act, rating, answerDueOn(legalDay(act.now), await calendarAt(act)))
  const channel = act.by.channel === undefined ? {} : { channel: act.by.channel }
  await act.publish('case.rated', { caseNumber, implementationCode, bodyCode, division, score, bad: isBad(score), ...channel })
  return getOwnRating(act, caseNumber)
}

/** Another's case is as if it were not there. */
async function ownCompletedCase(act: Act, caseNumber: string): Promise<CaseRecord> {
  const found = await findCase(act.tx, caseNumber)
  if (!found || found.accountId !== act.by.id) throw problem.caseNotFound({ caseNumber })
  if (found.completedAt === undefined) throw problem.tooEarly({ state: found.state })
  return found
}

/** @throws rating.notFound */
export async function getOwnRating(desk: Parameters<typeof findOwnRating>[0], caseNumber: string): Promise<Rating> {
  const rating = await findOwnRating(desk, caseNumber)
  if (!rating) throw problem.notFound({ caseNumber })
  return rating
}
