import { addDays, legalDay } from '@yiwang/standards'
import type { Api } from '../api.ts'
import { isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, hasErrors, missing, textOf } from './form-errors.ts'

/** Long enough for most things to be handed in, short enough that a copy left lying about is soon worth nothing. */
export const usualLastDay = (now: Date): string => addDays(legalDay(now), 30)

/** 信息加注 (五（一）3（2）): a copy for one use, with that use and its last day written across it and sealed anew. */
export async function copyLicence(
  api: Api,
  identifier: string,
  form: FormData,
  t: Translate,
): Promise<{ errors: FormErrors } | { pdf: Uint8Array<ArrayBuffer> }> {
  const errors = missing(form, { purpose: t('copy.needPurpose'), validUntil: t('copy.needDay') })
  if (hasErrors(errors)) return { errors }
  const body = { purpose: textOf(form, 'purpose'), validUntil: textOf(form, 'validUntil') }
  const answer = await api.post<Uint8Array<ArrayBuffer>>(`/my/licences/${encodeURIComponent(identifier)}/copies`, { body })
  return isOk(answer) ? { pdf: answer.body } : { errors: errorsOf(answer, t, { 'licence.copyDayInvalid': 'validUntil' }) }
}
