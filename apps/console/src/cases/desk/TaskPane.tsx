import type { ServiceCase } from '@yiwang/cases/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sayDay } from '../../dates.ts'
import { useMay } from '../../session/me.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { ActSheet } from '../acts/ActSheet.tsx'
import { actsFor, type DeskAct, type DeskVerb } from '../desk-acts.ts'
import { Archive } from './Archive.tsx'
import { Asked } from './Asked.tsx'
import { CasePayments } from './CasePayments.tsx'
import { Deferred } from './Deferred.tsx'
import { DeliveryFailed } from './DeliveryFailed.tsx'
import { IdentityCheck } from './IdentityCheck.tsx'
import { Parcel } from './Parcel.tsx'
import { Points } from './Points.tsx'
import { neighbours } from './queue.ts'

/** The acts that keep what was ticked off. */
const usingPoints: readonly DeskVerb[] = ['accept', 'handleAtOnce', 'completeTask', 'noteExamination', 'decide']

/** The task: what is asked now, what to look at, and the acts. One act opens in place of the list. */
export function TaskPane({ serviceCase }: { serviceCase: ServiceCase }) {
  const [open, setOpen] = useState<DeskVerb | undefined>()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const onTick = (point: string) =>
    setTicked((before) => (before.includes(point) ? before.filter((one) => one !== point) : [...before, point]))
  const points = <Points serviceCase={serviceCase} ticked={ticked} onTick={onTick} />
  const may = useMay()
  const done = useDone(serviceCase.caseNumber)
  const acts = actsFor(serviceCase, may)
  const choose = (act: DeskVerb | undefined) => {
    document.querySelector('.desk-task')?.scrollTo({ top: 0 })
    setOpen(act)
  }
  const finish = (act: DeskVerb) => {
    choose(undefined)
    if (usingPoints.includes(act)) setTicked([])
    done(act)
  }
  if (open) {
    return (
      <>
        <ActSheet act={open} serviceCase={serviceCase} points={ticked} onCancel={() => choose(undefined)} onDone={() => finish(open)} />
        {points}
      </>
    )
  }
  return (
    <>
      <Asked serviceCase={serviceCase} />
      <Deferred serviceCase={serviceCase} />
      <DeliveryFailed serviceCase={serviceCase} />
      <Parcel serviceCase={serviceCase} />
      <section className="task-block">
        <h2>{tOf('taskTitle', serviceCase.state)}</h2>
        <p className="quiet">{tOf('taskText', serviceCase.state)}</p>
        {serviceCase.desk?.answerBy && <p>{t('desk.answerBy', { day: sayDay(serviceCase.desk.answerBy) })}</p>}
        {acts.main.length > 0 && (
          <div className="task-main">
            {acts.main.map((one, index) => (
              <Button
                key={one.act}
                type={index === 0 ? 'primary' : 'default'}
                danger={one.danger ?? false}
                size="large"
                icon={<Icon name={one.icon} size={18} />}
                onClick={() => choose(one.act)}
              >
                {nameOf(one.act, serviceCase)}
              </Button>
            ))}
          </div>
        )}
        <OtherActs acts={acts.other} open={choose} />
        <NotNow acts={acts.notNow} />
      </section>
      {may('payments.look') && <CasePayments caseNumber={serviceCase.caseNumber} />}
      {serviceCase.state === 'archived' && <Archive caseNumber={serviceCase.caseNumber} />}
      {may('cases.checkIdentity') && <IdentityCheck serviceCase={serviceCase} />}
      {points}
    </>
  )
}

/** A step of the flow by its own name, when there is one. */
function nameOf(act: DeskVerb, { tasks }: ServiceCase): string {
  const [task, another] = tasks.filter(({ forMe }) => forMe)
  return act === 'completeTask' && task && !another ? t('act.completeTaskNamed', { name: task.name }) : tOf('act', act)
}

function OtherActs({ acts, open }: { acts: readonly DeskAct[]; open: (act: DeskVerb) => void }) {
  if (acts.length === 0) return null
  return (
    <div className="task-other">
      {acts.map(({ act, icon, danger }) => (
        <Button key={act} type="text" danger={danger ?? false} icon={<Icon name={icon} size={18} />} onClick={() => open(act)}>
          {tOf('act', act)}
        </Button>
      ))}
    </div>
  )
}

/** Acts of mine that the case does not allow now, each with its reason. */
function NotNow({ acts }: { acts: readonly (DeskAct & { reason: string | undefined })[] }) {
  if (acts.length === 0) return null
  return (
    <details className="task-not-now">
      <summary>{t('desk.notNow', { count: acts.length })}</summary>
      <ul>
        {acts.map(({ act, reason }) => (
          <li key={act}>
            <Button disabled aria-describedby={`not-${act}`}>
              {tOf('act', act)}
            </Button>
            <span id={`not-${act}`} className="quiet">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** After an act: say so, and offer the next case of the pile. */
function useDone(caseNumber: string): (act: DeskVerb) => void {
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const came: unknown = useLocation().state
  const queue = (came as { queue?: string[] } | null)?.queue ?? []
  const next = neighbours(queue, caseNumber)?.next
  return (act) => {
    const key = `done-${caseNumber}`
    const goOn = () => {
      notification.destroy(key)
      if (next) void navigate(`/cases/${next}`, { state: came })
    }
    notification.success({
      key,
      title: t('desk.done', { act: tOf('act', act) }),
      placement: 'bottomRight',
      ...(next ? { actions: <Button onClick={goOn}>{t('desk.next')}</Button> } : {}),
    })
  }
}
