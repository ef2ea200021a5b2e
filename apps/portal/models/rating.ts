import type { Rating } from '@yiwang/interaction/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, noErrors, textOf } from './form-errors.ts'

/** 五级评价, 5 to 1 (五（一）2（7）); the two lowest say what was wrong, so that somebody can see to it. */
export const ratings = [
  { value: 5, key: 'veryGood', icon: 'faceVeryGood' },
  { value: 4, key: 'good', icon: 'faceGood' },
  { value: 3, key: 'fair', icon: 'faceFair' },
  { value: 2, key: 'poor', icon: 'facePoor' },
  { value: 1, key: 'veryPoor', icon: 'faceVeryPoor' },
] as const

/** What was said, and what came of it. */
export const ratingOf = ({ score, comment = '', followUp }: Rating, t: Translate): { word: string; comment: string; answer: string } => ({
  word: t(`rating.${ratings.find(({ value }) => value === score)?.key ?? 'fair'}`),
  comment,
  answer: followUp?.answer ?? '',
})

export async function rate(api: Api, caseNumber: string, form: FormData, t: Translate): Promise<{ errors: FormErrors; done?: boolean }> {
  const chosen = ratings.find(({ value }) => String(value) === form.get('score'))
  if (!chosen) return { errors: { fields: { score: t('rate.needScore') } } }
  const comment = textOf(form, 'comment')
  if (chosen.value <= 2 && !comment) return { errors: { fields: { comment: t('rate.needComment') } } }
  const body = { score: chosen.value, ...(comment && { comment }) }
  const answer = await api.post(`/my/cases/${encodeURIComponent(caseNumber)}/rating`, { body })
  return isOk(answer) ? { errors: noErrors, done: true } : { errors: errorsOf(answer, t) }
}
