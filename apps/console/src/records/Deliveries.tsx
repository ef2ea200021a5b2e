import { useQuery } from '@tanstack/react-query'
import type { Delivery } from '@yiwang/messages/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Facts } from '../shell/Facts.tsx'
import { Read } from '../shell/Read.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { sayTemplate } from './say-template.ts'
import { RecordTabs } from './RecordTabs.tsx'

const states = ['waiting', 'delivered', 'undelivered', 'failed'] as const
const tones: Record<Delivery['state'], string> = { waiting: '', delivered: 'green', undelivered: 'amber', failed: 'red' }

/** What was told to whom, and whether it arrived (消息送达记录). */
export function Deliveries() {
  const may = useMay()
  const { values, set } = useAddress(['state'])
  const [open, setOpen] = useState<Delivery>()
  if (!may('messages.lookDeliveries') && !may('registers.look') && may('kernel.lookAudit')) return <Navigate to="/records/audit" replace />
  if (!may('messages.lookDeliveries') && may('registers.look')) return <Navigate to="/records/questions" replace />
  return (
    <Behind anyOf={['messages.lookDeliveries']}>
      <RecordTabs />
      <PagedList
        path="/messages/deliveries"
        query={{ state: states.find((state) => state === values.state) }}
        label={t('records.messages')}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setOpen}
        tools={
          <div className="chips" role="group" aria-label={t('records.state')}>
            {states.map((state) => (
              <button
                key={state}
                type="button"
                className="chip"
                aria-pressed={values.state === state}
                onClick={() => set({ state: values.state === state ? undefined : state })}
              >
                {tOf('delivery-state', state)}
              </button>
            ))}
          </div>
        }
        empty={<Empty icon="message" title={t('records.noMessages')} text={t('records.noMessagesText')} />}
      />
      <SideForm title={t('records.message')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneDelivery id={open.id} />}
      </SideForm>
    </Behind>
  )
}

const columns: Column<Delivery>[] = [
  {
    key: 'template',
    title: t('records.template'),
    main: true,
    cell: ({ template }) => <span className="list-main">{sayTemplate(template)}</span>,
  },
  { key: 'recipient', title: t('records.recipient'), cell: ({ recipient }) => <span className="figures">{recipient}</span> },
  { key: 'channel', title: t('records.channel'), width: 110, cell: ({ channel }) => tOf('messageChannel', channel) },
  {
    key: 'about',
    title: t('records.about'),
    wide: true,
    cell: ({ about }) => (about?.kind === 'case' ? <Link to={`/cases/${about.key}`}>{about.key}</Link> : (about?.key ?? '')),
  },
  {
    key: 'state',
    title: t('records.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${tones[state]}`}>{tOf('delivery-state', state)}</span>,
  },
  {
    key: 'madeAt',
    title: t('records.at'),
    width: 150,
    wide: true,
    cell: ({ madeAt }) => <span className="figures quiet">{sayMoment(madeAt)}</span>,
  },
]

function OneDelivery({ id }: { id: string }) {
  const may = useMay()
  const delivery = useQuery({
    queryKey: ['delivery', id],
    queryFn: () => api.get('/messages/deliveries/{id}', { path: { id } }),
  })
  const resend = useAct({
    send: (_: null, idempotencyKey) => api.post('/messages/deliveries/{id}/resending', { path: { id }, idempotencyKey }),
    changes: [['delivery', id], ['/messages/deliveries']],
  })
  return (
    <Read query={delivery} rows={4}>
      {({ template, recipient, channel, state, history }) => (
        <>
          {resend.error && <ProblemAlert error={resend.error} />}
          <Facts
            of={[
              [t('records.template'), sayTemplate(template)],
              [t('records.recipient'), recipient],
              [t('records.channel'), tOf('messageChannel', channel)],
              [t('records.state'), tOf('delivery-state', state)],
            ]}
          />
          <h2 className="side-head">{t('records.attempts')}</h2>
          {history.length === 0 && <p className="quiet">{t('records.noAttempts')}</p>}
          <ol className="history">
            {history.map(({ number, at, outcome }) => (
              <li key={number}>
                <p>
                  <strong>{tOf('attempt', outcome)}</strong>
                </p>
                <small className="quiet">{sayMoment(at)}</small>
              </li>
            ))}
          </ol>
          {may('messages.resend') && state !== 'delivered' && (
            <Button onClick={() => resend.mutate(null)} loading={resend.isPending}>
              {t('records.resend')}
            </Button>
          )}
        </>
      )}
    </Read>
  )
}
