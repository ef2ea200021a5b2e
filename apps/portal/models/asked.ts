import type { ServiceCase } from '@yiwang/cases/contract'
import type { PaymentNotice } from '@yiwang/payments/contract'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { money } from './guide-fees.ts'

/** What is asked of the applicant now; at most one thing, on top, with one button. */
export type Asked = { title: string; text: string; lines: string[]; until: string; ways: string; href?: string; action?: string }

type Kind = 'correction' | 'originals' | 'payment' | 'pickUp' | 'rating'

export function askedOf(found: ServiceCase, payment: PaymentNotice | undefined, t: Translate, language: Language): Asked | undefined {
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
  if (found.next === 'bringOriginals') return { ...words('originals', t), lines: found.materials.map(({ name }) => name) }
  if (found.next === 'fetchResult') return words('pickUp', t)
  if (found.state === 'delivered') return { ...words('rating', t), href: `/rate/${encodeURIComponent(found.caseNumber)}` }
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
