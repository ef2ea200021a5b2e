import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type Limit, dateWords, limitWords } from './dates.ts'
import type { FlowStep } from './flow.ts'
import { type Audience, type Badge, type OnlineMode, applyHref, modeBadge, visitWords } from './item.ts'
import { type LimitBar, limitBar } from './limit-bar.ts'
import { type ApiMaterial, type Material, materialOf } from './material.ts'

/** The elements of appendix 1 as the API gives them for one implementation in force. */
export type ApiImplementation = {
  implementationCode: string
  baseCode: string
  name: string
  summary?: string
  itemType: string
  audience: Audience[]
  level: string
  authority?: string
  exercise?: string
  bodyName: string
  bodyKind: string
  jointBodies?: string[]
  caseKind: 'instant' | 'committed'
  statutoryLimit?: Limit
  statutoryLimitBasis?: string
  committedLimit?: Limit
  onlineMode?: OnlineMode
  counter: boolean
  appointment: boolean
  onlinePayment: boolean
  logistics: boolean
  crossRegionRange: string
  visits: number
  runningSystem?: string
  quantityLimit?: string
  conditions: string[]
  reviewStandard?: string
  materials: ApiMaterial[]
  steps: { name: string; limit?: string; who?: string; note?: string; correction?: boolean }[]
  fee: { charged: boolean; items: { name: string; cents: number }[]; basis?: string; note?: string }
  result: { name: string; kind: string; validity?: string; sampleHref?: string }
  legalBasis: string[]
  intermediaryServices?: string[]
  questions: { question: string; answer: string }[]
  places: { name: string; address: string; hours: string; phone: string; counter?: string; position?: [number, number] }[]
  consultPhone: string
  supervisePhone: string
  version: number
  changedOn: string
  publishedBy: string
  changes?: { version: number; on: string; what: string }[]
}

export type Fact = { label: string; value: string; note?: string }
export type Guide = ReturnType<typeof guideOf>

export async function loadGuide(api: Api, code: string, t: Translate, language: Language): Promise<Guide | undefined> {
  const answer = await api.get<ApiImplementation>(`/items/${encodeURIComponent(code)}`)
  return isOk(answer) ? guideOf(answer.body, t, language) : undefined
}

export function guideOf(item: ApiImplementation, t: Translate, language: Language) {
  return {
    code: item.implementationCode,
    name: item.name,
    summary: item.summary ?? '',
    body: item.bodyName,
    badges: badges(item, t),
    handling: handlingFact(item, t),
    limit: limitBar(item.committedLimit, item.statutoryLimit, t) satisfies LimitBar,
    limitBasis: item.statutoryLimitBasis ?? '',
    visits: { label: t('guide.visits'), value: visitWords(item.visits, t), note: t(`visits.note${Math.min(item.visits, 2)}`) } satisfies Fact,
    fee: feeFact(item, t),
    feeLines: item.fee.items.map(({ name, cents }) => ({ name, amount: money(cents) })),
    feeBasis: item.fee.basis ?? '',
    feeNote: item.fee.note ?? '',
    guidance: guidance(item, t),
    audience: item.audience.map((one) => t(`audience.${one}`)).join(t('list.comma')),
    conditions: item.conditions,
    reviewStandard: item.reviewStandard ?? '',
    quantityLimit: item.quantityLimit ?? t('guide.quantityNone'),
    materials: item.materials.map((one) => materialOf(one, t)) satisfies Material[],
    freeOfHandingIn: item.materials.filter((one) => one.fromLibrary).length,
    flow: item.steps.map(flowStep),
    result: { ...item.result, kind: t(`resultKind.${item.result.kind}`) },
    legalBasis: item.legalBasis,
    questions: item.questions,
    places: item.places,
    phones: { consult: item.consultPhone, supervise: item.supervisePhone },
    elements: elements(item, t),
    version: { number: item.version, changed: dateWords(item.changedOn, language), by: item.publishedBy },
    changes: (item.changes ?? []).map(({ version, on, what }) => ({ version, what, on: dateWords(on, language) })),
    ...(item.onlineMode && { applyHref: applyHref(item.implementationCode) }),
    downloadHref: `/api/v1/items/${encodeURIComponent(item.implementationCode)}/package`,
  }
}

const flowStep = ({ name, limit, who, note, correction }: ApiImplementation['steps'][number]): FlowStep => ({
  name,
  ...(limit && { limit }),
  ...(who && { who }),
  ...(note && { note }),
  ...(correction && { canLoop: true }),
})

function badges(item: ApiImplementation, t: Translate): Badge[] {
  const kind: Badge = { text: t(`caseKind.${item.caseKind}`), icon: 'clock', tone: 'plain' }
  return [modeBadge(item.onlineMode, t), kind, { text: item.itemType, icon: 'scales', tone: 'plain' }]
}

/** 办理形式: what may be done from home, and how far. */
function handlingFact(item: ApiImplementation, t: Translate): Fact {
  if (!item.onlineMode) return { label: t('guide.handling'), value: t('mode.counter'), note: t('mode.counterNote') }
  return { label: t('guide.handling'), value: t(`mode.${item.onlineMode}Short`), note: t(`mode.${item.onlineMode}Note`) }
}

function feeFact({ fee }: ApiImplementation, t: Translate): Fact {
  if (!fee.charged) return { label: t('guide.fee'), value: t('fee.none'), note: t('fee.noneNote') }
  const [least, ...others] = fee.items.map(({ cents }) => cents).sort((a, b) => a - b)
  if (least === undefined) return { label: t('guide.fee'), value: t('fee.charged'), note: fee.note ?? t('fee.see') }
  const value = others.length > 0 ? t('fee.from', { amount: money(least) }) : t('fee.exact', { amount: money(least) })
  return { label: t('guide.fee'), value, note: t('fee.see') }
}

/** ¥ 20 · ¥ 19.50 — counted in cents, so that nothing is lost. */
export const money = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

/** 办事引导 (五（一）2（3）②): five answers, yes or no. */
function guidance(item: ApiImplementation, t: Translate): { label: string; value: string; yes: boolean }[] {
  const answer = (key: string, yes: boolean) => ({ label: t(`guidance.${key}`), value: t(yes ? 'yes' : 'no'), yes })
  const range = { label: t('guidance.range'), value: item.crossRegionRange, yes: item.crossRegionRange !== '' }
  return [
    answer('online', item.onlineMode !== undefined),
    answer('appointment', item.appointment),
    range,
    answer('payment', item.onlinePayment),
    answer('logistics', item.logistics),
  ]
}

function elements(item: ApiImplementation, t: Translate): Fact[] {
  const all: [string, string | undefined][] = [
    ['implementationCode', item.implementationCode],
    ['baseCode', item.baseCode],
    ['itemType', item.itemType],
    ['level', item.level],
    ['body', item.bodyName],
    ['bodyKind', item.bodyKind],
    ['jointBodies', item.jointBodies?.join(t('list.comma'))],
    ['authority', item.authority],
    ['exercise', item.exercise],
    ['caseKind', t(`caseKind.${item.caseKind}`)],
    ['statutory', limitWords(item.statutoryLimit, t)],
    ['committed', limitWords(item.committedLimit, t)],
    ['resultName', item.result.name],
    ['range', item.crossRegionRange],
    ['intermediaries', item.intermediaryServices?.join(t('list.comma'))],
    ['runningSystem', item.runningSystem],
  ]
  return all.filter(([, value]) => value).map(([key, value]) => ({ label: t(`element.${key}`), value: value ?? '' }))
}
