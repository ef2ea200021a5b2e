import type { Answers } from '@yiwang/catalogue/contract'
import { chance, type Chance } from '@yiwang/sandbox'
import { addDays, dayDiff, legalDay, startOfLegalDay, weekday } from '@yiwang/standards'
import { demoLicenceTypes } from '@yiwang/catalogue/demo'
import type { Applicant, Crowd } from './applicants.ts'
import { askedFor, needsNoOriginals } from './give-materials.ts'
import type { HistoryItem } from './items.ts'

/** How a case goes, unless the present comes first. */
export type Fate =
  | 'granted'
  | 'denied'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'
  | 'aborted'
  /** Decided after its day. */
  | 'late'
  /** Nobody answered the application: it counts as accepted (视为受理). */
  | 'unanswered'
  /** Left lying on somebody's desk until today. */
  | 'forgotten'

/** What comes between acceptance and decision. */
export type Between = 'nothing' | 'special' | 'suspended' | 'extended'

/** One case of the history before it happens; the same number gives the same plan. */
export interface PlannedCase {
  index: number
  item: HistoryItem
  applicant: Applicant
  where: 'online' | 'counter'
  answers: Answers
  fate: Fate
  between: Between
  /** Whether something had to be put right first. */
  corrected: boolean
  startsAt: Date
  luck: Chance
}

export interface Span {
  from: Date
  to: Date
}

/** The first ones are of those who can sign in to the demo and of the last weeks, so that the lists have life at once; then the year follows in order. */
const opening = 40
const recentDays = 24
const seed = 20_161_108

export function planCase(index: number, total: number, span: Span, items: readonly HistoryItem[], crowd: Crowd): PlannedCase {
  const luck = chance(seed + index * 7919)
  const forDemo = index < opening && index % 2 === 0
  const told = forDemo ? crowd.demo[(index / 2) % crowd.demo.length] : undefined
  const offered = told ? items.filter((item) => audiencesOf(item).includes(told.kind)) : items
  const item = pickItem(offered.filter(canBeTold), luck)
  const kind = told?.kind ?? kindFor(item, luck)
  const answers = answersFor(item, luck)
  const online = canApplyOnline(item, kind, answers) && (item.fees.charged || told !== undefined || luck.happens(0.8))
  const where = online ? 'online' : 'counter'
  const startsAt = startOf(index, total, span, where, luck)
  const recent = dayDiff(legalDay(startsAt), legalDay(span.to)) < 45
  const fate = fateOf(item, where, recent, luck)
  const corrected = fate === 'lapsed' || (where === 'online' && luck.happens(0.16))
  const applicant = told ?? pickApplicant(crowd, kind, where, luck)
  return { index, item, answers, where, startsAt, luck, applicant, fate, corrected, between: betweenOf(item, luck) }
}

function pickItem(items: readonly HistoryItem[], luck: Chance): HistoryItem {
  let left = luck.below(items.reduce((sum, { weight }) => sum + weight, 0))
  for (const item of items) {
    left -= item.weight
    if (left < 0) return item
  }
  throw new RangeError('no item to tell about')
}

/** What has to be paid is paid online, so that it has to be applied for online too. */
function canBeTold(item: HistoryItem): boolean {
  return !item.fees.charged || audiencesOf(item).some((kind) => canApplyOnline(item, kind, {})) || item.guide === 'gov-info'
}

/** A form that asks for a credit code is for organisations, whoever else the item may be for. */
const audiencesOf = ({ audiences, schema }: HistoryItem) =>
  audiences.filter((kind) => kind === 'organisation' || !('uscc' in schema.properties))

const held = (kind: Applicant['kind']) =>
  demoLicenceTypes.filter(({ name }) => name === (kind === 'person' ? '居民身份证' : '营业执照')).map(({ code }) => code)

function canApplyOnline(item: HistoryItem, kind: Applicant['kind'], answers: Answers): boolean {
  if (item.onlineMode === undefined || !item.handlingForms.includes('online') || !audiencesOf(item).includes(kind)) return false
  return item.onlineMode !== 'full' || needsNoOriginals(askedFor(item, answers), held(kind))
}

function kindFor(item: HistoryItem, luck: Chance): Applicant['kind'] {
  const { fees, guide } = item
  const audiences = audiencesOf(item)
  if (audiences.length === 1) return audiences[0] ?? 'person'
  if (fees.charged && guide !== 'gov-info') return 'person'
  return luck.happens(0.45) ? 'organisation' : 'person'
}

/** Mostly the plain situation; now and then one that asks for more. */
function answersFor({ questions }: HistoryItem, luck: Chance): Answers {
  const answer = ({ key, many, options }: HistoryItem['questions'][number]) => {
    const plain = options.find(({ value }) => value === 'none' || value === 'no')?.value
    const value = plain !== undefined && luck.happens(0.8) ? plain : luck.pick(options).value
    return [key, many ? [value] : value] as const
  }
  return Object.fromEntries(questions.map(answer))
}

function startOf(index: number, total: number, { from, to }: Span, where: PlannedCase['where'], luck: Chance): Date {
  const days = dayDiff(legalDay(from), legalDay(to))
  const recent = index < opening && index % 2 === 1
  const place = index < opening ? luck.below(1000) / 1000 : (index - opening) / Math.max(1, total - opening)
  // a little more every month
  const day = addDays(legalDay(from), recent ? Math.max(0, days - luck.below(recentDays)) : Math.floor(place ** 0.9 * (days + 1)))
  const weekend = weekday(day) > 5 && (where === 'counter' || luck.happens(0.7))
  const minutes = where === 'counter' ? luck.pick([luck.between(515, 700), luck.between(815, 1000)]) : luck.between(430, 1350)
  const wished = startOfLegalDay(weekend ? addDays(day, -luck.between(1, 3)) : day).getTime() + (minutes * 60 + luck.below(60)) * 1000
  return new Date(Math.min(Math.max(wished, from.getTime()), to.getTime() - luck.between(30, 90) * 60_000))
}

function pickApplicant(
  { persons, organisations, walkIns }: Crowd,
  kind: Applicant['kind'],
  where: PlannedCase['where'],
  luck: Chance,
): Applicant {
  if (where === 'online') return luck.pick(kind === 'person' ? persons : organisations)
  return luck.pick(walkIns.filter((one) => one.kind === kind))
}

function betweenOf({ procedures, extension, hasFlow }: HistoryItem, luck: Chance): Between {
  if (!hasFlow) return 'nothing'
  if (procedures.some(({ kind }) => kind === 'B') && luck.happens(0.3)) return 'special'
  if (extension && luck.happens(0.08)) return 'extended'
  return luck.happens(0.03) ? 'suspended' : 'nothing'
}

function fateOf(item: HistoryItem, where: PlannedCase['where'], recent: boolean, luck: Chance): Fate {
  const shares: [Fate, number][] = [
    ['denied', item.hasFlow ? 0.06 : 0.02],
    ['refused', 0.03],
    ['withdrawn', where === 'online' ? 0.035 : 0],
    ['lapsed', where === 'online' ? 0.025 : 0],
    ['aborted', item.hasFlow ? 0.015 : 0],
    ['late', item.hasFlow ? 0.04 : 0],
    ['unanswered', where === 'online' ? 0.01 : 0],
    ['forgotten', recent && item.hasFlow ? 0.09 : 0],
  ]
  let left = luck.below(1000) / 1000
  for (const [fate, share] of shares) {
    left -= share
    if (left < 0) return fate
  }
  return 'granted'
}
