import type { CodeProgress } from '@yiwang/cases/contract'
import type { PaperFacts } from '@yiwang/documents/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { type Progress, progressOf } from './progress.ts'
import { codeStages } from './stage.ts'

/** What the QR code on a paper (统一审核编码) shows: that the paper is real, from whom and since when; and how the case stands. */
export type PaperSeen = { title: string; number: string; body: string; issued: string; noEffect?: string; progress?: Progress }

export async function lookAtPaper(api: Api, code: string, t: Translate, language: Language): Promise<PaperSeen | undefined> {
  const [paper, progress] = await Promise.all([
    api.get<PaperFacts>(`/papers/by-code/${encodeURIComponent(code)}`),
    api.get<CodeProgress>(`/progress/by-code/${encodeURIComponent(code)}`),
  ])
  const seen = isOk(progress) && { progress: { ...progressOf(progress.body, t, language), stages: codeStages(progress.body, t, language) } }
  if (isOk(paper)) {
    const { title, number, bodyName, issuedOn, effect } = paper.body
    const noEffect = effect === 'inForce' ? {} : { noEffect: t(`verify.${effect}Text`) }
    return { title, number, body: bodyName, issued: dateWords(issuedOn, language), ...noEffect, ...seen }
  }
  return isOk(progress) ? { ...progress.body.paper, body: progress.body.bodyName, issued: '', ...seen } : undefined
}
