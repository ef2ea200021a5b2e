import type { ServiceCase } from '@yiwang/cases/contract'
import type { Translate } from '../i18n.ts'

/** 不利的决定: what went against the applicant, why, and where it can be fought (行政许可法 38); it leads the page. */
export type Adverse = { title: string; reasons: string; remedies: string; paper?: { title: string; href: string } }

/** The paper that carries it, by how the case ended; it names the body of review and the court. */
const papers = { denied: 'denialDecision', refused: 'refusalNotice', aborted: 'closingNotice', rescinded: 'rescissionDecision' } as const
const acts = { refused: 'refuse', aborted: 'abort', rescinded: 'rescind' } as const
type Kind = keyof typeof papers

function adverseKind({ state, decision }: { state: ServiceCase['state']; decision?: ServiceCase['decision'] }): Kind | undefined {
  if (state === 'refused' || state === 'aborted' || state === 'rescinded') return state
  return decision === 'denied' ? 'denied' : undefined
}

export function adverseOf(found: ServiceCase, t: Translate): Adverse | undefined {
  const kind = adverseKind(found)
  if (!kind) return undefined
  const opinion = kind === 'denied' ? found.decisionReasons : found.steps.findLast(({ act }) => act === acts[kind])?.opinion
  const paper = found.papers.findLast((one) => one.kind === papers[kind])
  const at = `/api/v1/my/cases/${encodeURIComponent(found.caseNumber)}/papers`
  return {
    title: kind === 'denied' ? t('decision.denied') : t(`state.${kind}`),
    reasons: opinion ?? '',
    remedies: t(paper ? 'adverse.remediesOn' : 'adverse.remedies', { paper: paper?.title ?? '' }),
    ...(paper && { paper: { title: paper.title, href: `${at}/${encodeURIComponent(paper.id)}/content` } }),
  }
}

/** What to do next, by how it ended: only where somebody gave a reason is there one to mend. */
export function nextWords(found: Pick<ServiceCase, 'state' | 'decision' | 'next'>, t: Translate): string {
  if (found.state === 'withdrawn' || found.state === 'lapsed') return t(`nextStep.${found.state}`)
  const denied = found.decision === 'denied' && found.next === 'nothing'
  return t(`nextStep.${denied ? 'applyAgain' : found.next}`)
}
