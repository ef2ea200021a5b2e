import type { ServiceCase } from '@yiwang/cases/contract'
import type { Implementation } from '@yiwang/catalogue/contract'
import type { PaymentNotice } from '@yiwang/payments/contract'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { owedOf, owedUntil } from './deferred.ts'
import { money } from './guide-fees.ts'
import { itemHref } from './item.ts'
import { hoursWords } from './office-hours.ts'

/** What is asked of the applicant now; at most one thing, on top, with one button. */
export type Asked = {
  title: string
  text: string
  lines: string[]
  where: string[]
  until: string
  ways: string
  href?: string
  action?: string
}

type Kind = 'correction' | 'originals' | 'payment' | 'deferred' | 'pickUp' | 'rating'

/** What the case itself does not say: what is due to be paid, whether it was rated already, and where its counters are. */
export type BesideCase = { payment?: PaymentNotice; rated?: boolean; item?: Pick<Implementation, 'places' | 'officeHours'> }

export function askedOf(found: ServiceCase, { payment, rated, item }: BesideCase, t: Translate, language: Language): Asked | undefined {
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
  const counter = { where: whereOf(item, t), href: places }
  const originals = originalsOf(found)
  if (found.next === 'bringOriginals') return { ...words('originals', t), lines: originals, ...counter }
  if (found.next === 'fetchResult') {
    const text =
      found.decision === 'approved' && originals.length > 0 && found.onlineMode !== 'full' ? t('asked.pickUp.textOriginals') : undefined
    return { ...words('pickUp', t), ...(text && { text, lines: originals }), ...counter }
  }
  if (found.state === 'delivered' && !rated) return { ...words('rating', t), href: `/rate/${encodeURIComponent(found.caseNumber)}` }
  return undefined
}

/** The scans whose originals nobody has seen yet. */
const originalsOf = ({ materials }: ServiceCase): string[] =>
  materials.filter(({ trustLevel, originalCheckedAt }) => trustLevel === 'C' && originalCheckedAt === undefined).map(({ name }) => name)

function whereOf(item: BesideCase['item'], t: Translate): string[] {
  if (!item) return []
  const hours = hoursWords(item.officeHours, t)
  return [...item.places.map(({ name, address }) => t('asked.where', { name, address })), ...(hours ? [t('asked.hours', { hours })] : [])]
}

const words = (kind: Kind, t: Translate): Asked => ({
  title: t(`asked.${kind}.title`),
  text: t(`asked.${kind}.text`),
  ways: t(`asked.${kind}.ways`),
  action: t(`asked.${kind}.action`),
  lines: [],
  where: [],
  until: '',
})
