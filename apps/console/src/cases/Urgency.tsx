import type { CaseLine } from '@yiwang/cases/contract'
import type { IconName } from '@yiwang/ui/icons'
import { sayDay } from '../dates.ts'
import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'
import { useToday, workdaysLeft, type RestDays } from './workdays.ts'

const icons: Record<CaseLine['urgency'], IconName> = { late: 'error', near: 'warning', inTime: 'clock', standing: 'pause', none: 'done' }

/** How pressing by the clock: icon, word, and the days that are left. */
export function Urgency({ line, rest }: { line: Pick<CaseLine, 'urgency' | 'nextDue'>; rest: RestDays | undefined }) {
  return (
    <span className={`urgency ${line.urgency}`}>
      <Icon name={icons[line.urgency]} size={20} />
      <span>
        <strong>{tOf('urgency', line.urgency)}</strong>
        {line.nextDue && <DaysLeft due={line.nextDue} urgency={line.urgency} rest={rest} />}
      </span>
    </span>
  )
}

function DaysLeft({ due, urgency, rest }: { due: string; urgency: CaseLine['urgency']; rest: RestDays | undefined }) {
  const today = useToday()
  if (urgency === 'standing' || urgency === 'none') return null
  const left = rest && workdaysLeft(due, today, rest)
  return (
    <small className="figures" title={sayDay(due)}>
      {sayLeft(left, due)}
    </small>
  )
}

/** 还剩 3 个工作日, 今天到期, 超期 2 个工作日; the day itself where it cannot be counted. */
export function sayLeft(left: number | undefined, due: string): string {
  if (left === undefined) return t('clock.dueOn', { day: sayDay(due) })
  if (left === 0) return t('clock.dueToday')
  return left > 0 ? t('clock.left', { days: left }) : t('clock.over', { days: -left })
}
