import type { ServiceCase } from '@yiwang/cases/contract'
import { Modal } from 'antd'
import { useState } from 'react'
import { sayDay } from '../../dates.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'

/** The course of the case in stages, and the body's own flow as it is drawn. */
export function FlowCard({ flow, stages }: { stages: ServiceCase['stages']; flow: ServiceCase['flow'] | undefined }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="side-block">
      <h2>{t('desk.stages')}</h2>
      <ol className="stages">
        {stages.map(({ name, on, state }) => (
          <li key={name} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span>{name}</span>
            <small>{on ? sayDay(on) : tOf('stage', state)}</small>
          </li>
        ))}
      </ol>
      {flow && (
        <>
          <button type="button" className="flow-small" onClick={() => setOpen(true)}>
            <FlowPicture flow={flow} />
            <span>
              <Icon name="search" size={16} /> {t('desk.flowOpen')}
            </span>
          </button>
          <Modal open={open} onCancel={() => setOpen(false)} footer={null} width="min(1120px, 94vw)" title={t('desk.flow')}>
            <div className="flow-large">
              <FlowPicture flow={flow} />
            </div>
          </Modal>
        </>
      )}
    </section>
  )
}

/** As a picture, not as markup of ours: nothing in it can run. */
function FlowPicture({ flow }: { flow: NonNullable<ServiceCase['flow']> }) {
  const said = flow.stages.map(({ name, state }) => `${name}（${tOf('stage', state)}）`).join('，')
  return <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(flow.svg)}`} alt={t('desk.flowSaid', { stages: said })} />
}
