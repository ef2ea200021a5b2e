import type { PaymentNotice } from '@yiwang/payments/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateTimeWords, dateWords } from './dates.ts'
import { type FormErrors, errorsOf, noErrors } from './form-errors.ts'
import { money } from './guide-fees.ts'

export type Payment = {
  number: string
  payer: string
  lines: { name: string; amount: string }[]
  total: string
  state: PaymentNotice['state']
  due: string
  paid: string
  caseHref: string
}

export async function loadPayment(api: Api, number: string, t: Translate, language: Language): Promise<Payment | undefined> {
  const answer = await api.get<PaymentNotice>(`/my/payments/${encodeURIComponent(number)}`)
  if (!isOk(answer)) return undefined
  const { payerName, items, amountFen, state, dueOn, paidAt, subject } = answer.body
  return {
    number: answer.body.number,
    payer: payerName,
    lines: items.map(({ name, amountFen }) => ({ name, amount: t('fee.yuan', { amount: money(amountFen) }) })),
    total: t('fee.yuan', { amount: money(amountFen) }),
    state,
    due: dateWords(dueOn, language),
    paid: paidAt ? dateTimeWords(paidAt, language) : '',
    caseHref: subject.kind === 'case' ? `/my/cases/${encodeURIComponent(subject.key)}` : '/my/cases',
  }
}

/** The cashier is on the public payment platform's own site; money never passes through ours. */
export async function orderPayment(api: Api, number: string, t: Translate): Promise<{ cashier?: string; errors: FormErrors }> {
  const answer = await api.post<{ cashierUrl: string }>(`/my/payments/${encodeURIComponent(number)}/order`)
  if (!isOk(answer)) return { errors: errorsOf(answer, t) }
  const { cashierUrl } = answer.body
  return /^https?:\/\//.test(cashierUrl)
    ? { cashier: cashierUrl, errors: noErrors }
    : { errors: { fields: {}, general: t('problem.unknown') } }
}
