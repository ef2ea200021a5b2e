import type { CaseLine, CaseState, Draft } from '@yiwang/cases/contract'
import type { IconName } from '@yiwang/ui/icons'
import type { Language, Translate } from '../i18n.ts'
import { dateWords, grouped, numberGroups } from './dates.ts'

export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'plain'
export type StateLook = { word: string; tone: Tone; icon: IconName }
export type CaseRow = { number: string[]; href: string; name: string; state: StateLook; next: string; when: string; asked: boolean }

const looks: Record<CaseState | 'draft', { tone: Tone; icon: IconName }> = {
  draft: { tone: 'plain', icon: 'edit' },
  submitted: { tone: 'blue', icon: 'clock' },
  preAccepted: { tone: 'amber', icon: 'counter' },
  correcting: { tone: 'amber', icon: 'warning' },
  accepted: { tone: 'blue', icon: 'clock' },
  suspended: { tone: 'amber', icon: 'pause' },
  decided: { tone: 'blue', icon: 'seal' },
  completed: { tone: 'green', icon: 'done' },
  delivered: { tone: 'green', icon: 'done' },
  archived: { tone: 'plain', icon: 'folder' },
  refused: { tone: 'red', icon: 'error' },
  withdrawn: { tone: 'plain', icon: 'signOut' },
  lapsed: { tone: 'plain', icon: 'clock' },
  aborted: { tone: 'red', icon: 'error' },
  rescinded: { tone: 'red', icon: 'error' },
}

/** A denial stays one, however well it was delivered: it looks like no success. */
export function stateLook(state: CaseState | 'draft', t: Translate, decision?: CaseLine['decision']): StateLook {
  const word = t(`state.${state}`)
  if (decision !== 'denied' || state === 'rescinded') return { ...looks[state], word }
  return { ...looks.refused, word: t('case.stateDenied', { decision: t('decision.denied'), state: word }) }
}

/** States in which the next step is the applicant's. */
const waitsForApplicant: readonly CaseState[] = ['correcting', 'preAccepted', 'completed']

export function caseRow(one: CaseLine, t: Translate, language: Language): CaseRow {
  return {
    number: grouped(one.caseNumber, numberGroups),
    href: `/my/cases/${encodeURIComponent(one.caseNumber)}`,
    name: one.itemName,
    state: stateLook(one.state, t, one.decision),
    next: nextWords(one, t, language),
    when: t('case.submittedOn', { date: dateWords(one.submittedAt, language) }),
    asked: waitsForApplicant.includes(one.state),
  }
}

function nextWords({ state, urgency, committedDue }: CaseLine, t: Translate, language: Language): string {
  if (state !== 'accepted' || !committedDue) return t(`next.${state}`)
  return urgency === 'late' ? t('clock.late') : t('clock.due', { date: dateWords(committedDue, language) })
}

export const draftRow = ({ id, implementationCode, itemName, savedAt }: Draft, t: Translate, language: Language): CaseRow => ({
  number: [],
  href: `/apply/${encodeURIComponent(implementationCode)}/next?draft=${encodeURIComponent(id)}`,
  name: itemName,
  state: stateLook('draft', t),
  next: t('next.draft'),
  when: t('case.savedOn', { date: dateWords(savedAt, language) }),
  asked: false,
})
