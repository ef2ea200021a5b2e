import type { CaseLine } from '@yiwang/cases/contract'
import { Link, useNavigate } from 'react-router'
import { sayMoment } from '../dates.ts'
import { DensityButton, useDensity } from '../lists/DensityButton.tsx'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useAddress } from '../lists/use-address.ts'
import { Empty } from '../shell/Empty.tsx'
import { t, tOf } from '../words/index.ts'
import { StateTag } from './StateTag.tsx'
import { Urgency } from './Urgency.tsx'
import { WorkPicture } from './WorkPicture.tsx'
import { WorkFilter } from './WorkFilter.tsx'
import { WorkTabs } from './WorkTabs.tsx'
import { closedStates, workListOf, workQuery } from './work-lists.ts'
import { useRestDays, type RestDays } from './workdays.ts'

/** The work list: what is pressing on top, everything a clerk needs in one line. */
export function WorkList() {
  const address = useAddress(['list', 'urgency', 'end', 'item'])
  const { values } = address
  const density = useDensity()
  const rest = useRestDays()
  const navigate = useNavigate()
  const list = workListOf(values.list)
  const open = (line: CaseLine, lines: readonly CaseLine[]) =>
    void navigate(`/cases/${line.caseNumber}`, { state: { queue: lines.map(({ caseNumber }) => caseNumber), from: location.search } })
  return (
    <>
      <WorkTabs current={list.key} />
      {list.key === 'open' && !values.urgency && !values.item && <WorkPicture />}
      <PagedList
        path="/cases"
        query={workQuery(values)}
        label={tOf('work', list.key)}
        columns={columnsWith(rest)}
        keyOf={({ caseNumber }) => caseNumber}
        compact={density.compact}
        onOpen={open}
        tools={
          <>
            <WorkFilter closed={list.key === 'closed'} ends={closedStates} values={values} set={address.set} />
            <span className="spacer" />
            <DensityButton {...density} />
          </>
        }
        empty={<Empty icon="done" title={tOf('workEmpty', list.key)} text={tOf('workEmptyText', list.key)} />}
      />
    </>
  )
}

function columnsWith(rest: RestDays | undefined): Column<CaseLine>[] {
  return [
    { key: 'urgency', title: t('work.urgency'), width: 168, cell: (line) => <Urgency line={line} rest={rest} /> },
    {
      key: 'item',
      title: t('work.item'),
      main: true,
      cell: (line) => (
        <>
          <Link className="list-main" to={`/cases/${line.caseNumber}`} tabIndex={-1}>
            {line.itemName}
          </Link>
          <span className="list-sub figures">
            {line.caseNumber} · {tOf('channel', line.channel)}
            {line.handling === 'instant' && ` · ${t('work.instant')}`}
          </span>
        </>
      ),
    },
    { key: 'applicant', title: t('work.applicant'), width: '18%', cell: (line) => line.applicantName },
    { key: 'state', title: t('work.state'), width: 150, cell: (line) => <StateTag state={line.state} decision={line.decision} /> },
    {
      key: 'since',
      title: t('work.since'),
      width: 130,
      wide: true,
      cell: (line) => <span className="figures quiet">{sayMoment(line.since)}</span>,
    },
  ]
}
