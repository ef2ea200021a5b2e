import type { Implementation, PublicRevision } from '@yiwang/catalogue/contract'
import { findItemType } from '@yiwang/standards'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { attachmentHref, basisWords } from './attachment.ts'
import { dateWords, limitWords } from './dates.ts'
import { elementsOf } from './guide-elements.ts'
import { type Fact, feeFact, feeLines } from './guide-fees.ts'
import type { FlowStep } from './flow.ts'
import { type Badge, applyHref, modeBadge, visitWords } from './item.ts'
import { limitBar } from './limit-bar.ts'
import { isFree, materialOf } from './material.ts'
import { hoursWords } from './office-hours.ts'

export type Guide = ReturnType<typeof guideOf>

export async function loadGuide(api: Api, code: string, t: Translate, language: Language): Promise<Guide | undefined> {
  const path = `/items/${encodeURIComponent(code)}`
  const [item, revisions] = await Promise.all([api.get<Implementation>(path), api.get<PublicRevision[]>(`${path}/revisions`)])
  if (!isOk(item)) return undefined
  return guideOf(item.body, isOk(revisions) && Array.isArray(revisions.body) ? revisions.body : [], t, language)
}

export function guideOf(item: Implementation, revisions: readonly PublicRevision[], t: Translate, language: Language) {
  const situations = new Map(item.situations.map(({ key, name }) => [key, name]))
  const words = (limit: Implementation['committedLimit']) => (limit ? limitWords(limit, t) : '')
  return {
    code: item.implementationCode,
    name: item.name,
    summary: item.summary,
    body: item.bodyName,
    bodyHref: `/departments/${encodeURIComponent(item.bodyCode)}`,
    inForce: item.state === 'inForce',
    badges: badges(item, t),
    handling: handlingFact(item, t),
    limit: limitBar(item.committedLimit, item.statutoryLimit, t),
    limitBasis: item.statutoryLimit?.basis ?? '',
    visits: { label: t('guide.visits'), value: visitWords(item.visits, t), note: t(`visits.note${Math.min(item.visits, 2)}`) },
    fee: feeFact(item.fees, t),
    feeLines: feeLines(item.fees, t),
    feeBasis: item.fees.basis.map(({ title, number = '' }) => `${title}${number}`).join(t('list.semicolon')),
    feeNote: item.fees.note ?? '',
    guidance: guidance(item, t),
    audience: item.audiences.map((one) => t(`audience.${one}`)).join(t('list.comma')),
    conditions: item.conditions,
    reviewStandard: item.reviewStandard,
    quantityLimit: item.quantityLimit
      ? t(`quantity.${item.quantityLimit.period}`, { quantity: item.quantityLimit.quantity })
      : t('quantity.none'),
    materials: item.materials.map((one) => materialOf(one, situations, t)),
    freeOfHandingIn: item.materials.filter(isFree).length,
    flow: item.steps.map((step): FlowStep => ({
      name: step.name,
      note: step.note === step.name ? '' : step.note,
      limit: words(step.limit),
      who: step.who ?? '',
      canLoop: step.kind === 'acceptance' && item.steps.some(({ kind }) => kind === 'correction' || kind === 'application'),
    })),
    result: {
      name: item.result.name,
      kind: t(`resultKind.${item.result.kind}`),
      validity: item.result.validity ?? '',
      delivery: item.result.delivery.map((one) => t(`deliveryMethod.${one}`)).join(t('list.comma')),
      ...(item.result.sample && { sampleHref: attachmentHref(item.result.sample) }),
    },
    legalBasis: item.legalBasis.map(basisWords),
    questions: item.questionsAndAnswers,
    places: item.places.map((place) => ({
      ...place,
      counters: place.counters.join(t('list.comma')),
      phone: place.phone ?? item.consultationPhone,
    })),
    hours: hoursWords(item.officeHours, t),
    phones: { consult: item.consultationPhone, supervise: item.complaintPhone },
    elements: elementsOf(item, t),
    version: { number: item.version, changed: dateWords(item.effectiveOn, language), by: item.bodyName },
    changes: revisions.map(({ version, effectiveOn, reason = '', changed }) => ({
      version,
      on: dateWords(effectiveOn, language),
      what: reason || changed.map((name) => t(`elementName.${name}`)).join(t('list.comma')) || t('guide.firstVersion'),
    })),
    ...(item.state === 'inForce' &&
      item.onlineMode &&
      item.handlingForms.includes('online') && { applyHref: applyHref(item.implementationCode) }),
    ...(item.state === 'inForce' && item.appointment && { bookHref: `/book/${encodeURIComponent(item.implementationCode)}` }),
    downloadHref: `/api/v1/items/${encodeURIComponent(item.implementationCode)}/guide.txt`,
  }
}

function badges(item: Implementation, t: Translate): Badge[] {
  const kind: Badge = { text: t(`caseKind.${item.caseKind}`), icon: 'clock', tone: 'plain' }
  const type: Badge = { text: findItemType(item.itemType)?.name ?? item.itemType, icon: 'scales', tone: 'plain' }
  return [modeBadge(item.onlineMode, t), kind, type]
}

/** 办理形式: what may be done from home, and how far. */
function handlingFact({ onlineMode }: Implementation, t: Translate): Fact {
  if (!onlineMode) return { label: t('guide.handling'), value: t('mode.counter'), note: t('mode.counterNote') }
  return { label: t('guide.handling'), value: t(`mode.${onlineMode}Short`), note: t(`mode.${onlineMode}Note`) }
}

/** 办事引导 (五（一）2（3）②): five answers, yes or no. */
function guidance(item: Implementation, t: Translate): { label: string; value: string; yes: boolean }[] {
  const answer = (key: string, yes: boolean) => ({ label: t(`guidance.${key}`), value: t(yes ? 'yes' : 'no'), yes })
  const range = item.crossRegionRange
  return [
    answer('online', item.handlingForms.includes('online')),
    item.appointment ? { ...answer('appointment', true), value: t('guidance.byPhone') } : answer('appointment', false),
    { label: t('guidance.range'), value: t(`range.${range ?? 'fixed'}`), yes: range !== undefined },
    answer('payment', item.onlinePayment),
    answer('logistics', item.logistics.results || item.logistics.materials),
  ]
}
