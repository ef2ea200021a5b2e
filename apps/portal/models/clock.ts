import type { ServiceCase } from '@yiwang/cases/contract'
import type { Language, Translate } from '../i18n.ts'
import { dateWords, limitWords } from './dates.ts'

/** The clock as it counts: 已用 4 个工作日，暂停 2 天，还剩 4. All numbers come from the ledger's one reader. */
export type Clock = {
  state: 'running' | 'paused' | 'stopped'
  headline: string
  line: string
  due: string
  /** Which days count (工作日 without weekends and holidays, 自然日 with them). */
  note: string
  /** Share of the limit that is used, 0 to 1, for the drawing. */
  used: number
  over: boolean
}

const oneDay = 86_400_000

export function clockOf(
  { clock, state }: Pick<ServiceCase, 'clock' | 'state'>,
  now: Date,
  t: Translate,
  language: Language,
): Clock | undefined {
  const limit = clock.committed ?? clock.statutory
  if (!limit || clock.entries.length === 0) return undefined
  const shown = clock.running ? 'running' : state === 'accepted' || state === 'suspended' ? 'paused' : 'stopped'
  const used = limit.elapsed ?? 0
  const left = limit.remaining ?? limit.value - used
  const paused = pausedDays(clock.entries, now)
  return {
    state: shown,
    headline: shown === 'running' ? leftWords(left, limit.unit, t) : t(`clock.${shown}`),
    line: t(paused > 0 ? 'clock.linePaused' : 'clock.line', {
      limit: limitWords(limit, t),
      used: t(`limit.${limit.unit}`, { days: used }),
      paused,
    }),
    due: limit.dueOn && shown !== 'stopped' ? t('clock.due', { date: dateWords(limit.dueOn, language) }) : '',
    note: t(`clock.note.${shown === 'running' && limit.unit === 'calendarDay' ? 'runningDays' : shown}`),
    used: Math.min(1, used / Math.max(limit.value, 1)),
    over: left < 0,
  }
}

/** Days between a pause and its resumption, an open one up to today. */
function pausedDays(entries: ServiceCase['clock']['entries'], now: Date): number {
  let since: string | undefined
  let days = 0
  for (const { kind, day } of entries) {
    if (kind === 'pause') since ??= day
    if (kind !== 'resume' || !since) continue
    days += (Date.parse(day) - Date.parse(since)) / oneDay
    since = undefined
  }
  return Math.round(days + (since ? Math.max(0, Math.floor((now.getTime() - Date.parse(`${since}T00:00:00+08:00`)) / oneDay)) : 0))
}

/** 还剩 3 个工作日 · 今天到期 · 已超过 2 个工作日 */
export function leftWords(left: number, unit: 'workday' | 'calendarDay', t: Translate): string {
  if (left > 0) return t('clock.left', { span: t(`limit.${unit}`, { days: left }) })
  return left === 0 ? t('clock.today') : t('clock.over', { span: t(`limit.${unit}`, { days: -left }) })
}
