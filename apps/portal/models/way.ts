import type { PublicProgress, ServiceCase } from '@yiwang/cases/contract'
import type { Language, Translate } from '../i18n.ts'
import { shortDay } from './dates.ts'
import type { FlowStep } from './flow.ts'
import { nameOfStage } from './stage-name.ts'
import type { StageState } from './stage.ts'

export type WayStage = { name: string; word: string; when: string; state: StageState }
/** 办理流程: always the same five stages, whatever happens on the way; and what the body does between acceptance and decision. */
export type Way = { stages: WayStage[]; inner: FlowStep[] }

const five = ['申请', '受理', '决定', '办结', '送达']
const states = { done: 'done', current: 'now', open: 'to-come' } as const

/** What interrupts (补正, 现场核验, 暂停计时) or ends (不予受理 …) stands in the stage it interrupts, so that the picture keeps its shape. */
export function wayOf(
  found: Pick<PublicProgress, 'stages'> & Pick<Partial<ServiceCase>, 'flow' | 'decision'>,
  t: Translate,
  language: Language,
): Way {
  const reached = new Map(found.stages.filter(({ name }) => five.includes(name)).map((stage) => [stage.name, stage]))
  const beside = found.stages.find(({ name }) => !five.includes(name))
  const broken = beside && five.find((name) => reached.get(name)?.state !== 'done')
  const stages = five.map((name): WayStage => {
    const { state, on } = reached.get(name) ?? { state: 'open', on: undefined }
    const shown = nameOfStage(name, language)
    const denied = name === '决定' && state === 'done' && found.decision === 'denied'
    if (denied) return { name: shown, state: 'ended', word: t('decision.denied'), when: on ? shortDay(on, language) : '' }
    if (!beside || name !== broken)
      return { name: shown, state: states[state], word: t(`stage.${states[state]}`), when: on ? shortDay(on, language) : '' }
    const when = beside.on ? shortDay(beside.on, language) : ''
    return { name: shown, state: beside.state === 'done' ? 'ended' : 'halted', word: nameOfStage(beside.name, language), when }
  })
  return { stages, inner: found.flow?.stages.map(({ name, state }) => ({ name, state: states[state] })) ?? [] }
}
