import type { OfficeHours } from '@yiwang/catalogue/contract'
import type { Translate } from '../i18n.ts'

/** 周一至周五 09:00–12:00，13:30–17:00；周六 … (public holidays are closed unless said). */
export function hoursWords(hours: readonly OfficeHours[], t: Translate): string {
  const byDays = new Map<string, string[]>()
  for (const { days, from, to } of hours) {
    const when = daysWords(
      [...days].sort((a, b) => a - b),
      t,
    )
    byDays.set(when, [...(byDays.get(when) ?? []), `${from}–${to}`])
  }
  return [...byDays].map(([days, spans]) => `${days} ${spans.join(t('list.clause'))}`).join(t('list.semicolon'))
}

function daysWords(days: readonly number[], t: Translate): string {
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => t(`weekday.${day}`)
  return runs
    .map((run) => (run.length > 1 ? t('weekday.span', { from: name(run[0]), to: name(run.at(-1)) }) : name(run[0])))
    .join(t('list.comma'))
}
