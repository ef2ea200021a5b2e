import type { DeliveryWish, ServiceCase } from '@yiwang/cases/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, hasErrors, noErrors, textOf } from './form-errors.ts'
import { recipientErrors, typedRecipient } from './recipient.ts'

/** 改选领取方式: what the courier did not bring goes elsewhere, or is fetched at the counter. */
export type Undelivered = { item: string; wish: DeliveryWish }

export async function loadUndelivered(api: Api, number: string): Promise<Undelivered | undefined> {
  const answer = await api.get<ServiceCase>(`/my/cases/${encodeURIComponent(number)}`)
  if (!isOk(answer) || !canChoose(answer.body)) return undefined
  return { item: answer.body.itemName, wish: answer.body.delivery }
}

export const canChoose = ({ deliveryFailure, lawful }: Pick<ServiceCase, 'deliveryFailure' | 'lawful'>): boolean =>
  deliveryFailure !== undefined && lawful.includes('chooseDelivery')

/** What was typed, as the form shows it again. */
export function wishOf(form: FormData): DeliveryWish {
  const method = textOf(form, 'method') === 'counter' ? 'counter' : 'courier'
  return { method, recipient: typedRecipient(form) }
}

export async function chooseDelivery(api: Api, number: string, form: FormData, t: Translate): Promise<FormErrors> {
  const { method, recipient } = wishOf(form)
  if (textOf(form, 'method') === '') return { fields: { method: t('apply.needMethod') } }
  const lacking = method === 'counter' ? noErrors : recipientErrors(typedRecipient(form), t)
  if (hasErrors(lacking)) return lacking
  const body = method === 'counter' ? { method } : { method, recipient }
  const answer = await api.post(`/my/cases/${encodeURIComponent(number)}/delivery-choice`, { body })
  return isOk(answer) ? noErrors : errorsOf(answer, t)
}
