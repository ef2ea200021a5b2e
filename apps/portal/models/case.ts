import type { ServiceCase } from '@yiwang/cases/contract'
import type { Implementation } from '@yiwang/catalogue/contract'
import type { Rating } from '@yiwang/interaction/contract'
import type { Waybill } from '@yiwang/logistics/contract'
import type { Message } from '@yiwang/messages/contract'
import type { PaymentNotice } from '@yiwang/payments/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { adverseOf, nextWords } from './adverse.ts'
import { askedOf } from './asked.ts'
import { stateLook } from './case-row.ts'
import { canChoose } from './choose-delivery.ts'
import { clockOf } from './clock.ts'
import { dateTimeWords, dateWords, grouped, numberGroups } from './dates.ts'
import { itemHref } from './item.ts'
import { ratingOf } from './rating.ts'
import { stagesOf } from './stage.ts'
import { wayOf } from './way.ts'

/** What lies beside the case in other drawers of the house. */
export type Beside = { payments: PaymentNotice[]; messages: Message[]; waybills: Waybill[]; rating?: Rating; item?: Implementation }

export async function loadCase(api: Api, number: string, now: Date, t: Translate, language: Language): Promise<CasePage | undefined> {
  const path = `/my/cases/${encodeURIComponent(number)}`
  const answer = await api.get<ServiceCase>(path)
  if (!isOk(answer)) return undefined
  const list = async <T>(path: string) => {
    const page = await api.get<{ items: T[] }>(path, { query: { limit: 50 } })
    return isOk(page) ? page.body.items : []
  }
  const toTheHall = answer.body.next === 'bringOriginals' || answer.body.next === 'fetchResult'
  const [payments, messages, waybills, rating, item] = await Promise.all([
    list<PaymentNotice>('/my/payments'),
    list<Message>('/my/messages'),
    list<Waybill>('/my/waybills'),
    answer.body.state === 'delivered' ? api.get<Rating>(`${path}/rating`) : undefined,
    toTheHall ? api.get<Implementation>(`/items/${encodeURIComponent(answer.body.implementationCode)}`) : undefined,
  ])
  const more = { ...(rating && isOk(rating) && { rating: rating.body }), ...(item && isOk(item) && { item: item.body }) }
  return caseOf(answer.body, { payments, messages, waybills, ...more }, now, t, language)
}

export type CasePage = ReturnType<typeof caseOf>

/** What became of the parcel, what the courier says of it, and where another way is chosen. */
function failedOf(found: ServiceCase, t: Translate): { text: string; said?: string; href?: string } | undefined {
  const { deliveryFailure, caseNumber, state, waybills = [] } = found
  if (!deliveryFailure || state !== 'completed') return undefined
  const said = waybills.find(({ number }) => number === deliveryFailure.waybill)?.refusedWhy
  return {
    text: t(`deliveryFailed.${deliveryFailure.why}`),
    ...(said && { said }),
    ...(canChoose(found) && { href: `/my/cases/${encodeURIComponent(caseNumber)}/delivery` }),
  }
}

export function caseOf(found: ServiceCase, beside: Beside, now: Date, t: Translate, language: Language) {
  const about = (subject: { kind: string; key: string } | undefined) => subject?.key === found.caseNumber
  const payment = beside.payments.find(({ subject, state }) => state === 'due' && about(subject))
  const clock = clockOf(found, now, t, language)
  const adverse = adverseOf(found, t)
  const files = `/api/v1/my/cases/${encodeURIComponent(found.caseNumber)}`
  const asked = askedOf(
    found,
    { rated: beside.rating !== undefined, ...(payment && { payment }), ...(beside.item && { item: beside.item }) },
    t,
    language,
  )
  return {
    id: found.caseNumber,
    number: grouped(found.caseNumber, numberGroups),
    item: found.itemName,
    itemHref: itemHref(found.implementationCode),
    body: found.bodyName,
    state: stateLook(found.state, t, found.decision),
    next: nextWords(found, t),
    failed: failedOf(found, t),
    submitted: dateTimeWords(found.submittedAt, language),
    stages: stagesOf(found, t, language),
    way: wayOf(found, t, language),
    materials: found.materials.map(({ id, name, source, trustLevel, fileId }) => ({
      name,
      source: t(`materialSource.${source}`),
      level: t(`trust.${trustLevel}`),
      ...(fileId && { href: `${files}/materials/${encodeURIComponent(id)}/content` }),
    })),
    papers: found.papers.map(({ id, title, number, issuedOn, sealed }) => ({
      title,
      number,
      sealed,
      issued: dateWords(issuedOn, language),
      href: `${files}/papers/${encodeURIComponent(id)}/content`,
    })),
    messages: beside.messages
      .filter((one) => about(one.about))
      .map(({ title, text, sentAt }) => ({ title, text, when: dateTimeWords(sentAt, language) })),
    waybills: beside.waybills
      .filter(({ subject }) => about(subject))
      .map((one) => ({ number: one.courierNumber ?? one.number, state: t(`waybill.${one.state}`) })),
    ...(beside.rating && { rating: ratingOf(beside.rating, t) }),
    withdrawable: found.lawful.includes('withdraw'),
    ...(clock && { clock }),
    ...(asked && { asked }),
    ...(adverse && { adverse }),
    ...(found.decision &&
      !adverse && {
        result: {
          title: t(`decision.${found.decision}`),
          text: found.decisionReasons ?? '',
          ...(found.licenceIdentifier && { licence: found.licenceIdentifier }),
        },
      }),
  }
}
