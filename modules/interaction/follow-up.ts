import { contactOf } from '@yiwang/identity'
import type { Act } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { getActiveBody } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import type { AnswerInput, AssignInput, BadRating } from './contract.ts'
import { isLate, isOpen } from './follow-up-rules.ts'
import { problem } from './problems.ts'
import { getFollowUpForUpdate, noteAnswered, noteAssigned } from './rating-store.ts'

/** 差评分类交办 (the guide 五（一）2（7）): sorted first, then given to the body that answers. */
export async function assignFollowUp(act: Act, caseNumber: string, input: AssignInput): Promise<BadRating> {
  const { rating: found } = await getFollowUpForUpdate(act, caseNumber, 'interaction.assignRatings')
  if (!isOpen(found)) throw problem.notLawful({ state: found.state })
  const { category, bodyCode } = input
  const { division } = await getActiveBody(act.tx, bodyCode)
  await noteAssigned(act, caseNumber, input, { code: bodyCode, division })
  await act.publish('rating.assigned', { caseNumber, category, bodyCode, division })
  return { ...found, state: 'assigned', category, bodyCode }
}

/** 差评办理 (the guide 四（一）6): what was found and done; the one who rated is told. */
export async function answerFollowUp(act: Act, caseNumber: string, input: AnswerInput): Promise<BadRating> {
  const { rating: found, accountId, division } = await getFollowUpForUpdate(act, caseNumber, 'interaction.answerRatings')
  if (!isOpen(found)) throw problem.notLawful({ state: found.state })
  const category = input.category ?? found.category
  if (category === undefined) throw problem.categoryMissing()
  await noteAnswered(act, caseNumber, category, input)
  await tell(act, accountId, found, input.answer)
  const overdue = isLate(found.dueOn, legalDay(act.now))
  const { verdict, answer, calledBack } = input
  await act.publish('rating.answered', { caseNumber, bodyCode: found.bodyCode, division, verdict, overdue })
  return { ...found, state: 'answered', category, verdict, answer, calledBack, overdue, answeredAt: act.now.toISOString() }
}

async function tell(act: Act, accountId: string, { itemName, caseNumber }: BadRating, answer: string): Promise<void> {
  await send(act, {
    template: 'feedbackAnswered',
    values: { subject: itemName, feedback: { 'zh-CN': '评价', en: 'rating' }, result: answer },
    to: await contactOf(act, accountId),
    about: { kind: 'case', key: caseNumber },
  })
}
