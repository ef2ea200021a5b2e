import type { TaskLine } from '@yiwang/cases/contract'
import { Link, useNavigate } from 'react-router'
import { sayDay, sayMoment } from '../dates.ts'
import { DensityButton, useDensity } from '../lists/DensityButton.tsx'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'
import { sayLeft } from './Urgency.tsx'
import { useRestDays, useToday, workdaysLeft, type RestDays } from './workdays.ts'
import { WorkTabs } from './WorkTabs.tsx'

/** 我的待办: the steps that wait for the caller, of his own body or of another that asked for his word; the most urgent first. */
export function TaskList() {
  const density = useDensity()
  const rest = useRestDays()
  const today = useToday()
  const navigate = useNavigate()
  const open = (line: TaskLine, lines: readonly TaskLine[]) =>
    void navigate(`/cases/${line.caseNumber}`, { state: { queue: pileOf(lines), from: 'tasks' } })
  return (
    <Behind anyOf={['cases.examine']}>
      <WorkTabs current="tasks" />
      <PagedList
        path="/tasks"
        label={t('work.tasks')}
        columns={columnsWith(today, rest)}
        keyOf={({ id }) => id}
        compact={density.compact}
        onOpen={open}
        tools={
          <>
            <p className="quiet">{t('tasks.text')}</p>
            <span className="spacer" />
            <DensityButton {...density} />
          </>
        }
        empty={<Empty icon="done" title={t('workEmpty.tasks')} text={t('workEmptyText.tasks')} />}
      />
    </Behind>
  )
}

/** A case may wait with two steps and is gone through once. */
export const pileOf = (lines: readonly Pick<TaskLine, 'caseNumber'>[]) => [...new Set(lines.map(({ caseNumber }) => caseNumber))]

function columnsWith(today: string, rest: RestDays | undefined): Column<TaskLine>[] {
  return [
    { key: 'due', title: t('work.urgency'), width: 168, cell: ({ dueOn }) => <Due dueOn={dueOn} today={today} rest={rest} /> },
    {
      key: 'task',
      title: t('tasks.step'),
      main: true,
      cell: ({ name, mine, caseNumber, itemName }) => (
        <>
          <Link className="list-main" to={`/cases/${caseNumber}`} tabIndex={-1}>
            {name}
          </Link>{' '}
          {mine && <span className="tag blue">{t('tasks.mine')}</span>}
          <span className="list-sub">
            {itemName} · <span className="figures">{caseNumber}</span>
          </span>
        </>
      ),
    },
    { key: 'applicant', title: t('work.applicant'), width: '16%', cell: ({ applicantName }) => applicantName },
    { key: 'body', title: t('tasks.body'), width: '20%', wide: true, cell: ({ bodyName }) => bodyName },
    { key: 'opened', title: t('tasks.opened'), width: 130, wide: true, cell: ({ openedAt }) => <Opened at={openedAt} /> },
  ]
}

const Opened = ({ at }: { at: string }) => <span className="figures quiet">{sayMoment(at)}</span>

/** How pressing the step itself is; one without a limit of its own goes by the limit of the case. */
function Due({ dueOn, today, rest }: { dueOn: string | undefined; today: string; rest: RestDays | undefined }) {
  if (dueOn === undefined) return <span className="quiet">{t('tasks.noLimit')}</span>
  const left = rest && workdaysLeft(dueOn, today, rest)
  const tone = left === undefined ? 'inTime' : left < 0 ? 'late' : left <= 1 ? 'near' : 'inTime'
  return (
    <span className={`urgency ${tone}`}>
      <Icon name={tone === 'late' ? 'error' : tone === 'near' ? 'warning' : 'clock'} size={20} />
      <span>
        <strong>{sayLeft(left, dueOn)}</strong>
        <small className="figures">{sayDay(dueOn)}</small>
      </span>
    </span>
  )
}
