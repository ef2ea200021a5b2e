import { useQuery } from '@tanstack/react-query'
import type { HallChange, HallWithCounters } from '@yiwang/organisation/contract'
import { Form, Select } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { ListTable, type Column } from '../lists/ListTable.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'
import { HallFields } from './HallFields.tsx'
import { RegisterCounter } from './RegisterCounter.tsx'

/** One hall: its counters, a new one, and what is told of it. */
export function OneHall({ id }: { id: string }) {
  const hall = useQuery({ queryKey: ['hall', id], queryFn: () => api.get('/halls/{id}', { path: { id } }) })
  return (
    <Read query={hall} rows={5}>
      {(found) => (
        <>
          <h2 className="side-head">{t('halls.counters')}</h2>
          <Counters of={found.counters} />
          <RegisterCounter key={found.counters.length} id={id} />
          <ChangeHall hall={found} />
        </>
      )}
    </Read>
  )
}

function Counters({ of }: { of: HallWithCounters['counters'] }) {
  return (
    <ListTable
      label={t('halls.counters')}
      rows={of}
      keyOf={({ id }) => id}
      compact
      empty={<p className="quiet side-empty">{t('halls.noCounters')}</p>}
      columns={counterColumns}
    />
  )
}

const counterColumns: Column<HallWithCounters['counters'][number]>[] = [
  { key: 'number', title: t('halls.number'), width: 70, cell: ({ number }) => <strong className="figures">{number}</strong> },
  {
    key: 'name',
    title: t('halls.counterName'),
    main: true,
    cell: ({ name, bodyCode }) => (
      <>
        {name}
        {bodyCode && (
          <span className="list-sub">
            <BodyName code={bodyCode} />
          </span>
        )}
      </>
    ),
  },
  { key: 'kind', title: t('halls.kind'), width: 110, cell: ({ kind }) => tOf('counterKind', kind) },
]

function ChangeHall({ hall }: { hall: HallWithCounters }) {
  const { id, name, address, openingHours, phone, state } = hall
  const change = useAct({
    send: (body: HallChange, idempotencyKey) => api.patch('/halls/{id}', { path: { id }, body, idempotencyKey }),
    changes: [['hall', id], ['/halls']],
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('halls.change')}</h2>
      <ActForm<HallChange>
        submitLabel={t('shell.save')}
        error={change.error}
        busy={change.isPending}
        initialValues={{ name, address, openingHours, state, ...(phone ? { phone } : {}) }}
        onSubmit={({ phone: next, ...input }) => change.mutate({ ...input, ...(next ? { phone: next } : {}) })}
      >
        <HallFields />
        <Form.Item name="state" label={t('halls.state')} extra={t('halls.closedHelp')}>
          <Select options={(['open', 'closed'] as const).map((value) => ({ value, label: tOf('hallState', value) }))} />
        </Form.Item>
      </ActForm>
    </section>
  )
}
