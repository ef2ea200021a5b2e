import type { IconName } from '@yiwang/ui/icons'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'

export type CaseState =
  | 'draft' | 'submitted' | 'preAccepted' | 'correcting' | 'accepted' | 'suspended' | 'decided' | 'completed' | 'delivered' | 'archived'
  | 'refused' | 'withdrawn' | 'lapsed' | 'aborted'

export type ApiCaseSummary = {
  caseNumber: string
  itemName: string
  implementationCode: string
  state: CaseState
  submittedAt?: string
  dueOn?: string
  workdaysLeft?: number
  asked?: boolean
}

export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'plain'
export type CaseRow = {
  number: string
  href: string
  name: string
  state: { word: string; tone: Tone; icon: IconName }
  next: string
  when: string
  asked: boolean
}

const looks: Record<CaseState, { tone: Tone; icon: IconName }> = {
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
}

export const stateLook = (state: CaseState, t: Translate) => ({ ...looks[state], word: t(`state.${state}`) })

export function caseRow(one: ApiCaseSummary, t: Translate, language: Language): CaseRow {
  return {
    number: one.caseNumber,
    href: one.state === 'draft' ? `/apply/${one.implementationCode}?draft=${one.caseNumber}` : `/my/cases/${one.caseNumber}`,
    name: one.itemName,
    state: stateLook(one.state, t),
    next: one.workdaysLeft === undefined ? t(`next.${one.state}`) : leftWords(one.workdaysLeft, t),
    when: one.submittedAt ? t('case.submittedOn', { date: dateWords(one.submittedAt, language) }) : t('case.notSubmitted'),
    asked: one.asked ?? false,
  }
}

/** 还剩 3 个工作日 · 今天到期 · 已超过 2 个工作日 */
export function leftWords(workdays: number, t: Translate): string {
  if (workdays > 0) return t('clock.left', { days: workdays })
  return workdays === 0 ? t('clock.today') : t('clock.over', { days: -workdays })
}
