import { useState } from 'react'
import { useParams } from 'react-router'
import type { ServiceCase } from '@yiwang/cases/contract'
import { Papers } from '../papers/Papers.tsx'
import { Read } from '../../shell/Read.tsx'
import { t, type WordKey } from '../../words/index.ts'
import { useCase } from '../case-query.ts'
import { DeskHead } from './DeskHead.tsx'
import { SidePane } from './SidePane.tsx'
import { TaskPane } from './TaskPane.tsx'

const panes = ['papers', 'task', 'side'] as const
type Pane = (typeof panes)[number]
const paneNames: Record<Pane, WordKey> = { papers: 'desk.papers', task: 'desk.task', side: 'desk.course' }

/** The desk: papers on the left, the task in the middle, time and course on the right; one after the other on the phone. */
export function CaseDesk() {
  const { caseNumber = '' } = useParams()
  const query = useCase(caseNumber)
  return <Read query={query}>{(found) => <Desk key={caseNumber} serviceCase={found} />}</Read>
}

function Desk({ serviceCase }: { serviceCase: ServiceCase }) {
  const [pane, setPane] = useState<Pane>('task')
  return (
    <div className="desk" data-pane={pane}>
      <DeskHead serviceCase={serviceCase} />
      <div className="desk-switch" role="group" aria-label={t('desk.panes')}>
        {panes.map((one) => (
          <button key={one} type="button" aria-pressed={one === pane} onClick={() => setPane(one)}>
            {t(paneNames[one])}
          </button>
        ))}
      </div>
      <section className="desk-papers" aria-label={t('desk.papers')}>
        <Papers serviceCase={serviceCase} />
      </section>
      <section className="desk-task" aria-label={t('desk.task')}>
        <TaskPane serviceCase={serviceCase} />
      </section>
      <aside className="desk-side" tabIndex={0} aria-label={t('desk.course')}>
        <SidePane serviceCase={serviceCase} />
      </aside>
    </div>
  )
}
