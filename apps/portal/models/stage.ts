import type { CaseStep, CodeProgress, PublicProgress, ServiceCase } from '@yiwang/cases/contract'
import type { Language, Translate } from '../i18n.ts'
import { nameOfStage } from './stage-name.ts'
import { dateTimeWords, dateWords, timeWords } from './dates.ts'

export type StageState = 'done' | 'now' | 'to-come' | 'halted' | 'ended'
export type Stage = {
  name: string
  state: StageState
  word: string
  when: string
  facts: { label: string; value: string }[]
  opinion: string
}

const states = { done: 'done', current: 'now', open: 'to-come' } as const
const endedBadly: readonly ServiceCase['state'][] = ['refused', 'withdrawn', 'lapsed', 'aborted', 'rescinded']

/** 办理过程信息 (五（一）2（6）): what happened, with who, when and what was said; then what stands still; then what is to come. */
export function stagesOf(found: ServiceCase, t: Translate, language: Language): Stage[] {
  const steps = [...found.steps].sort(byHappening).map((one) => stepStage(one, t, language))
  const last = steps.at(-1)
  if (endedBadly.includes(found.state) && last) return [...steps.slice(0, -1), { ...last, state: 'ended', word: t('stage.ended') }]
  const paused = found.specialProcedures
    .filter(({ endedOn }) => !endedOn)
    .map((one) => stage(one.name, 'halted', dateWords(one.startedOn, language), t, one.reason))
  const ahead = publicStages({ stages: found.stages.filter(({ state }) => state !== 'done') }, t, language)
  return [...steps, ...paused, ...afterOpen([...steps, ...paused], ahead, t)]
}

/** In the order things were done; what is not done yet comes last. */
function byHappening(a: CaseStep, b: CaseStep): number {
  if (a.endedAt === undefined || b.endedAt === undefined) return Number(a.endedAt === undefined) - Number(b.endedAt === undefined)
  return a.endedAt.localeCompare(b.endedAt)
}

function stepStage(step: CaseStep, t: Translate, language: Language): Stage {
  const staff = [step.actorName, step.actorNumber && t('stage.number', { number: step.actorNumber })].filter(Boolean).join(' ')
  const name = step.act === 'completeTask' ? t('stage.internal', { name: step.name }) : nameOfStage(step.name, language)
  const made = stage(name, step.endedAt ? 'done' : 'now', spanWords(step, t, language), t, step.opinion)
  return { ...made, facts: staff ? [{ label: t('stage.staff'), value: staff }] : [] }
}

function spanWords({ startedAt, endedAt }: Pick<CaseStep, 'startedAt' | 'endedAt'>, t: Translate, language: Language): string {
  const start = dateTimeWords(startedAt, language)
  if (!endedAt || dateTimeWords(endedAt, language) === start) return start
  const sameDay = dateWords(endedAt, language) === dateWords(startedAt, language)
  return t('stage.fromTo', { start, end: sameDay ? timeWords(endedAt) : dateTimeWords(endedAt, language) })
}

export const publicStages = ({ stages }: Pick<PublicProgress, 'stages'>, t: Translate, language: Language): Stage[] =>
  stages.map(({ name, on, state }) => stage(nameOfStage(name, language), states[state], on ? dateWords(on, language) : '', t))

/** The code on a notice shows the steps with their times as well (统一审核编码). */
export function codeStages(found: CodeProgress, t: Translate, language: Language): Stage[] {
  const steps = found.steps.map((step) =>
    stage(nameOfStage(step.name, language), step.endedAt ? 'done' : 'now', spanWords(step, t, language), t),
  )
  const ahead = publicStages({ stages: found.stages.filter(({ state }) => state !== 'done') }, t, language)
  return [...steps, ...afterOpen(steps, ahead, t)]
}

/** Only one thing is going on: while a step is open, the stage it leads to is still to come. */
function afterOpen(begun: readonly Stage[], ahead: readonly Stage[], t: Translate): Stage[] {
  if (!begun.some(({ state }) => state === 'now' || state === 'halted')) return [...ahead]
  return ahead.map((one) => (one.state === 'now' ? { ...one, state: 'to-come', word: t('stage.to-come') } : one))
}

function stage(name: string, state: StageState, when: string, t: Translate, opinion = ''): Stage {
  return { name, state, word: t(`stage.${state}`), when, facts: [], opinion }
}
