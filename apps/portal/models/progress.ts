import type { PublicProgress } from '@yiwang/cases/contract'
import { parseCaseNumber } from '@yiwang/standards'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type StateLook, stateLook } from './case-row.ts'
import { dateWords, grouped, numberGroups } from './dates.ts'
import { type Stage, publicStages } from './stage.ts'
import { type Way, wayOf } from './way.ts'

/** What a number alone shows: stage and dates, nothing about the person. */
export type Progress = { number: string[]; item: string; body: string; state: StateLook; due: string; stages: Stage[]; way: Way }
export type LookUp = { asked: string; progress?: Progress; problem?: 'notFound' | 'tooMany' | 'failed' | 'badNumber' }

export async function lookUp(api: Api, url: URL, t: Translate, language: Language): Promise<LookUp> {
  const asked = (url.searchParams.get('number') ?? '').trim().slice(0, 60)
  if (!asked) return { asked }
  const parsed = parseCaseNumber(asked)
  if (!parsed.ok) return { asked, problem: 'badNumber' }
  const { number } = parsed.value
  const answer = await api.get<PublicProgress>(`/progress/${encodeURIComponent(number)}`)
  if (isOk(answer)) return { asked, progress: progressOf(answer.body, t, language) }
  return { asked, problem: answer.status === 404 ? 'notFound' : answer.status === 429 ? 'tooMany' : 'failed' }
}

/** What is decided is due no more. */
const running: readonly PublicProgress['state'][] = ['submitted', 'correcting', 'preAccepted', 'accepted', 'suspended']

export const progressOf = (found: PublicProgress, t: Translate, language: Language): Progress => ({
  number: grouped(found.caseNumber, numberGroups),
  item: found.itemName,
  body: found.bodyName,
  state: stateLook(found.state, t),
  due: found.committedDue && running.includes(found.state) ? t('clock.due', { date: dateWords(found.committedDue, language) }) : '',
  stages: publicStages(found, t, language),
  way: wayOf(found, t, language),
})
