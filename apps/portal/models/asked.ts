import type { ServiceCase } from '@yiwang/cases/contract'
import type { PaymentNotice } from '@yiwang/payments/contract'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { owedOf, owedUntil } from './deferred.ts'
import { money } from './guide-fees.ts'
import { itemHref } from './item.ts'

/** What is asked of the applicant now; at most one thing, on top, with one button. */
export type Asked = { title: string; text: string; lines: string[]; until: string; ways: string; href?: string; action?: string }

type Kind = 'correction' | 'originals' | 'payment' | 'deferred' | 'pickUp' | 'rating'

/** What the case itself does not say: what is due to be paid, and whether it was rated already. */
export type BesideCase = { payment?: PaymentNotice; rated?: boolean }

export function askedOf(found: ServiceCase, { payment, rated }: BesideCase, t: Translate, language: Language): Asked | undefined {
  const until = (day: string | undefined) => (day ? t('asked.until', { date: dateWords(day, language) }) : '')
  const here = `/my/cases/${encodeURIComponent(found.caseNumber)}`
  const correction = found.corrections.findLast(({ answeredAt }) => answeredAt === undefined)
  if (found.state === 'correcting' && correction) {
    const lines = correction.items.map(({ name, what }) => `${name}：${what}`)
    return {
      ...words('correction', t),
      ...(correction.note && { text: correction.note }),
      lines,
      until: until(correction.dueOn),
      href: `${here}/correction`,
    }
  }
  if (payment) {
    const lines = payment.items.map(({ name, amountFen }) => `${name} ${t('fee.yuan', { amount: money(amountFen) })}`)
    return { ...words('payment', t), lines, until: until(payment.dueOn), href: `/pay/${encodeURIComponent(payment.number)}` }
  }
  const owed = owedOf(found)
  if (owed.length > 0)
    return { ...words('deferred', t), lines: owed.map(({ name }) => name), until: owedUntil(found, t, language), href: `${here}/deferred` }
  const places = `${itemHref(found.implementationCode)}#places`
  if (found.next === 'bringOriginals') return { ...words('originals', t), lines: found.materials.map(({ name }) => name), href: places }
  if (found.next === 'fetchResult') return { ...words('pickUp', t), href: places }
  if (found.state === 'delivered' && !rated) return { ...words('rating', t), href: `/rate/${encodeURIComponent(found.caseNumber)}` }
  return undefined
}

const words = (kind: Kind, t: Translate): Asked => ({
  title: t(`asked.${kind}.title`),
  text: t(`asked.${kind}.text`),
  ways: t(`asked.${kind}.ways`),
  action: t(`asked.${kind}.action`),
  lines: [],
  until: '',
})
